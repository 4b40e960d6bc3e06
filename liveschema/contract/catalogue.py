"""The catalogue of rules, which finds all rules in `liveschema.contract.rules`."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from liveschema.contract import rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from liveschema.engine.rule import Rule


def rules_in(package: ModuleType) -> dict[str, Rule]:
    """Find the rules of a package.

    Args:
        package: A package of modules with one rule each. The rule has the name
            of its module, in upper case.

    Returns:
        The rules by id: errors first, then warnings, each sorted by id.
    """
    names = [each.name for each in pkgutil.iter_modules(package.__path__)]
    found: list[Rule] = [getattr(import_module(f"{package.__name__}.{name}"), name.upper()) for name in names]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: (rule.severity, rule.id))}


CATALOGUE = rules_in(rules)
"""All rules on a single payload or its text, by id."""
