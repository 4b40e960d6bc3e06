"""The requests that source code creates first and gives a body afterwards, such as those of Net::HTTP and curl."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from liveschema.lint.inputs.code.http import HttpCalls, Parts
from liveschema.lint.inputs.code.language import Setting
from liveschema.lint.inputs.code.scopes import Names, Scope, Use
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.code.values import Values
from liveschema.lint.inputs.code.views import Name, Part


class Step(NamedTuple):
    """A statement that sets a part of a request.

    Args:
        use: The node of the statement, and where it stands.
        setting: What it sets.
    """

    use: Use
    setting: Setting


class Prepared(NamedTuple):
    """A request that several statements put together.

    Args:
        use: The node that creates it, with the scope of its body.
        uses: The nodes of all statements.
        calls: The ids of the nodes of the calls that would send it without what the other statements set.
        parts: Its parts.
    """

    use: Use
    uses: Sequence[Use]
    calls: Sequence[int]
    parts: Parts


def prepared_requests(names: Names, values: Values, http: HttpCalls) -> Iterator[Prepared]:
    """Yield the requests that are put together by several statements.

    Args:
        names: The names that the code binds.
        values: The values of its expressions.
        http: Its calls of HTTP clients.
    """
    variables: dict[tuple[Scope, str], list[Step]] = {}
    for use in names.uses:
        if use.kind not in ("call", "definition"):
            continue
        for setting in values.language.settings(use.node, values.source):
            variable = values.view(setting.variable)
            if isinstance(variable, Name):
                owner = use.scope.owner(variable.name) or use.scope
                variables.setdefault((owner, variable.name), []).append(Step(use, setting))
    for steps in variables.values():
        for group in _groups(steps, values.source):
            found = _put_together(group, http)
            if found is not None:
                yield found


def _groups(steps: Sequence[Step], source: Source) -> list[list[Step]]:
    """Return the steps of each request that a variable holds, which begin with the one that creates it."""
    groups: list[list[Step]] = []
    for step in steps:
        if step.setting.is_new:
            groups.append([])
        if groups:
            groups[-1].append(step)
    # Requests that are created in different branches share the steps after these.
    return groups if len(groups) == 1 or len({_block_of(group[0].use, source) for group in groups}) == 1 else []


def _block_of(use: Use, source: Source) -> int | None:
    """Return the id of the node around a statement."""
    around = None if use.statement is None else source.parent(use.statement)
    return None if around is None else around.id


def _put_together(steps: Sequence[Step], http: HttpCalls) -> Prepared | None:
    """Return the request that the steps make; None if its URL is not known."""
    urls = [(step.setting.url, step.use.scope) for step in steps if step.setting.url is not None]
    bodies = [(step.setting.body, step.use.scope) for step in steps if step.setting.body is not None]
    if len(urls) != 1:
        return None
    at, scope = urls[0]
    url = http.url(at, scope)
    if url is None:
        return None
    # A body that no statement sets, or several do, may be any.
    is_open = len(bodies) != 1 or any(step.setting.is_open for step in steps)
    body, body_scope = (None, scope) if is_open else bodies[0]
    parts = Parts(_method(steps, http), url, at, body, is_open)
    calls = [step.setting.call.id for step in steps if step.setting.call is not None]
    return Prepared(steps[0].use._replace(scope=body_scope), [step.use for step in steps], calls, parts)


def _method(steps: Sequence[Step], http: HttpCalls) -> str | None:
    """Return the method of a request; None if it is not known."""
    named: list[tuple[str | Part, Scope]] = [
        (step.setting.method, step.use.scope) for step in steps if step.setting.method is not None
    ]
    if not named:
        implied = [step.setting.implied for step in steps if step.setting.implied is not None]
        return implied[-1] if implied else None
    found = {method if isinstance(method, str) else http.method(method, scope) for method, scope in named}
    return found.pop() if len(found) == 1 else None
