"""From a contract to the text of the modules that judge, build and dump its payloads."""

from __future__ import annotations

from liveschema.engine.build import write_builder, write_dumper
from liveschema.engine.constraint import Context
from liveschema.engine.contract import Contract
from liveschema.engine.objects import Field, ObjectSpec
from liveschema.engine.predicates import ObjectWriter
from liveschema.engine.wording import a
from liveschema.engine.writer import FunctionWriter, ModuleWriter

PREFIXES = {False: "valid", True: "no_warnings"}
"""What the names of the modules with predicates begin with, by whether warnings are refused too."""


def emit(contract: Contract, package: str) -> dict[str, str]:
    """Write the modules of a contract.

    Args:
        contract: The contract.
        package: The package that they will stand in.

    Returns:
        By name, the text of each module.
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
        "dump": _dumps(contract),
    }


def specs_of(contract: Contract) -> list[ObjectSpec]:
    """List what every class of a contract declares, outer ones first, each once.

    A member of a union comes as the union knows it.
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
    what = "has neither an error nor a warning" if warnings else "has no error"
    return module.text(f"Whether {a(mode)} {contract.label} {what}.")


def _tables(contract: Contract, package: str) -> str:
    """Write the tables of predicates by mode; each is imported when it is first called."""
    module = ModuleWriter()
    module.use("liveschema.engine.support", "deferred")
    for prefix in PREFIXES.values():
        members = {}
        for mode in contract.modes:
            source, name = f"{package}.{prefix}_{mode}", f"load_{prefix}_{mode}"
            module.help_with(name, f"def {name}():\n    from {source} import {mode}\n\n    return {mode}")
            members[repr(str(mode))] = name
        entries = "".join(f"        {mode}: {name},\n" for mode, name in members.items())
        module.define_last(prefix.upper(), f"deferred(\n    {{\n{entries}    }}\n)")
    return module.text("The predicates on payloads by what they are sent for, each imported when it is first called.")


def _fields(contract: Contract) -> str:
    """Write the predicates on single fields; those that differ by mode are left to the report."""
    module = ModuleWriter(warnings=True)
    tables: dict[str, str] = {}
    for spec in specs_of(contract):
        written: dict[str, str] = {}
        for field in spec.fields.values():
            if field.constraint.alone and _same_in_every_mode(contract, spec, field):
                written[field.name] = _write_field(module, spec, field, None)
        entries = "".join(f"        {field!r}: {name},\n" for field, name in written.items())
        tables[repr(spec.cls.__name__)] = f"{{\n{entries}    }}"
    module.table("FIELD_PREDICATES", tables)
    return module.text("Whether the value of a field has no problem, by class and field.")


def _same_in_every_mode(contract: Contract, spec: ObjectSpec, field: Field) -> bool:
    texts = set()
    for mode in (None, *contract.modes):
        alone = ModuleWriter(warnings=True)
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
    """Write the predicates on the objects that models stand for, each by itself."""
    module = ModuleWriter()
    roots = {contract.root(mode).cls for mode in contract.modes}
    names = {spec.cls.__name__: _write_model(module, spec) for spec in specs_of(contract) if spec.cls not in roots}
    module.table("MODEL_PREDICATES", {repr(cls): name for cls, name in names.items()})
    return module.text("Whether the object that a model stands for has no error, by class.")


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
    return module.text("From sound plain data to models, by what the payload is sent for.")


def _dumps(contract: Contract) -> str:
    module = ModuleWriter()
    classes = [spec.cls for spec in specs_of(contract)]
    for cls in classes:
        module.use(cls.__module__, cls.__name__)
    module.table("DUMPS", {cls.__name__: write_dumper(module, cls) for cls in classes})
    return module.text("From models to plain data, by class.")
