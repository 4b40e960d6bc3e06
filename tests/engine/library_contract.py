"""A small contract for another domain: the loans and returns of a lending library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar

from liveschema.engine.containers import JsonObject, ListOf, MapOf, UnionOf
from liveschema.engine.contract import Contract
from liveschema.engine.cross_field_tests import CompactSize, Compare
from liveschema.engine.declare import Model, field, model, tag_field
from liveschema.engine.objects import Tolerance
from liveschema.engine.problems import Severity
from liveschema.engine.requirements import RequiredGroups
from liveschema.engine.rule import CrossFieldRule, ModeRule, Rule
from liveschema.engine.scalars import Boolean, EnumOf, Integer, Number, Text, Url
from liveschema.engine.unions import Nested, TaggedUnion


class Desk(StrEnum):
    LEND = "lend"
    TAKE_BACK = "take_back"


class Medium(StrEnum):
    BOOK = "book"
    FILM = "film"


class Condition(StrEnum):
    GOOD = "good"
    WORN = "worn"


UNKNOWN_CONDITION = Rule(id="unknown-condition", severity=Severity.ERROR)
NOTES_TOO_LARGE = Rule(id="notes-too-large", severity=Severity.ERROR)
SLOW_DESK = Rule(
    id="slow-desk",
    severity=Severity.WARNING,
    default=False,
    message="another desk should be asked, got {mode}",
)
PAGE_PAST_END = CrossFieldRule(
    id="page-past-end",
    severity=Severity.ERROR,
    test=Compare("page", "<=", "pages"),
    message="page must be at most pages ({pages}), got {page}",
    hint="count again",
)


@model(label="the reader", kw_only=False)
class Reader(Model):
    """The person who borrows."""

    name: str = field(Text(min_length=1), doc="The name.", source="card")
    card: str | None = field(Text(max_length=8), default=None, allowed_in=frozenset({Desk.LEND}), doc="x", source="x")


@model(label="the cover", kw_only=False)
class Cover(Model):
    """The cover of a book."""

    about: Mapping[str, Any] = field(JsonObject(), doc="What is on it.", source="shelf")


@model(label="the item", rules=(PAGE_PAST_END,))
class Book(Model):
    """A book."""

    pages: int = field(Integer(minimum=1), doc="How many pages.", source="shelf")
    page: int | None = field(Integer(minimum=1), default=None, doc="Where the mark is.", source="shelf")
    cover: Cover | None = field(Nested(Cover), default=None, doc="The cover.", source="shelf")
    medium: Medium = tag_field(default=Medium.BOOK, label="item", doc="The medium.", source="shelf")


@model(
    label="the item",
    requirements=(RequiredGroups((("minutes",), ("reels", "reel_minutes")), unless=("lost", True)),),
)
class Film(Model):
    """A film."""

    minutes: float | None = field(Number(exclusive_minimum=0), default=None, doc="Length.", source="shelf")
    reels: int | None = field(Integer(minimum=1), default=None, doc="Reels.", source="shelf")
    reel_minutes: float | None = field(Number(maximum=30, minimum=1), default=None, doc="Of each.", source="shelf")
    lost: bool | None = field(
        Boolean(),
        default=None,
        service_default=False,
        tolerance=Tolerance("Sent by old tills."),
        doc="Lost.",
        source="shelf",
    )
    studio: str | None = field(
        Text(), default=None, tolerance=Tolerance("Sent by new tills.", null=True), doc="Who made it.", source="shelf"
    )
    medium: Medium = tag_field(default=Medium.FILM, label="item", doc="The medium.", source="shelf")


ITEMS = TaggedUnion((Book, Film), "item", "items")


SLIP_TOO_LARGE = CrossFieldRule(
    id="slip-too-large",
    severity=Severity.WARNING,
    test=CompactSize("item", ("extras",), 120),
    message="the item with its extras should be at most {most} bytes, got {size}",
)


@model(label="the slip", abstract=True, rules=(SLIP_TOO_LARGE,))
class Slip(Model):
    """The fields that loans and returns share."""

    desk: ClassVar[Desk]
    item: Book | Film = field(ITEMS, doc="What is lent.", source="slip")
    notes: Mapping[str, Any] | None = field(
        MapOf(
            key=Text(min_length=1, max_length=10),
            value=UnionOf((Text(max_length=20), Number(), Boolean()), "NoteValue"),
            max_properties=3,
            max_bytes=60,
            size_rule=NOTES_TOO_LARGE,
        ),
        default=None,
        doc="Notes.",
        source="slip",
    )


@model()
class Loan(Slip):
    """A loan."""

    desk = Desk.LEND
    reader: Reader = field(Nested(Reader), doc="Who borrows.", source="slip")
    extras: Mapping[str, Any] | None = field(JsonObject(), default=None, doc="Extras.", source="slip")


@model()
class Return(Slip):
    """A return."""

    desk = Desk.TAKE_BACK
    conditions: Sequence[Condition] = field(
        ListOf(EnumOf(Condition, UNKNOWN_CONDITION), "condition", min_items=1, max_items=2),
        doc="How it came back.",
        source="slip",
    )
    report: str | None = field(Url(("https",), "an https URL"), default=None, doc="Report.", source="slip")
    reader: Reader | None = field(Nested(Reader), default=None, doc="Who borrowed.", source="slip")


LIBRARY = Contract(
    modes=Desk,
    payloads={Desk.LEND: Loan, Desk.TAKE_BACK: Return},
    label="slip",
    mode_rules=(ModeRule(SLOW_DESK, frozenset({Desk.TAKE_BACK})),),
)
