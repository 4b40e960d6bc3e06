"""Show the code that is generated from the contract: predicates, builders and dumps.

python tools/show_generated.py                                  # list the modules
python tools/show_generated.py valid_update                     # list the functions of a module
python tools/show_generated.py valid_update activity_progress   # show the code of a function
python tools/show_generated.py build build_Progress build_Icon  # show the code of several functions
"""

from __future__ import annotations

import argparse
import ast
import sys
from pathlib import Path

GENERATED = Path(__file__).resolve().parent.parent / "liveschema" / "_generated"


def functions_of(path: Path) -> dict[str, str]:
    """Return the functions of a module.

    Args:
        path: The file of the module.

    Returns:
        The source code of the functions by name.
    """
    source = path.read_text("utf-8")
    found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {node.name: ast.get_source_segment(source, node) or "" for node in found}


def main() -> int:
    """List the modules or functions, or show the code of functions.

    Returns:
        The exit code: 0, or 2 if the module or a function is unknown.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", nargs="?", help="a module of liveschema/_generated")
    parser.add_argument("functions", nargs="*", metavar="function", help="functions of the module")
    options = parser.parse_args()
    modules = {path.stem: path for path in sorted(GENERATED.glob("*.py")) if path.stem != "__init__"}
    if options.module is None:
        print("\n".join(modules))
        return 0
    if options.module not in modules:
        print(f"unknown module {options.module!r}; the modules are {', '.join(modules)}", file=sys.stderr)
        return 2
    functions = functions_of(modules[options.module])
    unknown = [name for name in options.functions if name not in functions]
    if unknown:
        print(
            f"unknown function in {options.module}: {', '.join(unknown)}; the functions are {', '.join(functions)}",
            file=sys.stderr,
        )
        return 2
    print("\n\n\n".join(functions[name] for name in options.functions) if options.functions else "\n".join(functions))
    return 0


if __name__ == "__main__":
    sys.exit(main())
