"""The vocabulary of fields: what one value may be, said once and read by all."""

from liveschema.constraints._base import Constraint, Context, Facet, Findings
from liveschema.constraints._containers import Either, Entries, FreeObject, ListOf, compact_size
from liveschema.constraints._families import Family
from liveschema.constraints._objects import AnyOf, Cross, Elsewhere, Field, ObjectSpec, Part, lower_model, spec_of
from liveschema.constraints._plain import DEPTH_READ, MAX_DEPTH, plain
from liveschema.constraints._requests import LEGACY, States, in_document_order, judge_request, report_request
from liveschema.constraints._scalars import Boolean, Choice, Integer, Number, Tag, Text, Url
from liveschema.constraints._source import Function, Source, deferred

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
    "Function",
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
    "compact_size",
    "deferred",
    "in_document_order",
    "judge_request",
    "lower_model",
    "plain",
    "report_request",
    "spec_of",
]
