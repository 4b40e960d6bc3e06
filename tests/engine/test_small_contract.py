"""The engine works with another contract, since it knows nothing about Live Activities."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_contract import ITEMS as LENT
from library_contract import LIBRARY, Book, Condition, Cover, Desk, Film, Loan, Medium, Reader, Slip

import liveschema
from liveschema.contract.vocabulary import ActivityType, Operation
from liveschema.engine.constraint import Context
from liveschema.engine.dispatch import payload_schema
from liveschema.engine.emit import emit, specs_of
from liveschema.engine.plain import plain
from liveschema.engine.problems import InvalidPayload, ProblemCollector, Severity
from liveschema.engine.report import report
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.schema import Definitions

ENGINE = Path(liveschema.__file__).parent / "engine"
LOAN: dict[str, Any] = {
    "reader": {"name": "Ada", "card": "0042"},
    "item": {"medium": "book", "pages": 300, "page": 20},
    "notes": {"shelf": "B", "row": 4, "rare": True},
}
RETURN: dict[str, Any] = {"item": {"medium": "film", "reels": 3, "reel_minutes": 20}, "conditions": ["good"]}
Said = list[tuple[str, str, str]]


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """Return the generated modules of the contract, imported as a program would import them."""
    root = tmp_path_factory.mktemp("emitted")
    (root / "library_generated").mkdir()
    modules = emit(LIBRARY, "library_generated")
    for name, text in {**modules, "__init__": ""}.items():
        (root / "library_generated" / f"{name}.py").write_text(text, encoding="utf-8")
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    yield {name: importlib.import_module(f"library_generated.{name}") for name in modules}
    sys.path.remove(str(root))


def reported(payload: object, desk: Desk) -> Said:
    return [(each.rule, each.pointer, each.message) for each in report(LIBRARY, payload, desk)]


@pytest.mark.parametrize(("payload", "desk"), [(LOAN, Desk.LEND), (RETURN, Desk.TAKE_BACK)])
def test_a_valid_payload_has_no_problem(payload: dict[str, Any], desk: Desk) -> None:
    assert reported(payload, desk) == []


@pytest.mark.parametrize(
    ("payload", "desk", "expected"),
    [
        (None, Desk.LEND, [("null-value", "", "the slip must be an object, got null")]),
        (
            {**LOAN, "reader": {"name": ""}},
            "lend",
            [("empty-string", "/reader/name", "name must not be empty, got an empty string")],
        ),
        (
            {**LOAN, "item": {"medium": "book", "pages": 3, "page": 4}},
            "lend",
            [("page-past-end", "/item/page", "page must be at most pages (3), got 4")],
        ),
        (
            {**LOAN, "item": {"medium": "book", "pages": 3, "minutes": 4}},
            "lend",
            [("misplaced-field", "/item/minutes", "minutes belongs to film items; this one is book")],
        ),
        (
            {**LOAN, "item": {"medium": "book", "pages": 3, "lost": True}},
            "lend",
            [("misplaced-field", "/item/lost", "lost belongs to film items; this one is book")],
        ),
        (
            {**LOAN, "item": {"medium": "book", "pages": 3, "studio": "Ufa"}},
            "lend",
            [("misplaced-field", "/item/studio", "studio belongs to film items; this one is book")],
        ),
        (
            {**LOAN, "item": {"medium": "film", "minutes": 90, "lost": None}},
            "lend",
            [("null-value", "/item/lost", "lost must be true or false, got null")],
        ),
        (
            {**LOAN, "conditions": ["good"]},
            "lend",
            [("misplaced-field", "/conditions", "conditions belongs to take_back slips; this is a lend slip")],
        ),
        (
            {**RETURN, "reader": {"name": "Ada", "card": "1"}},
            "take_back",
            [("misplaced-field", "/reader/card", "card belongs to lend slips; this is a take_back slip")],
        ),
        (
            {**RETURN, "item": {"medium": "film", "reels": 3}},
            "take_back",
            [("incomplete-pair", "/item", "reels and reel_minutes must be sent together, got only reels")],
        ),
        (
            {**RETURN, "item": {"medium": "film"}},
            "take_back",
            [
                (
                    "missing-field",
                    "/item",
                    "item needs minutes, or reels with reel_minutes (unless lost is true), got neither",
                )
            ],
        ),
        (
            {**RETURN, "item": {"pages": 3}},
            "take_back",
            [("missing-type", "/item", "item needs a medium (book or film), got none")],
        ),
        (
            {**RETURN, "item": {"medium": "tape"}},
            "take_back",
            [("unknown-type", "/item/medium", 'medium must be book or film, got the string "tape"')],
        ),
        (
            {**RETURN, "conditions": ["god"]},
            "take_back",
            [("unknown-condition", "/conditions/0", 'conditions[0] must be good or worn, got the string "god"')],
        ),
        (
            {**LOAN, "notes": {"k": "é" * 20, "l": "é" * 20}},
            "lend",
            [("notes-too-large", "/notes", "notes must be at most 60 bytes as compact UTF-8 JSON, got 95")],
        ),
    ],
)
def test_a_message_uses_the_words_of_the_contract(payload: Any, desk: str, expected: Said) -> None:
    assert reported(payload, Desk(desk)) == expected


def test_a_rule_on_a_mode_is_reported_if_enabled() -> None:
    assert report(LIBRARY, RETURN, Desk.TAKE_BACK) == []
    (problem,) = report(LIBRARY, RETURN, Desk.TAKE_BACK, enable={"slow-desk"})
    assert (problem.rule, problem.message) == ("slow-desk", "another desk should be asked, got take_back")
    assert report(LIBRARY, LOAN, Desk.LEND, enable={"slow-desk"}) == []


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            {"medium": "book", "pages": 3, "lost": False},
            [("/item/lost", "lost has an effect on film items only; this one is book", "leave lost out")],
        ),
        (
            {"medium": "book", "pages": 3, "studio": None},
            [("/item/studio", "studio should be left out if it is unset, got null", "leave studio out")],
        ),
        (
            {"medium": "film", "minutes": 90, "studio": None, "lost": False},
            [("/item/studio", "studio should be left out if it is unset, got null", "leave studio out")],
        ),
    ],
)
def test_a_tolerated_value_is_reported_if_enabled(item: dict[str, Any], expected: list[Any]) -> None:
    assert report(LIBRARY, {**LOAN, "item": item}, Desk.LEND) == []
    problems = report(LIBRARY, {**LOAN, "item": item}, Desk.LEND, enable={"inert-field"})
    assert [(each.pointer, each.message, each.hint) for each in problems] == expected
    assert {each.rule for each in problems} == {"inert-field"}
    assert {each.severity for each in problems} == {Severity.WARNING}


BIG = {"a": [1, {"b": None}], "c": 2**300}


@pytest.mark.parametrize(("fields", "most"), [({}, 120), ({"extras": {}}, 120), ({"extras": BIG}, 250)])
def test_the_size_of_fields_is_that_of_one_object_with_those_that_are_present(
    emitted: dict[str, ModuleType], fields: dict[str, Any], most: int
) -> None:
    def sized(size: int) -> dict[str, Any]:
        empty: dict[str, Any] = {"item": {"medium": "film", "minutes": 90, "studio": ""}, **fields}
        empty["item"]["studio"] = "x" * (size - len(json.dumps(empty, separators=(",", ":"))))
        return {**LOAN, **empty}

    requests = emitted["requests"]
    for size in (most, most + 1):
        payload = sized(size)
        told = [f"the item with its extras should be at most 120 bytes, got {size}"] if size > 120 else []
        problems = report(LIBRARY, payload, Desk.LEND)
        assert [each.message for each in problems] == told
        assert [(each.rule, each.pointer) for each in problems] == [("slip-too-large", "/item")] * len(told)
        assert (requests.NO_WARNINGS["lend"](payload, None) is False) == bool(told)
        assert requests.VALID["lend"](payload, None) == "untagged"


ITEM_SPECS = LENT.specs
ITEMS = st.sampled_from(
    [
        {"medium": "book", "pages": 3, "page": 3},
        {"medium": "book", "pages": 3, "page": 4},
        {"medium": "book", "pages": 3, "cover": {"about": {"by": "Ada"}}},
        {"medium": "book", "pages": 3, "cover": {"about": {"at": {1}}}},
        {"medium": "book", "pages": 3, "lost": False},
        {"medium": "book", "pages": 3, "lost": True},
        {"medium": "book", "pages": 3, "studio": None},
        {"medium": "book", "pages": 3, "page": None, "studio": None},
        {"medium": "book", "pages": 3, "lost": False, "studio": "Ufa"},
        {"medium": "film", "minutes": 4.5},
        {"medium": "film", "minutes": 4.5, "studio": None},
        {"medium": "film", "lost": None, "studio": None},
        {"medium": "film", "lost": True},
        {"medium": "film", "lost": False},
        {"medium": "film", "reels": 2},
        {"medium": "tape"},
        {},
        None,
    ]
)
SLIPS = st.fixed_dictionaries(
    {},
    optional={
        "item": ITEMS,
        "reader": st.sampled_from([{"name": "Ada"}, {"name": "Ada", "card": "1"}, {"name": ""}, {"nam": "Ada"}, "Ada"]),
        "conditions": st.lists(st.sampled_from(["good", "worn", "bad", 1]), max_size=3),
        "notes": st.dictionaries(
            st.text(max_size=11), st.sampled_from([1, True, "x" * 20, "x" * 21, None]), max_size=4
        ),
        "extras": st.sampled_from([{}, {"a": [1, {"b": None}]}, {"a": float("nan")}, {"a": {1}}, []]),
        "report": st.sampled_from(["https://x.example", "http://x.example", "https://x.example/\ud800", ""]),
        "copy": st.just(1),
    },
)


@given(payload=SLIPS, desk=st.sampled_from(Desk))
def test_every_predicate_agrees_with_the_report(
    emitted: dict[str, ModuleType], payload: dict[str, Any], desk: Desk
) -> None:
    problems = report(LIBRARY, plain(payload), desk)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    requests = emitted["requests"]
    for table, reported in ((requests.VALID, errors), (requests.NO_WARNINGS, problems)):
        answer = table[desk](payload, None)
        # None means that the payload contains a value that is not plain data, and must be converted first.
        assert (answer is False) == bool(reported) or answer is None
        if not reported:
            assert answer == "untagged"


@given(payload=SLIPS, desk=st.sampled_from(Desk))
def test_every_valid_payload_is_built_and_dumped(
    emitted: dict[str, ModuleType], payload: dict[str, Any], desk: Desk
) -> None:
    if emitted["requests"].VALID[desk](payload, None) != "untagged":
        return
    sizes: list[int] = []
    built = emitted["build"].BUILDERS[desk](payload, None, sizes)
    assert built.desk is desk
    inert = {"lost", "studio"} if payload["item"]["medium"] == "book" else set()
    kept = {name: value for name, value in payload["item"].items() if name not in inert and value is not None}
    assert sum(sizes) == json.dumps(payload).count('": ')
    dumped = {**payload, "item": kept}
    assert emitted["dump"].DUMPS[type(built)](built) == dumped
    assert json.loads(emitted["text"].TEXTS[type(built)](built)) == dumped


@given(payload=SLIPS, desk=st.sampled_from(Desk))
def test_the_schema_agrees_with_the_report(payload: dict[str, Any], desk: Desk) -> None:
    definitions = Definitions(Context(mode=desk, contract=LIBRARY))
    schema = payload_schema(LIBRARY, desk, definitions) | {"$defs": definitions.made}
    beyond = {"page-past-end", "notes-too-large", "non-finite-number", "lone-surrogate", "not-json"}
    errors = {each.rule for each in report(LIBRARY, plain(payload), desk) if each.severity is Severity.ERROR}
    if errors and errors <= beyond:
        return
    assert jsonschema.Draft202012Validator(schema).is_valid(payload) == (not errors), errors


def test_models_are_checked_when_they_are_built() -> None:
    loan = Loan(reader=Reader("Ada", card="0042"), item=Book(pages=300, page=20))
    assert loan == Loan(reader=Reader("Ada", card="0042"), item=Book(pages=300, page=20))
    assert Film(lost=True).minutes is None
    with pytest.raises(InvalidPayload, match="page must be at most pages"):
        Book(pages=3, page=4)
    with pytest.raises(InvalidPayload, match="needs minutes, or reels with reel_minutes"):
        Film()


NO_MEDIUM: Any = {"minutes": 4, "medium": None}
TEXTS = ["", "Ada", "x" * 21, "https://x.example", "http://x.example", "good", "film"]
LISTS = [["good"], ("worn", Condition.GOOD), [], ["bad"], ["good"] * 3]
DICTS = [{}, {"a": 1}, {"": 1}, {"a": {1}}, {"a": [1, {"b": None}]}, {each * 4: "x" * 20 for each in "abc"}]
DICTS += [Cover({"by": ["Ada", {}]}).about]
PARTS = [
    Cover({"by": "Ada"}),
    Book(pages=3, cover=Cover({"by": "Ada"})),
    Reader("Ada"),
    Reader("Ada", card="1"),
    Book(pages=3),
    Film(minutes=4),
    Film(**NO_MEDIUM),
]
OTHERS = [None, True, False, 0, 1, 2.5, 31, object(), Medium.BOOK, Medium.FILM, Condition.WORN]
ARGUMENTS = st.sampled_from([*TEXTS, *LISTS, *DICTS, *PARTS, *OTHERS])


@given(st.data())
def test_every_generated_constructor_does_as_the_general_one(
    emitted: dict[str, ModuleType], data: st.DataObject
) -> None:
    cls, construct = data.draw(st.sampled_from([*emitted["construct"].CONSTRUCTORS.items()]))
    valid: dict[str, Any] = {"name": "Ada", "pages": 3, "item": Book(pages=3), "conditions": ["good"]}
    valid |= {"about": {}, "reader": Reader("Ada"), "minutes": 4, "medium": cls.__spec__.tag}
    changed = data.draw(st.dictionaries(st.sampled_from(cls.__fields__), ARGUMENTS, max_size=3))
    arguments = {name: valid.get(name) for name in cls.__fields__} | changed

    def built(build: Any) -> Any:
        made = object.__new__(cls)
        try:
            build(made)
        except InvalidPayload as error:
            return error.problems
        return [(type(getattr(made, name)), repr(getattr(made, name))) for name in cls.__fields__]

    assert built(lambda made: construct(made, **arguments)) == built(lambda made: made.__build__(arguments))


def test_a_constructor_without_generated_code_takes_the_same_arguments() -> None:
    assert Reader("Ada", card="1") == Reader(name="Ada", card="1")
    assert Film(minutes=3).medium is Medium.FILM
    reader: Any = Reader
    film: Any = Film
    for build, message in (
        (reader, r"^Reader\(\): missing a required argument: 'name'$"),
        (lambda: reader("Ada", car="1"), r"^Reader\(\): got an unexpected keyword argument 'car'$"),
        (lambda: film(3), r"^Film\(\): too many positional arguments$"),
        (lambda: Slip(item=Film(minutes=3)), "^Slip is abstract; build one of its subclasses$"),
    ):
        with pytest.raises(TypeError, match=message):
            build()


def test_a_requirement_is_the_same_in_other_modes() -> None:
    needs = RequiredGroups((("pages",),))
    assert needs == RequiredGroups((("pages",),), modes=frozenset({Desk.LEND})) != RequiredGroups((("page",),))
    assert len({needs, RequiredGroups((("pages",),), modes=frozenset({Desk.LEND}))}) == 1


def test_every_class_is_listed_once() -> None:
    assert [spec.cls.__name__ for spec in specs_of(LIBRARY)] == ["Loan", "Book", "Cover", "Film", "Reader", "Return"]


def test_no_predicate_is_emitted_for_a_field_that_differs_by_mode(emitted: dict[str, ModuleType]) -> None:
    predicates = emitted["fields"].FIELD_PREDICATES
    assert "reader" not in predicates["Loan"]  # its card is only for loans
    assert {"item", "notes", "extras"} <= predicates["Loan"].keys()


def test_the_engine_contains_no_words_of_our_contract() -> None:
    """Search for words that are specific to Live Activities; common words such as title or value are allowed."""
    ours = {"activity", "activities", "operation", "operations", "content_state", "stream", "lock-screen", "iphone"}
    ours |= {str(each) for each in (*ActivityType, *Operation)} - {
        "value",
        "end",
        "start",
        "update",
        "alert",
        "progress",
    }
    for file in sorted(ENGINE.rglob("*.py")):
        words = set(re.findall(r"[a-z_-]+", file.read_text(encoding="utf-8").lower()))
        assert words & ours == set(), file.name


def test_an_object_outside_a_payload_can_be_reported_on() -> None:
    out = ProblemCollector()
    ITEM_SPECS["book"].report({"medium": "book", "pages": 0, "minutes": 4, "copy": 1}, (), out, Context())
    assert [(each.rule, each.message) for each in out.problems] == [
        ("out-of-range", "pages must be 1 or more, got 0"),
        ("misplaced-field", "minutes belongs to film items; this one is book"),
        ("unknown-field", "the item has no field copy"),
    ]
