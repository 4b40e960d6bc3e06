"""Writes a small package in the form in which OpenAPI Generator writes the official SDK."""

from __future__ import annotations

from pathlib import Path

MODELS = """
from __future__ import annotations
from enum import Enum
from typing import Any, Dict, List, Optional, Union
from pydantic import BaseModel, Field, StrictFloat, StrictInt, StrictStr, field_validator
from typing_extensions import Annotated


class Shade(str, Enum):
    DARK = "dark"
    PALE = "pale"


class Reading(BaseModel):
    oneof_schema_1_validator: Optional[Union[Annotated[float, Field(ge=0)], Annotated[int, Field(ge=0)]]] = None
    oneof_schema_2_validator: Optional[Annotated[str, Field(max_length=64)]] = None
    actual_instance: Optional[Union[float, str]] = None
    one_of_schemas: List[str] = ["float", "str"]


class Label(BaseModel):
    text: StrictStr
    shade: Optional[Shade] = Shade.DARK
    additional_properties: Dict[str, Any] = {}


class Card(BaseModel):
    title: Annotated[str, Field(min_length=1, strict=True)]
    kind_: Optional[StrictStr] = Field(default=None, alias="kind")
    kinds: Optional[List[StrictStr]] = None
    only: Optional[StrictStr] = None
    code: Optional[StrictStr] = None
    share: Optional[Union[StrictFloat, StrictInt]] = None
    reading: Optional[Reading] = None
    labels: Optional[Annotated[List[Label], Field(max_length=8)]] = None
    notes: Optional[Dict[str, StrictStr]] = None
    from_: Optional[StrictInt] = Field(default=None, alias="from")

    @field_validator("kind_")
    def kind_validate_enum(cls, value):
        if value is None:
            return value
        if value not in set(["a", "b"]):
            raise ValueError("must be one of enum values ('a', 'b')")
        return value

    @field_validator("kinds")
    def kinds_validate_enum(cls, value):
        if value is None:
            return value
        for i in value:
            if i not in set(["a", "b"]):
                raise ValueError("each list item must be one of ('a', 'b')")
        return value

    @field_validator("only")
    def only_validate_enum(cls, value):
        if value not in set(["one"]):
            raise ValueError("must be one of enum values ('one')")
        return value

    @field_validator("code")
    def code_validate_regular_expression(cls, value):
        raise ValueError(r"must validate the regular expression /^[a-z]+$/")
"""

API = """
from typing import Any, Dict, List, Optional, Tuple
from pydantic import Field, StrictInt, StrictStr, validate_call
from typing_extensions import Annotated
from {package}.models import Card


class CardsApi:
    def __init__(self, api_client=None) -> None:
        self.api_client = api_client

    @validate_call
    def put_card(
        self,
        card_key: Annotated[str, Field(strict=True, max_length=9)],
        card: Card,
        page_size: Annotated[Optional[StrictInt], Field(description="…")] = None,
        _headers: Optional[Dict[StrictStr, Any]] = None,
    ) -> None:
        raise NotImplementedError

    def _put_card_serialize(self, card_key, card, page_size, _headers):
        _path_params: Dict[str, str] = {{}}
        _query_params: List[Tuple[str, str]] = []
        _header_params = _headers or {{}}
        _body_params = None
        if card_key is not None:
            _path_params["cardKey"] = card_key
        if page_size is not None:
            _query_params.append(("pageSize", page_size.value))
        if card is not None:
            _body_params = card
        _header_params["Accept"] = self.api_client.select_header_accept(["application/json"])
        _header_params["Content-Type"] = self.api_client.select_header_content_type(["application/json"])
        return self.api_client.param_serialize(
            method="PUT",
            resource_path="/card/{{cardKey}}",
            path_params=_path_params,
            query_params=_query_params,
            header_params=_header_params,
            body=_body_params,
        )

    @validate_call
    def list_cards(self, card: Optional[Card] = None) -> None:
        raise NotImplementedError

    def _list_cards_serialize(self, card):
        return self.api_client.param_serialize(
            method="GET", resource_path="/card", path_params={{}}, query_params=[], header_params={{}}, body=card
        )
"""

TEXT = {"type": "string"}
DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/card/{cardKey}": {
            "put": {
                "parameters": [
                    {"in": "path", "name": "cardKey", "required": True, "schema": {**TEXT, "maxLength": 9}},
                    {"in": "query", "name": "pageSize", "schema": {"type": "integer"}},
                    {"in": "header", "name": "X-Trace", "schema": TEXT},
                ],
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Card"}}},
                },
            }
        },
        "/card": {
            "get": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Card"}}}}}
        },
    },
    "components": {
        "schemas": {
            "Label": {
                "type": "object",
                "properties": {"text": TEXT, "shade": {**TEXT, "enum": ["pale", "dark"], "default": "dark"}},
                "required": ["text"],
            },
            "Card": {
                "type": "object",
                "properties": {
                    "title": {**TEXT, "minLength": 1},
                    "kind": {"enum": ["b", "a"]},
                    "kinds": {"type": "array", "items": {**TEXT, "enum": ["a", "b"]}},
                    "only": {"const": "one"},
                    "code": {**TEXT, "pattern": "^[a-z]+$"},
                    "share": {"type": "number"},
                    "reading": {"oneOf": [{"type": "number", "minimum": 0}, {**TEXT, "maxLength": 64}]},
                    "labels": {"type": "array", "items": {"$ref": "#/components/schemas/Label"}, "maxItems": 8},
                    "notes": {"type": "object", "additionalProperties": TEXT},
                    "from": {"type": "integer"},
                },
                "required": ["title"],
            },
        }
    },
}
"""What the package says, written as the service would write it."""


def write_sdk(folder: Path, package: str, replaced: str = "", replacement: str = "") -> None:
    """Write the package to a folder, with a text of its modules replaced by another.

    Raises:
        ValueError: If the text is not in the modules.
    """
    modules = {"__init__": "", "models": MODELS, "api": API.format(package=package)}
    if not any(replaced in text for text in modules.values()):
        msg = f"{replaced!r} is not in the package"
        raise ValueError(msg)
    (folder / package).mkdir()
    for name, text in modules.items():
        (folder / package / f"{name}.py").write_text(text.replace(replaced, replacement), "utf-8")
