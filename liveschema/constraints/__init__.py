"""The vocabulary of fields: what one value may be, said once and read by all."""

from liveschema.constraints._base import Constraint, Context, Facet, Findings, unsure
from liveschema.constraints._containers import Either, Entries, FreeObject, ListOf, carried, compact_size
from liveschema.constraints._families import Family
from liveschema.constraints._objects import AnyOf, Cross, Elsewhere, Field, ObjectSpec, Part, lower_model, spec_of
from liveschema.constraints._plain import DEPTH_READ, MAX_DEPTH, plain
from liveschema.constraints._requests import LEGACY, States, in_document_order, report_request
from liveschema.constraints._scalars import Boolean, Choice, Integer, Number, Tag, Text, Url
from liveschema.constraints._source import Source

__all__ = [
    "DEPTH_READ",
    "LEGACY",
    "MAX_DEPTH",
    "AnyOf",
    "Boolean",
    "Choice",
    "Constraint",
    "Context",
    "Cross",
    "Either",
    "Elsewhere",
    "Entries",
    "Facet",
    "Family",
    "Field",
    "Findings",
    "FreeObject",
    "Integer",
    "ListOf",
    "Number",
    "ObjectSpec",
    "Part",
    "Source",
    "States",
    "Tag",
    "Text",
    "Url",
    "carried",
    "compact_size",
    "in_document_order",
    "lower_model",
    "plain",
    "report_request",
    "spec_of",
    "unsure",
]
