"""Write all that is made from the contract, or say with ``--check`` where it has drifted.

That is ``liveschema/_generated/``, the predicates, builders and dumps, and
``schemas/``. Run it after a change of the contract, and commit what it writes.
"""

from __future__ import annotations

import argparse
import ast
import json
import sys
from pathlib import Path

from liveschema.contract.requests import CONTRACT
from liveschema.engine.emit import emit
from liveschema.engine.writer import ModuleWriter
from liveschema.lifecycle.catalogue import LIFECYCLES
from liveschema.lint.all_rules import RULES

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "liveschema"
GENERATED = PACKAGE / "_generated"
SCHEMAS = ROOT / "schemas"
_NOTE = "# Made by tools/emit.py from liveschema/contract; change that, not this.\n"


def generated_modules() -> dict[Path, str]:
    """Make the text of every module, by its path."""
    modules = emit(CONTRACT, "liveschema._generated")
    modules["names"] = public_names()
    modules["rule_index"] = rule_index()
    modules["__init__"] = '"""What is made from the contract: predicates, builders and dumps."""\n'
    return {GENERATED / f"{name}.py": _NOTE + text for name, text in modules.items()}


def public_names() -> str:
    """Write the table of the public names: which module each is imported from when it is asked for.

    ``liveschema/__init__.py`` names them once, where type checkers read them.
    """
    blocks = [node for node in ast.parse((PACKAGE / "__init__.py").read_text()).body if isinstance(node, ast.If)]
    imports = [node for block in blocks for node in block.body if isinstance(node, ast.ImportFrom)]
    names = {alias.name: node.module or "" for node in imports for alias in node.names}
    module = ModuleWriter()
    module.define_last("MODULES", _dict(dict(sorted(names.items()))))
    return module.text("The public names of the package, and the modules they come from.")


def rule_index() -> str:
    """Write what the command needs to know of every rule at once: their pages are imported when they are asked for."""
    module = ModuleWriter()
    off = [rule.id for rule in RULES.values() if not rule.default]
    module.define_last("SEVERITIES", _dict({rule.id: str(rule.severity) for rule in RULES.values()}))
    module.define_last("OFF_BY_DEFAULT", f"frozenset({off!r})")
    module.define_last("ON_SEQUENCES", f"frozenset({list(LIFECYCLES)!r})")
    return module.text("The rules by id: how much they matter, which are off, and which are on sequences of requests.")


def _dict(entries: dict[str, str]) -> str:
    lines = "".join(f"    {key!r}: {value!r},\n" for key, value in entries.items())
    return f"{{\n{lines}}}"


def schemas() -> dict[Path, str]:
    """Make the text of every schema, by its path: as declared, two spaces, a final newline."""
    from liveschema.export import documents  # noqa: PLC0415 - it needs the modules

    return {
        SCHEMAS / path: json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        for path, document in documents().items()
    }


def settle(folder: Path, pattern: str, wanted: dict[Path, str], *, check: bool) -> int:
    """Bring a folder to what is wanted, or count where it differs.

    Args:
        folder: The folder.
        pattern: Which of its files are made.
        wanted: The text of each.
        check: Whether nothing is written.

    Returns:
        How many files differed.
    """
    drifted = sorted({*folder.rglob(pattern)} - wanted.keys())
    if not check:
        for file in drifted:
            file.unlink()
    for file, text in wanted.items():
        if file.is_file() and file.read_bytes() == text.encode():
            continue
        drifted.append(file)
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
    verb = "drifted" if check else "written or removed"
    print(f"{folder.relative_to(ROOT)}: {len(wanted)} files, {len(drifted)} {verb}")
    for file in drifted:
        print(f"  {file.relative_to(ROOT)}")
    return len(drifted)


def main() -> int:
    """Emit, or check.

    Returns:
        0; with ``--check`` 1 where a file differs, is missing or is one too many.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on drift")
    check = parser.parse_args().check
    drifted = settle(GENERATED, "*.py", generated_modules(), check=check)
    drifted += settle(SCHEMAS, "*.json", schemas(), check=check)
    return 1 if check and drifted else 0


if __name__ == "__main__":
    sys.exit(main())
