"""The checks of the inputs of a step of the service's GitHub Action, whatever its payload is."""

from __future__ import annotations

from collections.abc import Iterator

from liveschema.contract.stream_key import check_stream_key
from liveschema.contract.vocabulary import Operation
from liveschema.engine.problems import Problem
from liveschema.engine.wording import did_you_mean, got, one_of
from liveschema.lint.inputs.ci.action_inputs import (
    ACTION,
    ACTIONS,
    DELIMITER,
    ERRORS,
    FALSE,
    INPUTS,
    PAYLOAD,
    PAYLOAD_FILE,
    PUSH,
    STREAM_KEY,
    SUFFIXES,
    TRUE,
)
from liveschema.lint.inputs.ci.action_step import Given, Step
from liveschema.lint.rules.conflicting_inputs import CONFLICTING_INPUTS
from liveschema.lint.rules.hidden_errors import HIDDEN_ERRORS
from liveschema.lint.rules.inert_input import INERT_INPUT
from liveschema.lint.rules.invalid_input import INVALID_INPUT
from liveschema.lint.rules.missing_input import MISSING_INPUT
from liveschema.lint.rules.unknown_action import UNKNOWN_ACTION
from liveschema.lint.rules.unknown_input import UNKNOWN_INPUT


def input_faults(step: Step, operation: Operation | None) -> Iterator[Problem]:
    """Yield the problems of the inputs of a step.

    Args:
        step: The step.
        operation: The operation that it sends; None if that is not known.
    """
    yield from _wrong_values(step)
    yield from _unknown_inputs(step)
    if operation is not None:
        yield from _missing_inputs(step, operation)
        yield from _inputs_for_others(step, operation)
        yield from _stream_key(step, operation)
        yield from _hidden_errors(step)


def action_faults(step: Step, action: str) -> Iterator[Problem]:
    """Yield the problem that a step has no action, or one that there is not.

    Args:
        step: The step.
        action: The action; empty if it has none.
    """
    if action:
        problem = UNKNOWN_ACTION.problem((), got=got(action))
        hint = did_you_mean(action, (*ACTIONS, PUSH)) or f"use {one_of((*ACTIONS, PUSH))}"
        yield step.fault(UNKNOWN_ACTION.at((), problem.message, hint), step.inputs[ACTION].span.start)
    elif step.is_whole:
        yield _missing(step, ACTION, "a step")


def _wrong_values(step: Step) -> Iterator[Problem]:
    for given in step.inputs.values():
        if given.text is None:
            hint = f"write {given.name}: | and indent the lines below it" if given.name.lower() == PAYLOAD else None
            yield _invalid(step, given, "a text", got(given.value), hint)
    errors = step.inputs.get(ERRORS)
    if errors is not None and errors.value is not None and errors.known not in {None, *TRUE, *FALSE}:
        yield _invalid(step, errors, "true or false", got(errors.known))
    file = step.inputs.get(PAYLOAD_FILE)
    if file is not None and file.known and not file.known.endswith(SUFFIXES):
        expected = f"a path that ends in {one_of([f'.{suffix}' for suffix in SUFFIXES]).removeprefix('one of ')}"
        yield _invalid(step, file, expected, got(file.known))


def _invalid(step: Step, given: Given, expected: str, actual: str, hint: str | None = None) -> Problem:
    problem = INVALID_INPUT.problem((), name=given.name, expected=expected, got=actual)
    return step.fault(INVALID_INPUT.at((), problem.message, hint), given.span.start)


def _unknown_inputs(step: Step) -> Iterator[Problem]:
    for name, given in step.inputs.items():
        if name not in INPUTS:
            problem = UNKNOWN_INPUT.problem((), got=got(given.name).removeprefix("the string "))
            hint = did_you_mean(given.name, INPUTS)
            yield step.fault(UNKNOWN_INPUT.at((), problem.message, hint), given.key.start)


def _missing_inputs(step: Step, operation: Operation) -> Iterator[Problem]:
    action = step.inputs[ACTION].known or ""
    for name, about in INPUTS.items():
        if operation in about.required_by and is_missing(step, name):
            yield _missing(step, name, f"a step with {action}")


def is_missing(step: Step, name: str) -> bool:
    """Return whether a step certainly lacks an input; a payload may also be in a file."""
    names = (PAYLOAD, PAYLOAD_FILE) if name == PAYLOAD else (name,)
    return all(_is_empty(step, each) for each in names)


def _is_empty(step: Step, name: str) -> bool:
    """Return whether a step gives no value to an input, which is the same as an empty one."""
    given = step.inputs.get(name)
    return step.is_whole if given is None else given.known == ""


def _missing(step: Step, name: str, who: str) -> Problem:
    given = step.inputs.get(name)
    problem = MISSING_INPUT.problem((), who=who, name=name, got="none" if given is None else "an empty one")
    offset = step.about if given is None else given.key.start
    return step.fault(MISSING_INPUT.at((), problem.message, INPUTS[name].hint), offset)


def _inputs_for_others(step: Step, operation: Operation) -> Iterator[Problem]:
    """Yield the problems of inputs that suit neither the action nor each other."""
    action = step.inputs[ACTION].known
    for name, given in step.inputs.items():
        if name in INPUTS and operation not in INPUTS[name].used_by and given.known != "":
            yield inert(step, given, f"with {action}")
    payload, file = step.inputs.get(PAYLOAD), step.inputs.get(PAYLOAD_FILE)
    if payload is not None and file is not None and payload.known != "" and file.known:
        message = f"a step must have either {PAYLOAD} or {PAYLOAD_FILE}, got both"
        yield step.fault(CONFLICTING_INPUTS.at((), message), file.key.start)
    delimiter = step.inputs.get(DELIMITER)
    if delimiter is not None and delimiter.known:
        message = f"a step that sends a Live Activity must not have {DELIMITER}, got {got(delimiter.known)}"
        hint = "leave it out: it flattens the payload, and makes a text of every value"
        yield step.fault(CONFLICTING_INPUTS.at((), message, hint), delimiter.key.start)


def inert(step: Step, given: Given, why: str) -> Problem:
    """Return the problem that an input has no effect.

    Args:
        step: The step.
        given: The input.
        why: Beside what it has none, such as ``with update_live_activity``.
    """
    return step.fault(INERT_INPUT.problem((), name=given.name, why=why), given.key.start)


def _stream_key(step: Step, operation: Operation) -> Iterator[Problem]:
    given = step.inputs.get(STREAM_KEY)
    if given is not None and given.known and operation in INPUTS[STREAM_KEY].used_by:
        for problem in check_stream_key(given.known):
            yield step.fault(problem, given.span.start)


def _hidden_errors(step: Step) -> Iterator[Problem]:
    given = step.inputs.get(ERRORS)
    if given is None:
        if step.is_whole:
            yield step.fault(HIDDEN_ERRORS.problem((), got="none"), step.about)
    elif given.known in FALSE:
        yield step.fault(HIDDEN_ERRORS.problem((), got=given.known), given.span.start)
