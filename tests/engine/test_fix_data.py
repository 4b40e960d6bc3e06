"""Fixes as plain data: what they change in a payload, and when they refuse."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from liveschema.engine.fixes import AddMember, Fix, MoveMember, RemoveMember, RenameMember, ReplaceValue
from liveschema.engine.unknown import MORE, UNKNOWN

LOAN: dict[str, Any] = {"id": "l_1", "book": {"titel": "Emma", "pages": ["12", 7]}, "due": None}


@pytest.mark.parametrize(
    ("fix", "title", "changed"),
    [
        (
            RenameMember(path=("book", "titel"), safe=True, name="title"),
            "rename titel to title",
            {"id": "l_1", "book": {"title": "Emma", "pages": ["12", 7]}, "due": None},
        ),
        (
            ReplaceValue(path=("book", "pages", 0), safe=True, value=12),
            "write 12 for pages[0]",
            {"id": "l_1", "book": {"titel": "Emma", "pages": [12, 7]}, "due": None},
        ),
        (
            ReplaceValue(path=("id",), safe=True, value="L_1"),
            'write "L_1" for id',
            {"id": "L_1", "book": {"titel": "Emma", "pages": ["12", 7]}, "due": None},
        ),
        (
            RemoveMember(path=("due",), safe=True),
            "leave due out",
            {"id": "l_1", "book": {"titel": "Emma", "pages": ["12", 7]}},
        ),
        (
            MoveMember(path=("due",), safe=True, target=("book",)),
            "move due into book",
            {"id": "l_1", "book": {"titel": "Emma", "pages": ["12", 7], "due": None}},
        ),
        (
            AddMember(path=("book", "type"), safe=True, value="novel"),
            'add "type": "novel"',
            {"id": "l_1", "book": {"titel": "Emma", "pages": ["12", 7], "type": "novel"}, "due": None},
        ),
    ],
    ids=lambda each: type(each).__name__ if isinstance(each, Fix) else "",
)
def test_a_fix_changes_a_copy_of_the_payload_in_one_place(fix: Fix, title: str, changed: object) -> None:
    before = deepcopy(LOAN)
    after = fix.apply(LOAN)
    assert after == changed
    assert list(after) == list(changed)  # type: ignore[call-overload] # both are objects
    assert before == LOAN
    assert fix.title == title


def test_a_member_that_is_renamed_stays_in_its_place() -> None:
    after: Any = RenameMember(path=("book", "titel"), safe=True, name="title").apply(LOAN)
    assert list(after["book"]) == ["title", "pages"]


@pytest.mark.parametrize(
    "fix",
    [
        RenameMember(path=("book", "titel"), safe=True, name="pages"),
        RenameMember(path=("book", "isbn"), safe=True, name="title"),
        RenameMember(path=("due", "date"), safe=True, name="day"),
        ReplaceValue(path=("book", "pages", 2), safe=True, value=1),
        ReplaceValue(path=("book", 0), safe=True, value=1),
        ReplaceValue(path=("id", 0), safe=True, value="L"),
        RemoveMember(path=("book", "isbn"), safe=True),
        MoveMember(path=("id",), safe=True, target=("reader",)),
        MoveMember(path=("id",), safe=True, target=("due",)),
        MoveMember(path=("isbn",), safe=True, target=("book",)),
        MoveMember(path=("id",), safe=True, target=("book", "pages")),
        AddMember(path=("book", "titel"), safe=True, value="novel"),
        AddMember(path=("reader", "type"), safe=True, value="member"),
        AddMember(path=("id", "type"), safe=True, value="member"),
    ],
    ids=repr,
)
def test_a_fix_that_has_nothing_to_change_or_would_replace_something_is_refused(fix: Fix) -> None:
    with pytest.raises(LookupError):
        fix.apply(LOAN)


def test_a_fix_changes_members_at_any_depth() -> None:
    payload = {"type": "loan", "a": {"b": {"titel": 1, "c": {"d": 2}}}}
    rename = RenameMember(path=("a", "b", "titel"), safe=True, name="title")
    assert rename.new_path == ("a", "b", "title")
    assert rename.apply(payload) == {"type": "loan", "a": {"b": {"title": 1, "c": {"d": 2}}}}
    assert RenameMember(path=("type",), safe=True, name="kind").new_path == ("kind",)
    add = AddMember(path=("a", "b", "c", "type"), safe=True, value="novel")
    assert add.title == 'add "type": "novel"'
    assert add.apply(payload) == {"type": "loan", "a": {"b": {"titel": 1, "c": {"d": 2, "type": "novel"}}}}
    assert AddMember(path=("kind",), safe=True, value="x").title == 'add "kind": "x"'
    move = MoveMember(path=("a", "b", "titel"), safe=True, target=())
    assert move.title == "move titel into the request"
    assert move.apply(payload) == {"type": "loan", "a": {"b": {"c": {"d": 2}}}, "titel": 1}
    assert RemoveMember(path=("a", "b", "c"), safe=True).title == "leave c out"
    assert ReplaceValue(path=("a", "b", "titel"), safe=True, value="x").title == 'write "x" for titel'


def test_what_may_be_there_already_is_not_added() -> None:
    payload = {"titel": "Emma", MORE: UNKNOWN}
    with pytest.raises(LookupError):
        RenameMember(path=("titel",), safe=True, name="title").apply(payload)
    with pytest.raises(LookupError):
        AddMember(path=("type",), safe=True, value="novel").apply(payload)


def test_a_path_is_known_after_the_change() -> None:
    rename = RenameMember(path=("book", "titel"), safe=True, name="title")
    move = MoveMember(path=("pages",), safe=True, target=("book",))
    assert rename.moved(("book", "titel", 0)) == ("book", "title", 0)
    assert rename.moved(("book", "pages")) == ("book", "pages")
    assert move.moved(("pages",)) == ("book", "pages")
    assert move.moved(("book",)) == ("book",)
    for fix in (
        RemoveMember(path=("due",), safe=True),
        ReplaceValue(path=("due",), safe=True, value=1),
        AddMember(path=("type",), safe=True, value="loan"),
    ):
        assert fix.moved(("due",)) == ("due",)


def test_the_base_class_describes_and_changes_nothing() -> None:
    fix = Fix(path=(), safe=True)
    with pytest.raises(NotImplementedError):
        fix.apply({})
    with pytest.raises(NotImplementedError):
        _ = fix.title
