"""The usable values of a payload, which may be invalid, and of which parts may not be known."""

from __future__ import annotations

from collections.abc import Mapping

from liveschema.contract.states import STATES
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.unknown import PartialText, Unknown
from liveschema.engine.value_tests import LARGEST
from liveschema.preview.colors import TINTS
from liveschema.preview.measure import ELLIPSIS

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from liveschema.engine.objects import ObjectSpec
    from liveschema.engine.requirements import RequiredGroups


class Fields:
    """An object of a payload, from which values of the wrong type are left out.

    Args:
        value: The object; anything else counts as an empty one.
        spec: The fields that it may have; None if any may be there.
        mode: The operation; None if it is not known.
    """

    def __init__(self, value: object, spec: ObjectSpec | None = None, mode: str | None = None) -> None:
        self._members: Mapping[object, object] = value if isinstance(value, Mapping) else {}
        self._spec = spec
        self._mode = mode

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def _get(self, name: str) -> object:
        """Return a value, or what the service assumes if there is none; None for a field that does not belong here."""
        if self._spec is None:
            return self._members.get(name)
        field = self._spec.fields.get(name)
        if field is None or not field.allows(self._mode):
            return None
        return self._members.get(name, field.default_for(self._mode))

    def text(self, name: str) -> str | None:
        """Return a text, with an ellipsis for each part that is not known; None if there is none."""
        value = self._get(name)
        if isinstance(value, PartialText):
            return ELLIPSIS.join(value.pieces)
        if isinstance(value, Unknown):
            return ELLIPSIS if "string" in value.types else None
        return str(value) if isinstance(value, str) else None

    def number(self, name: str) -> float | None:
        """Return a finite number; None if there is none."""
        value = self._get(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not -LARGEST <= value <= LARGEST:
            return None
        return float(value)

    def count(self, name: str) -> int | None:
        """Return a whole number that is not negative; None if there is none."""
        value = self.number(name)
        return None if value is None or value < 0 or value != int(value) else int(value)

    def is_unknown(self, name: str) -> bool:
        """Return whether there is a value that is not known."""
        return isinstance(self._get(name), Unknown | PartialText)

    def flag(self, name: str) -> bool:
        """Return a boolean; if there is none, what is usual: true."""
        return self._get(name) is not False

    def color(self, name: str) -> str | None:
        """Return a colour of the service; None if there is none."""
        return color_of(self._get(name))

    def items(self, name: str) -> list[object]:
        """Return the items of a list; an empty one if there is none."""
        value = self._get(name)
        return [*value] if isinstance(value, list | tuple) else []

    def object(self, name: str) -> Fields | None:
        """Return an object; None if there is none."""
        value = self._get(name)
        return Fields(value) if isinstance(value, Mapping) else None


def color_of(value: object) -> str | None:
    """Return a colour of the service; None for anything else."""
    return str(value) if isinstance(value, str) and value in TINTS else None


def activity_type_of(state: object, known: str | None = None) -> ActivityType | None:
    """Return the activity type of a content state: the one that it names, or the known one, or by its fields.

    Args:
        state: The content state.
        known: The type of the activity, for a state that names none.

    Returns:
        The type; None if nothing tells it.
    """
    if not isinstance(state, Mapping):
        return None
    named = state.get(STATES.tag_field.name)
    for each in (named, known):
        if isinstance(each, str) and each in STATES.specs:
            return ActivityType(each)
    scores = {
        tag: (
            sum(tag in (STATES.owners_of(name, value) or ()) for name, value in state.items()),
            -sum(not _is_complete(state, required) for required in spec.required(Operation.UPDATE)),
        )
        for tag, spec in STATES.specs.items()
    }
    best = max(scores, key=lambda tag: scores[tag])
    return ActivityType(best) if scores[best][0] else None


def _is_complete(state: Mapping[object, object], required: RequiredGroups) -> bool:
    """Return whether a content state has all fields of one of the groups that a type requires."""
    return any(all(name in state for name in group) for group in required.groups)
