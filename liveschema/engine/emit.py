"""Generation of the source code of modules that validate, build and dump the payloads of a contract."""

from __future__ import annotations

from collections.abc import Callable

from liveschema.engine.build import write_builder, write_dumper, write_writer
from liveschema.engine.constraint import Context
from liveschema.engine.construct import write_constructor
from liveschema.engine.predicates import ObjectWriter
from liveschema.engine.wording import a
from liveschema.engine.writer import FunctionWriter, ModuleWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from liveschema.engine.contract import Contract
    from liveschema.engine.objects import Field, ObjectSpec

PREFIXES = {False: "valid", True: "no_warnings"}
"""The prefixes of the names of modules with predicates, by whether the predicates also refuse warnings."""


def emit(contract: Contract, package: str) -> dict[str, str]:
    """Generate the modules of a contract.

    Args:
        contract: The contract.
        package: The name of the package that the modules will be part of.

    Returns:
        The source code of the modules, by name without the package.
    """
    modules = {
        f"{prefix}_{mode}": _predicates(contract, str(mode), warnings=warnings)
        for warnings, prefix in PREFIXES.items()
        for mode in contract.modes
    }
    return {
        **modules,
        "requests": _tables(contract, package),
        "fields": _fields(contract),
        "models": _models(contract),
        "build": _builders(contract),
        "construct": _constructors(contract),
        "dump": _dumps(contract),
        "text": _texts(contract),
    }


def specs_of(contract: Contract) -> list[ObjectSpec]:
    """List the specifications of all classes of a contract, without duplicates.

    A class comes before the classes of its fields. For a class of a union, it
    is the specification that the union has completed.
    """
    found: dict[type, ObjectSpec] = {}

    def visit(spec: ObjectSpec) -> None:
        if spec.cls not in found:
            found[spec.cls] = spec
            for field in spec.fields.values():
                for inner in field.constraint.specs.values():
                    visit(inner)

    for mode in contract.modes:
        visit(contract.root(mode))
    return list(found.values())


def _predicates(contract: Contract, mode: str, *, warnings: bool) -> str:
    module = ModuleWriter(warnings=warnings)
    contract.write_predicate(mode, module)
    what = "neither an error nor a warning" if warnings else "no error"
    return module.text(f"Predicates that test whether {a(mode)} {contract.label} has {what}.")


def _tables(contract: Contract, package: str) -> str:
    """Generate the tables of predicates by mode; each predicate is imported on its first call."""
    module = ModuleWriter()
    module.use("liveschema.engine.support", "deferred")
    for prefix in PREFIXES.values():
        members = {}
        for mode in contract.modes:
            source, name = f"{package}.{prefix}_{mode}", f"load_{prefix}_{mode}"
            module.define_function(name, f"def {name}():\n    from {source} import {mode}\n\n    return {mode}")
            members[repr(str(mode))] = name
        entries = "".join(f"        {mode}: {name},\n" for mode, name in members.items())
        module.define_last(prefix.upper(), f"deferred(\n    {{\n{entries}    }}\n)")
    return module.text("The predicates on payloads by mode, each of which is imported on its first call.")


def _fields(contract: Contract) -> str:
    """Generate the predicates on single fields, except for fields whose tests differ by mode."""
    module = ModuleWriter(warnings=True, tolerant=False)
    tables: dict[str, str] = {}
    for spec in specs_of(contract):
        written: dict[str, str] = {}
        for field in spec.fields.values():
            if field.constraint.self_contained and _same_in_every_mode(contract, spec, field):
                written[field.name] = _write_field(module, spec, field, None)
        entries = "".join(f"        {field!r}: {name},\n" for field, name in written.items())
        tables[repr(spec.cls.__name__)] = f"{{\n{entries}    }}"
    module.table("FIELD_PREDICATES", tables)
    return module.text("Predicates that test whether the value of a field has no problem, by class and field.")


def _same_in_every_mode(contract: Contract, spec: ObjectSpec, field: Field) -> bool:
    texts = set()
    for mode in (None, *contract.modes):
        alone = ModuleWriter(warnings=True, tolerant=False)
        _write_field(alone, spec, field, mode)
        texts.add(alone.text(""))
    return len(texts) == 1


def _write_field(module: ModuleWriter, spec: ObjectSpec, field: Field, mode: str | None) -> str:
    name = f"{spec.cls.__name__}_{field.name}"

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, field.name) as (value,):
            field.constraint.write_predicate(writer, value, Context(mode=mode))
            writer.line("return True")

    return module.function(name, write)


def _models(contract: Contract) -> str:
    """Generate the predicates on objects with a model class that are no payloads, each on its own."""
    module = ModuleWriter(tolerant=False)
    roots = {contract.root(mode).cls for mode in contract.modes}
    names = {spec.cls.__name__: _write_model(module, spec) for spec in specs_of(contract) if spec.cls not in roots}
    module.table("MODEL_PREDICATES", {repr(cls): name for cls, name in names.items()})
    return module.text("Predicates that test whether an object that is part of a payload has no error, by model class.")


def _write_model(module: ModuleWriter, spec: ObjectSpec) -> str:
    name = f"is_{spec.cls.__name__}"

    def write(writer: FunctionWriter) -> None:
        with writer.head(name, "data"):
            writer.line("rest = len(data)")
            if spec.tag_field is not None:
                writer.line(f"type_tag = data.get({spec.tag_field.name!r})")
                with writer.block("if type_tag is not None:"):
                    writer.line("rest -= 1")
                    writer.refuse(f"type_tag == {str(spec.tag)!r}")
            ObjectWriter(spec, writer, "data", Context(), "").write()
            writer.line("return True")

    return module.function(name, write)


def _builders(contract: Contract) -> str:
    module = ModuleWriter()
    names = {str(mode): write_builder(module, contract.root(mode).cls) for mode in contract.modes}
    module.table("BUILDERS", {repr(mode): name for mode, name in names.items()})
    module.table("PART_BUILDERS", {spec.cls.__name__: write_builder(module, spec.cls) for spec in specs_of(contract)})
    return module.text("Functions that convert valid plain data to models, by mode of the payload.")


def _constructors(contract: Contract) -> str:
    module = ModuleWriter()
    modes = {contract.root(mode).cls: str(mode) for mode in contract.modes}
    names = {
        spec.cls.__name__: write_constructor(module, spec, Context(modes.get(spec.cls), contract=contract))
        for spec in specs_of(contract)
    }
    module.table("CONSTRUCTORS", names)
    return module.text("Constructors of models, by class; the first test of their arguments is a function of its own.")


def _dumps(contract: Contract) -> str:
    return _by_class(contract, "DUMPS", write_dumper, "Functions that convert models to plain data, by class.")


def _texts(contract: Contract) -> str:
    return _by_class(contract, "TEXTS", write_writer, "Functions that convert models to compact JSON text, by class.")


def _by_class(contract: Contract, table: str, write: Callable[[ModuleWriter, type], str], summary: str) -> str:
    module = ModuleWriter()
    classes = [spec.cls for spec in specs_of(contract)]
    for cls in classes:
        module.use(cls.__module__, cls.__name__)
    module.table_by_class(table, {cls.__name__: write(module, cls) for cls in classes})
    return module.text(summary)
