"""Show the code that is made from the contract: predicates, builders and dumps.

python tools/show_generated.py                                  # the modules
python tools/show_generated.py valid_update                     # the functions of one
python tools/show_generated.py valid_update activity_progress   # the code of a function
python tools/show_generated.py build build_Progress build_Icon  # of several
"""

from __future__ import annotations

import argparse
import ast
import sys
from pathlib import Path

GENERATED = Path(__file__).resolve().parent.parent / "liveschema" / "_generated"


def functions_of(path: Path) -> dict[str, str]:
    """Read the functions of a module.

    Args:
        path: The module.

    Returns:
        The source of each, by name.
    """
    source = path.read_text("utf-8")
    found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    return {node.name: ast.get_source_segment(source, node) or "" for node in found}


def main() -> int:
    """Show what is asked for.

    Returns:
        0; 2 where there is no such module or function.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("module", nargs="?", help="a module of liveschema/_generated")
    parser.add_argument("functions", nargs="*", metavar="function", help="functions of the module")
    asked = parser.parse_args()
    modules = {path.stem: path for path in sorted(GENERATED.glob("*.py")) if path.stem != "__init__"}
    if asked.module is None:
        print("\n".join(modules))
        return 0
    if asked.module not in modules:
        print(f"there is no module {asked.module!r}; there are {', '.join(modules)}", file=sys.stderr)
        return 2
    functions = functions_of(modules[asked.module])
    unknown = [name for name in asked.functions if name not in functions]
    if unknown:
        print(f"{asked.module} has no {', '.join(unknown)}; it has {', '.join(functions)}", file=sys.stderr)
        return 2
    print("\n\n\n".join(functions[name] for name in asked.functions) if asked.functions else "\n".join(functions))
    return 0


if __name__ == "__main__":
    sys.exit(main())
