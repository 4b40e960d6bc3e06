"""A page with the cards of several requests in their order, each beside what is wrong with its request."""

from __future__ import annotations

from liveschema.engine.record import Record
from liveschema.preview.markup import attributes, escaped
from liveschema.preview.style import style_of

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Final

_HEAD: Final = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="liveschema">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<header>
<h1>{title}</h1>
<p>{summary}</p>
<p class="note">The pictures are approximations of the cards on a lock screen.</p>
</header>
"""
_TAIL: Final = "</main>\n</body>\n</html>\n"


class Note(Record):
    """What is wrong with a request.

    Args:
        severity: ``error`` or ``warning``.
        rule: The id of the rule.
        place: Where it is, as ``path:line:column``.
        message: What was expected, then what was found.
        hint: How to fix it, if known.
    """

    severity: str
    rule: str
    place: str
    message: str
    hint: str | None = None


class Step(Record):
    """One request of a storyboard.

    Args:
        name: What the request is, such as its operation.
        place: Where it is.
        card: The picture, as `liveschema.preview.svg` makes it, with ids that no other one has; None if there is none.
        facts: More about it, such as its activity and its time.
        remark: What the picture does not say; empty for nothing.
        notes: What is wrong with it.
    """

    name: str
    place: str
    card: str | None
    facts: Sequence[str] = ()
    remark: str = ""
    notes: Sequence[Note] = ()


def storyboard(
    title: str, summary: str, steps: Iterable[Step], *, others: Sequence[Note] = (), theme: str = "auto"
) -> str:
    """Write a page that needs no other file and no script.

    Args:
        title: The title of the page.
        summary: A sentence below it.
        steps: The requests in their order.
        others: What is wrong beside the requests, such as a file that cannot be read.
        theme: The theme, one of `liveschema.preview.THEMES`.

    Returns:
        The text of an HTML document.
    """
    parts = [_HEAD.format(title=escaped(title), summary=escaped(summary), style=style_of(theme))]
    if others:
        parts.append(f'<section aria-label="Beside the requests">\n{_notes(others)}</section>\n')
    parts.append('<ol role="list">\n')
    parts += (_step(number, step) for number, step in enumerate(steps, 1))
    parts += ["</ol>\n", _TAIL]
    return "".join(parts)


def _step(number: int, step: Step) -> str:
    name = f"step-{number}"
    facts = "".join(f"<li>{_isolated(fact)}</li>" for fact in (step.place, *step.facts))
    return (
        f"<li{attributes(id=name)}>\n<article{attributes(aria_labelledby=f'{name}-name')}>\n"
        f"<h2{attributes(id=f'{name}-name')}>Step {number}: {_isolated(step.name)}</h2>\n"
        f'<ul class="facts">{facts}</ul>\n<div class="pair">\n'
        f"<figure>\n{step.card or '<p>There is nothing to draw.</p>'}</figure>\n"
        f"<div>\n{_remark(step)}{_notes(step.notes) if step.notes else '<p>No problems.</p>'}</div>\n"
        "</div>\n</article>\n</li>\n"
    )


def _remark(step: Step) -> str:
    return f'<p class="remark">{escaped(step.remark)}</p>\n' if step.remark else ""


def _notes(notes: Sequence[Note]) -> str:
    return f'<ul class="notes">\n{"".join(map(_note, notes))}</ul>\n'


def _note(note: Note) -> str:
    hint = f'<br><span class="hint">Hint: {_isolated(note.hint)}</span>' if note.hint else ""
    return (
        f"<li{attributes(class_=note.severity)}><strong>{escaped(note.severity)}</strong> "
        f'<code>{escaped(note.rule)}</code> <span class="place">{_isolated(note.place)}</span><br>'
        f"{_isolated(note.message)}{hint}</li>\n"
    )


def _isolated(text: str) -> str:
    """Return a text in an element of its own, so that its direction changes nothing around it."""
    return f"<bdi>{escaped(text)}</bdi>"
