"""The comparison with the service: each kind of difference is seen, on both sides, in documents and in an SDK."""

from __future__ import annotations

import copy
import itertools
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest

pytest.importorskip("pydantic", reason="the official SDK, which brings pydantic, is not installed")

import compare_service
import yaml
from compare_service import KNOWN, Difference, Known, compare, known_differences, main, read_document
from fake_sdk import DOCUMENT, write_sdk
from service_sdk import UnreadableSdkError, document_of
from service_shapes import Reader

from liveschema import Color
from liveschema.export import VERSION, openapi

pytestmark = pytest.mark.slow  # about a tool for those who maintain the contract

NAMES = (f"fake_sdk_{number}" for number in itertools.count())
"""Names for packages, each used once: Python would import a second one of the same name from memory."""


def document(schema: object, **operation: Any) -> dict[str, Any]:
    """Return a document with one endpoint, whose body is an object with the field ``a`` of a schema."""
    body = {"type": "object", "properties": {"a": schema}}
    content = {"required": True, "content": {"application/json": {"schema": body}}}
    return {"paths": {"/x": {"post": {"requestBody": content, **operation}}}}


def lines(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    return [str(each) for each in compare(ours, theirs)]


def diff(ours: dict[str, Any], theirs: dict[str, Any]) -> list[str]:
    """Return the differences in short: ``-`` for what only we have, ``+`` for what only the service has."""
    return [f"{'-' if each.only == 'liveschema' else '+'}{each.field}: {each.what}" for each in compare(ours, theirs)]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ({"type": "string"}, {"type": ["string", "number"]}, ["+a: type number"]),
        ({"type": "integer"}, {"type": "number"}, ["-a: type integer", "+a: type number"]),
        ({}, {"type": "string"}, ["+a: type string"]),
        ({"type": "string"}, {"type": "string", "nullable": True}, ["+a: type null"]),
        ({"type": "number"}, {"type": "number", "minimum": 1}, ["+a: minimum 1"]),
        (
            {"type": "number", "minimum": 0},
            {"type": "number", "exclusiveMinimum": 0},
            ["-a: minimum 0", "+a: exclusiveMinimum 0"],
        ),
        (
            {"type": "string", "maxLength": 8},
            {"type": "string", "maxLength": 9},
            ["-a: maxLength 8", "+a: maxLength 9"],
        ),
        ({"type": "string"}, {"type": "string", "pattern": "^a"}, ["+a: pattern ^a"]),
        ({"type": "string", "format": "uri"}, {"type": "string"}, ["-a: format uri"]),
        ({"enum": ["x", "y"]}, {"enum": ["y", "z"]}, ['-a: enum "x"', '+a: enum "z"']),
        ({"type": "integer", "default": 2}, {"type": "integer", "default": 3}, ["-a: default 2", "+a: default 3"]),
        ({"type": "array", "items": {"minLength": 1}}, {"type": "array", "items": {}}, ["-a[]: field"]),
        (
            {"type": "array", "items": {"type": "string", "minLength": 1}},
            {"type": "array", "items": {"type": "string"}},
            ["-a[]: minLength 1"],
        ),
        ({"type": "array", "maxItems": 8}, {"type": "array"}, ["-a: maxItems 8"]),
        (
            {"additionalProperties": {"type": "string"}},
            {"additionalProperties": {"type": "number"}},
            ["-a{}: type string", "+a{}: type number"],
        ),
        ({"propertyNames": {"maxLength": 9}, "type": "object"}, {"type": "object"}, ["-a{key}: field"]),
        ({"properties": {"b": {}}, "required": ["b"]}, {"properties": {"b": {}}}, ["-a.b: required"]),
        ({"properties": {"b": {"properties": {"c": {}}}}}, {"properties": {"d": {}}}, ["-a.b: field", "+a.d: field"]),
    ],
    ids=lambda value: json.dumps(value) if isinstance(value, dict) else "",
)
def test_a_difference_of_two_schemas_is_seen_on_both_sides(one: object, two: object, expected: list[str]) -> None:
    assert diff(document(one), document(two)) == expected
    mirrored = [("+" if each[0] == "-" else "-") + each[1:] for each in expected]
    assert sorted(diff(document(two), document(one))) == sorted(mirrored)
    assert lines(document(one), document(one)) == lines(document(two), document(two)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"type": ["integer", "number"]}, {"type": "number"}),
        (
            {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "number", "minimum": 0}]},
            {"type": "number", "minimum": 0},
        ),
        ({"const": "x"}, {"type": "string", "enum": ["x"]}),
        ({"oneOf": [{"const": "x"}, {"const": "y"}]}, {"type": "string", "enum": ["y", "x"]}),
        ({"anyOf": [{"type": "boolean"}, {"const": True}]}, {"type": "boolean"}),
        (
            {"anyOf": [{"type": "string", "maxLength": 4}, {"type": "string", "maxLength": 9}]},
            {"type": "string", "maxLength": 9},
        ),
        (
            {"anyOf": [{"type": "number", "minimum": 4}, {"type": "number", "minimum": 9}]},
            {"type": "number", "minimum": 4},
        ),
        ({"anyOf": [{"type": "string"}, {}]}, {}),
        (
            {"type": "string", "allOf": [{"minLength": 1}, {"maxLength": 9}]},
            {"type": "string", "minLength": 1, "maxLength": 9},
        ),
        (
            {"maxLength": 9, "minLength": 1, "allOf": [{"maxLength": 5, "minLength": 2}]},
            {"maxLength": 5, "minLength": 2},
        ),
        ({"enum": ["x", "y"], "allOf": [{"enum": ["y", "z"]}]}, {"const": "y"}),
        ({"type": ["string", "number"], "allOf": [{"type": ["number", "null"]}]}, {"type": "number"}),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, {"type": "number", "exclusiveMinimum": 0}),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": False}, {"type": "number", "minimum": 0}),
        ({"type": "object", "additionalProperties": True}, {"type": "object"}),
        ({"$ref": "#/components/a~1b"}, {"type": "string", "minLength": 2}),
        ({"$ref": "#/components/a~1b", "description": "…"}, {"$ref": "#/components/c"}),
        (
            {
                "anyOf": [
                    {"properties": {"b": {}, "c": {}}, "required": ["b", "c"]},
                    {"properties": {"b": {}}, "required": ["b"]},
                ]
            },
            {"properties": {"b": {}, "c": {}}, "required": ["b"]},
        ),
        (
            {
                "properties": {"b": {"type": "string"}},
                "if": {"required": ["c"]},
                "then": {"required": ["b"], "properties": {"b": {"pattern": "^x"}}},
            },
            {"properties": {"b": {"type": "string", "pattern": "^x"}}},
        ),
    ],
    ids=json.dumps,
)
def test_the_same_in_other_words_is_no_difference(one: object, two: object) -> None:
    components = {"components": {"a/b": {"type": "string", "minLength": 2}, "c": {"$ref": "#/components/a~1b"}}}
    assert lines({**document(one), **components}, {**document(two), **components}) == []


def test_a_schema_that_contains_itself_is_read_once() -> None:
    tree = {"tree": {"properties": {"children": {"items": {"$ref": "#/tree"}}}}}
    shape = Reader(tree).read({"$ref": "#/tree"})
    assert list(shape.fields) == ["children"]
    assert shape.fields["children"].fields["[]"].fields == {}


def test_an_endpoint_of_one_side_is_one_difference() -> None:
    more = document({})
    more["paths"]["/y"] = {"get": {}}
    more["paths"]["/x"]["put"] = more["paths"]["/x"]["post"]
    assert lines(document({}), more) == ["only service: PUT /x: endpoint", "only service: GET /y: endpoint"]
    assert lines(more, document({})) == ["only liveschema: PUT /x: endpoint", "only liveschema: GET /y: endpoint"]


def test_parameters_and_the_body_itself_are_compared() -> None:
    key = {"in": "path", "name": "key", "required": True, "schema": {"type": "string", "maxLength": 9}}
    shared = document({}, parameters=[{"$ref": "#/key"}]) | {"key": key}
    apart = document({})
    apart["paths"]["/x"]["parameters"] = [key, {"in": "header", "name": "X", "schema": {}}]
    assert lines(shared, apart) == []
    longer = document({}, parameters=[key | {"schema": {"type": "string"}}, {"in": "query", "name": "q", "schema": {}}])
    assert lines(shared, longer) == ["only liveschema: POST /x: {key}: maxLength 9", "only service: POST /x: ?q: field"]
    optional = document({})
    del optional["paths"]["/x"]["post"]["requestBody"]["required"]
    assert lines(document({}), optional) == ["only liveschema: POST /x: (body): required"]
    no_body: dict[str, Any] = {"paths": {"/x": {"post": {}}}}
    assert "only liveschema: POST /x: (body): field" in lines(document({}), no_body)


class TestSdk:
    """The SDK is read from a package like the one that OpenAPI Generator writes."""

    @pytest.fixture
    def read(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, Any]]:
        monkeypatch.syspath_prepend(tmp_path)

        def read(*replace: str) -> dict[str, Any]:
            package = next(NAMES)
            write_sdk(tmp_path, package, *replace)
            return document_of(package)

        return read

    def test_all_that_the_package_says_is_read(self, read: Callable[..., dict[str, Any]]) -> None:
        assert lines(DOCUMENT, read()) == []

    @pytest.mark.parametrize(
        ("replaced", "replacement", "expected"),
        [
            ("    share:", "    portion:", ["-share: field", "+portion: field"]),
            ('alias="from"', 'alias="since"', ["-from: field", "+since: field"]),
            ("text: StrictStr", "text: StrictInt", ["-labels[].text: type string", "+labels[].text: type integer"]),
            ("text: StrictStr", "text: Optional[StrictStr] = None", ["-labels[].text: required"]),
            ("List[Label], Field(max_length=8)", "List[Label], Field()", ["-labels: maxItems 8"]),
            ("max_length=64", "max_length=32", ["-reading: maxLength 64", "+reading: maxLength 32"]),
            ("Dict[str, StrictStr]", "Dict[str, StrictInt]", ["-notes{}: type string", "+notes{}: type integer"]),
            ("enum values ('a', 'b')", "enum values ('a', 'c')", ['-kind: enum "b"', '+kind: enum "c"']),
            ("one of ('a', 'b')", "one of ('a',)", ['-kinds[]: enum "b"']),
            ("('one')", "('one', 'two')", ['+only: enum "two"']),
            ("[a-z]", "[A-Z]", ["-code: pattern ^[a-z]+$", "+code: pattern ^[A-Z]+$"]),
            ('PALE = "pale"', "", ['-labels[].shade: enum "pale"']),
            ("= Shade.DARK", "= None", ['-labels[].shade: default "dark"']),
        ],
    )
    def test_each_kind_of_difference_in_a_model_is_seen_in_each_endpoint(
        self, read: Callable[..., dict[str, Any]], replaced: str, replacement: str, expected: list[str]
    ) -> None:
        found = diff(DOCUMENT, read(replaced, replacement))
        assert found[: len(found) // 2] == found[len(found) // 2 :] == expected

    @pytest.mark.parametrize(
        ("replaced", "replacement", "ours", "theirs"),
        [
            ("def _list_cards_serialize", "def _list_cards", "GET /card: endpoint", ""),
            ("/card/{cardKey}", "/c/{cardKey}", "PUT /card/{cardKey}: endpoint", "PUT /c/{cardKey}: endpoint"),
            ('"PUT"', '"POST"', "PUT /card/{cardKey}: endpoint", "POST /card/{cardKey}: endpoint"),
            ("card: Card,", "card: Optional[Card],", "", ""),
            ("card: Card,", "card: Card = None,", "PUT /card/{cardKey}: (body): required", ""),
            ("card: Optional[Card] = None", "card: Card", "", "GET /card: (body): required"),
            (
                "max_length=9",
                "min_length=0",
                *(f"PUT /card/{{cardKey}}: {{cardKey}}: {x}" for x in ("maxLength 9", "minLength 0")),
            ),
            ("pageSize", "size", "PUT /card/{cardKey}: ?pageSize: field", "PUT /card/{cardKey}: ?size: field"),
        ],
    )
    def test_each_kind_of_difference_of_an_endpoint_is_seen(
        self, read: Callable[..., dict[str, Any]], replaced: str, replacement: str, ours: str, theirs: str
    ) -> None:
        expected = [f"only {side}: {what}" for side, what in (("liveschema", ours), ("service", theirs)) if what]
        assert lines(DOCUMENT, read(replaced, replacement)) == expected

    def test_a_package_without_endpoints_is_an_error(self, read: Callable[..., dict[str, Any]]) -> None:
        with pytest.raises(UnreadableSdkError, match=r"fake_sdk_\d+\.api has no methods for endpoints"):
            read("_serialize(", "_write(")

    @pytest.mark.parametrize("text", ["has to be a or b", "return value"])
    def test_a_validator_of_another_kind_is_an_error(self, read: Callable[..., dict[str, Any]], text: str) -> None:
        replaced = "raise ValueError(\"must be one of enum values ('a', 'b')\")"
        with pytest.raises(UnreadableSdkError, match=r"^the validator of Card\.kind_ is neither"):
            read(replaced, text if text == "return value" else f"raise ValueError({text!r})")

    def test_a_body_that_is_no_model_is_an_error(self, read: Callable[..., dict[str, Any]]) -> None:
        with pytest.raises(UnreadableSdkError, match="the body <class 'dict'> is not a model"):
            read("card: Card,", "card: dict,")


def entries(path: Path, *given: dict[str, Any]) -> Path:
    path.write_text(
        "".join("[[difference]]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in each.items()) for each in given)
    )
    return path


class TestKnownDifferences:
    FOUND = Difference("service", "POST /x", "a.b[]", "pattern ^(x|y)$")

    @pytest.mark.parametrize(
        ("entry", "covered"),
        [
            ({}, True),
            ({"only": "liveschema"}, False),
            ({"endpoint": "POST /x"}, True),
            ({"endpoint": "POST /"}, False),
            ({"endpoint": "POST *"}, True),
            ({"field": "a.b[]"}, True),
            ({"field": "a?b[]"}, False),
            ({"field": "*b[]"}, True),
            ({"field": "b[]"}, False),
            ({"what": "pattern *"}, True),
            ({"what": "pattern ^(x|y)$"}, True),
            ({"what": "pattern"}, False),
        ],
    )
    def test_an_entry_covers_what_it_names(self, entry: dict[str, str], *, covered: bool) -> None:
        assert Known(**{"only": "service", "reason": "so", **entry}).covers(self.FOUND) == covered

    def test_entries_may_be_about_one_source(self, tmp_path: Path) -> None:
        both = {"only": "service", "reason": "both"}
        path = entries(tmp_path / "known.toml", both, {**both, "source": "sdk", "reason": "sdk"})
        assert [each.reason for each in known_differences(path, "sdk")] == ["both", "sdk"]
        assert [each.reason for each in known_differences(path, "document")] == ["both"]

    @pytest.mark.parametrize(
        "entry",
        [
            {"only": "service"},
            {"only": "service", "reason": ""},
            {"only": "both", "reason": "so"},
            {"only": "service", "reason": "so", "source": "web"},
            {"only": "service", "reason": "so", "feild": "a"},
            {"only": "service", "reason": "so", "endpoint": 1},
        ],
    )
    def test_an_entry_that_is_not_understood_is_an_error(self, tmp_path: Path, entry: dict[str, str]) -> None:
        with pytest.raises(ValueError, match=r"known\.toml: "):
            known_differences(entries(tmp_path / "known.toml", entry), "sdk")


class TestCommand:
    @pytest.fixture
    def changed(self, tmp_path: Path) -> Path:
        """Return a document of a service that has lost an endpoint, and has another colour."""
        service = copy.deepcopy(openapi(VERSION))
        del service["paths"]["/live-activity/end"]
        service["components"]["schemas"]["Icon"]["properties"]["color"] = {"type": "string", "enum": [*Color, "teal"]}
        path = tmp_path / "service.json"
        path.write_text(json.dumps(service))
        return path

    LOST: ClassVar = {"only": "liveschema", "endpoint": "POST /live-activity/end", "reason": "They stopped it."}
    NEW: ClassVar = {
        "only": "service",
        "field": "content_state.icon.color",
        "what": 'enum "teal"',
        "reason": "It is too new.",
    }

    def test_new_differences_fail(self, changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        known = entries(tmp_path / "known.toml", self.LOST)
        assert main(["--openapi", str(changed), "--known", str(known)]) == 1
        assert capsys.readouterr().out.splitlines() == [
            f"Compared with {changed}:",
            'NEW   only service: POST /live-activity/start: content_state.icon.color: enum "teal"',
            'NEW   only service: POST /live-activity/update: content_state.icon.color: enum "teal"',
            "known only liveschema: POST /live-activity/end: endpoint",
            'NEW   only service: PUT /live-activity/stream/{stream_key}: content_state.icon.color: enum "teal"',
            'NEW   only service: DELETE /live-activity/stream/{stream_key}: content_state.icon.color: enum "teal"',
            "5 differences, 4 of them new; 0 known ones no longer found",
        ]

    def test_known_differences_pass_in_json_and_in_yaml(self, changed: Path, tmp_path: Path) -> None:
        known = entries(tmp_path / "known.toml", self.LOST, self.NEW)
        assert main(["--openapi", str(changed), "--known", str(known)]) == 0
        written = changed.with_suffix(".yaml")
        written.write_text(yaml.safe_dump(json.loads(changed.read_text())))
        assert main(["--openapi", str(written), "--known", str(known)]) == 0

    def test_a_known_difference_that_is_gone_fails(
        self, changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        gone = {"only": "service", "field": "{stream_key}", "what": "minLength 2", "reason": "Short keys are rare."}
        known = entries(tmp_path / "known.toml", self.LOST, self.NEW, gone)
        assert main(["--openapi", str(changed), "--known", str(known)]) == 1
        assert capsys.readouterr().out.splitlines()[-2:] == [
            "STALE only service: *: {stream_key}: minLength 2 (no longer found; its reason was: Short keys are rare.)",
            "5 differences, 0 of them new; 1 known ones no longer found",
        ]

    def test_what_cannot_be_read_is_told_apart_from_differences(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "broken.yaml").write_text("{")
        (tmp_path / "other.yaml").write_text("a: 1")
        assert main(["--openapi", str(tmp_path / "missing.json")]) == 2
        assert main(["--openapi", str(tmp_path / "broken.yaml")]) == 2
        assert main(["--openapi", str(tmp_path / "other.yaml")]) == 2
        assert main(["--sdk", "no_such_sdk"]) == 2
        assert main(["--known", str(entries(tmp_path / "known.toml", {"only": "service"}))]) == 2
        assert len(re.findall(r"^\w+Error: ", capsys.readouterr().err, re.MULTILINE)) == 5

    BODY = "paths: {/x: {post: {requestBody: {content: {application/json: {schema: %s}}}}}}"
    OPENAPI = "an OpenAPI document must be an object with an object of paths"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", OPENAPI),
            ("- a", OPENAPI),
            ("paths: [a]", OPENAPI),
            ("paths: {/x: 1}", "/x: the value of a path must be an object"),
            ("paths: {/x: {post: 1}}", "POST /x: this is not as OpenAPI says: AttributeError: "),
            ("paths: {/x: {post: {parameters: [{in: path}]}}}", "POST /x: this is not as OpenAPI says: KeyError: "),
            (BODY % "{type: 1}", "POST /x: this is not as OpenAPI says: TypeError: "),
            (BODY % "{anyOf: []}", "POST /x: this is not as OpenAPI says: TypeError: "),
            (BODY % "{allOf: [{maxLength: 1}, {maxLength: a}]}", "POST /x: this is not as OpenAPI says: TypeError: "),
            (BODY % "{$ref: '#/a'}", "POST /x: this is not as OpenAPI says: KeyError: 'a'"),
            (
                BODY % "{$ref: '#/a'}" + "\na: {$ref: '#/b'}\nb: {$ref: '#/a'}",
                "POST /x: this is not as OpenAPI says: ValueError: the reference #/a leads back to itself",
            ),
            (BODY % ("{items: " * 90 + "{}" + "}" * 90), ""),
            ("a: &a [*a]", "Circular reference"),
            ("? [a]\n: 1", "found unhashable key"),
            ("? 2024-01-01\n: 1", "keys must be str"),
            ("[" * 2000, "maximum recursion depth"),
            ("\0", "special characters are not allowed"),
        ],
        ids=lambda value: value[:60],
    )
    def test_a_strange_document_is_answered_with_a_sentence(
        self, text: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path = tmp_path / "strange.yaml"
        path.write_text(text)
        assert main(["--openapi", str(path)]) == (2 if message else 1)
        err = capsys.readouterr().err
        assert message in err
        assert err.startswith("UnreadableDocumentError: " if message else "")

    def test_names_and_values_of_yaml_that_json_has_not_are_read(self, tmp_path: Path) -> None:
        path = tmp_path / "service.yaml"
        path.write_text(
            self.BODY % "{properties: {'': {}, 1: {default: 2024-01-01}, a: {$ref: '#/any'}}}" + "\nany: true"
        )
        assert diff({"paths": {"/x": {"post": {}}}}, read_document(path)) == [
            "+: type object",
            "+: field",
            "+1: field",
            "+a: field",
            "+(body): field",
        ]

    @pytest.mark.parametrize("package", ["..", "no_such_sdk", "json"])
    def test_a_package_that_is_no_sdk_is_answered_with_a_sentence(
        self, package: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["--sdk", package]) == 2
        message = f"UnreadableSdkError: {package} is not as OpenAPI Generator writes it: "
        assert capsys.readouterr().err.startswith(message)

    def test_a_document_and_an_sdk_can_be_compared_in_one_run(
        self, changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.syspath_prepend(tmp_path)
        package = next(NAMES)
        write_sdk(tmp_path, package)
        anything = [{"only": side, "source": "sdk", "reason": "It is made up."} for side in ("liveschema", "service")]
        known = entries(tmp_path / "known.toml", *anything)
        assert main(["--sdk", package, "--known", str(known)]) == 0
        capsys.readouterr()
        assert main(["--openapi", str(changed), "--sdk", package, "--known", str(known)]) == 1
        out = capsys.readouterr().out
        assert f"Compared with {changed}:\n" in out
        assert f"Compared with {package}:\n" in out
        assert "known only service: PUT /card/{cardKey}: endpoint\n" in out


class TestInstalledSdk:
    @pytest.fixture(autouse=True)
    def _needs_the_sdk(self) -> None:
        pytest.importorskip(compare_service.SDK, reason="the official SDK is not installed")

    def test_it_differs_only_as_known(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main([]) == 0, capsys.readouterr().out

    def test_every_entry_is_needed(self) -> None:
        differences = compare(openapi(VERSION), document_of(compare_service.SDK))
        known = known_differences(KNOWN, "sdk")
        for entry in known:
            others = [each for each in known if each is not entry]
            assert any(not any(each.covers(found) for each in others) for found in differences), str(entry)

    def test_its_endpoints_of_live_activities_are_those_of_this_library(self) -> None:
        paths = {path for path in document_of(compare_service.SDK)["paths"] if "live-activity" in path}
        assert paths == openapi(VERSION)["paths"].keys()

    def test_a_change_of_its_models_is_seen(self) -> None:
        changed = document_of(compare_service.SDK)
        schemas = changed["components"]["schemas"]
        schemas["StreamContentState"]["properties"]["footer"] = {"type": "string"}
        schemas["ActivityMetric"]["properties"]["unit"]["maxLength"] = 8
        known = known_differences(KNOWN, "sdk")
        new = [str(each) for each in compare(openapi(VERSION), changed) if not any(k.covers(each) for k in known)]
        assert "only service: PUT /live-activity/stream/{stream_key}: content_state.footer: field" in new
        assert "only service: POST /live-activity/start: content_state.metrics[].unit: maxLength 8" in new
        assert len(new) == 2 + 5
