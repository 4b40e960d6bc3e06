"""One step of the service's GitHub Action: its inputs as texts, with their places in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import attrs

from liveschema.engine.problems import Path, Problem
from liveschema.engine.record import evolve
from liveschema.engine.unknown import UNKNOWN, Unknown
from liveschema.lint.inputs.ci.action_inputs import ACTION, ACTIONS, INPUTS
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.lint.inputs.holes import HOLE, text_of
from liveschema.lint.inputs.templates import GITHUB, with_holes
from liveschema.lint.inputs.yaml.scalars import scalar_in
from liveschema.text.positions import Place, Span

_USES: Final = re.compile(r"activitysmithhq/activitysmith-github-action(?:/[^@]*)?(?:@.*)?\Z", re.IGNORECASE)
_MERGE: Final = "<<"
_WITH: Final = "with"


class Given(NamedTuple):
    """An input that a step gives.

    Args:
        name: The name as written.
        value: The value in YAML.
        key: The range of the name in the YAML text.
        span: The range of the value in the YAML text.
        text: The text that the action gets, without white space around it; None if the value is a list or an object.
    """

    name: str
    value: Any
    key: Span
    span: Span
    text: Fragment | None

    @property
    def known(self) -> str | None:
        """The text that the action gets; None if it is not known."""
        if self.text is None or GITHUB.search(self.text.text) or HOLE in self.text.text:
            return None
        return self.text.text

    @property
    def what_is_known(self) -> Any:  # noqa: ANN401 - a string, or what is known of it
        """The text that the action gets, or what is known of it."""
        return UNKNOWN if self.text is None else text_of(with_holes(self.text, GITHUB).text)


@attrs.frozen(eq=False)
class Step:
    """A step of the action.

    Args:
        fragment: The YAML text.
        start: The offset of the step.
        about: The offset of what names the action: ``with``, or else ``uses``.
        inputs: The inputs by name in lower case, as GitHub compares them.
        is_whole: Whether the step surely has no other inputs than these.
    """

    fragment: Fragment
    start: int
    about: int
    inputs: Mapping[str, Given]
    is_whole: bool

    def place(self, span: Span) -> Place:
        """Return the place in the file of a range of the YAML text."""
        return Place(self.fragment.span(*span.range))

    def fault(self, problem: Problem, offset: int) -> Problem:
        """Return a problem at the place in the file of an offset in the YAML text."""
        line, column = self.fragment.at(offset)
        return evolve(problem, line=line, column=column)

    def heads(self) -> list[int]:
        """Return the lines of the file at which an ignore comment applies to the whole step."""
        return [self.fragment.at(offset)[0] for offset in (self.start, self.about)]


def is_step(value: Mapping[Any, Any], path: Path) -> bool:
    """Return whether an object of a YAML text is a step of the action, or the inputs of one.

    Args:
        value: The object.
        path: Its path in the text.
    """
    uses = value.get("uses")
    if isinstance(uses, str):
        return _USES.match(uses.strip()) is not None and (_WITH in value or "steps" in path)
    if "uses" in value:
        return False
    inputs = value.get(_WITH)
    return _has_action(inputs) or (not path and _has_action(value))


def _has_action(value: object) -> bool:
    """Return whether an object has the inputs of the action, since their name of an action can be no other one's."""
    if not isinstance(value, dict) or value.get(ACTION) not in tuple(ACTIONS):
        return False
    return not (INPUTS.keys() - {ACTION}).isdisjoint(value)


def inputs_of(value: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """Return the inputs that a step gives, which may stand without the step."""
    found = value.get(_WITH) if _WITH in value else {} if "uses" in value else value
    return found if isinstance(found, dict) else {}


def read_step(
    fragment: Fragment, document: Document, value: Mapping[Any, Any], path: Path, first: Mapping[int, Path]
) -> Step:
    """Read the inputs of a step.

    Args:
        fragment: The YAML text.
        document: The document that was read from it, with places in it.
        value: The step, as `is_step` accepts it.
        path: The path of the step in the document.
        first: The paths at which objects are written that aliases stand for, by their identity.
    """
    has_with = _WITH in value
    inputs = inputs_of(value)
    base = first.get(id(inputs), (*path, _WITH)) if has_with else path
    named = {(*base, name): given for name, given in inputs.items() if isinstance(name, str) and name != _MERGE}
    places = document.locator([path, (*path, _WITH), (*path, "uses"), *named])
    about = places[*path, _WITH].key if has_with else None
    if about is None:
        about = places.get((*path, "uses"), places[path]).value
    return Step(
        fragment=fragment,
        start=places[path].value.start,
        about=about.start,
        inputs={str(at[-1]).lower(): _given(fragment, str(at[-1]), each, places[at]) for at, each in named.items()},
        is_whole="uses" in value and _MERGE not in value and len(named) == len(inputs),
    )


def _given(fragment: Fragment, name: str, value: Any, place: Place) -> Given:  # noqa: ANN401 - any YAML value
    if isinstance(value, dict | list):
        text = None
    elif value is None or isinstance(value, Unknown):
        text = fragment.part(place.value.start, place.value.start if value is None else place.value.end)
    else:
        text = _without_blanks(scalar_in(fragment, place.value.start, place.value.end, value))
    return Given(name, value, place.key or place.value, place.value, text)


def _without_blanks(fragment: Fragment) -> Fragment:
    """Return a text without the white space around it, as the action reads it."""
    text = fragment.text
    start = len(text) - len(text.lstrip())
    return fragment.part(start, max(len(text.rstrip()), start))
