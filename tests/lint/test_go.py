"""Requests in Go code: the structs of the official SDK, its generated client, and HTTP."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown
from liveschema.lint.__main__ import main
from liveschema.lint.inputs.code.go.language import GO, go_documents
from liveschema.lint.inputs.code.reader import code_in
from liveschema.lint.inputs.document import NOTHING, Document
from liveschema.lint.inputs.fragments import Fragment

pytestmark = pytest.mark.slow  # the quick tests read each language in `test_lint_code.py`

URL = "https://activitysmith.com/api/live-activity"
HEAD = 'package app\n\nimport sdk "github.com/ActivitySmithHQ/activitysmith-go"\n'
GENERATED = 'import "github.com/ActivitySmithHQ/activitysmith-go/generated"\n'
STRING, NUMBER = Unknown({"string"}), Unknown({"number"})
MAYBE = Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)
STEP = Unknown({"number"}, may_be_missing=True)


def documents(source: str) -> list[Document]:
    return list(code_in(GO, Fragment.whole(source)))


def requests(source: str) -> list[tuple[Operation | None, Any]]:
    return [(each.operation, each.value) for each in documents(source) if each.value is not NOTHING]


def built(**state: Any) -> Any:
    """Return the payload of a request that is not sent where it is built, so that it may be completed."""
    return {"content_state": {**state, MORE: UNKNOWN}, MORE: UNKNOWN}


def started(request: str, before: str = "") -> Any:
    """Return the payload of a request that a function starts, among the declarations of its package."""
    source = f"{HEAD}{GENERATED}{before}\nfunc f() {{\n\tclient.LiveActivities.Start({request})\n}}\n"
    (found,) = [value for operation, value in requests(source) if operation is Operation.START]
    return found


def state(fields: str, before: str = "") -> Any:
    """Return the state of a request that gives one of its own."""
    struct = f"sdk.LiveActivityContentStateInput{{{fields}}}"
    return started(f"sdk.LiveActivityStartInput{{ContentState: {struct}}}", before)["content_state"]


def value(expression: str, before: str = "") -> Any:
    """Return what is known of an expression."""
    source = f'{before}\nhttp.Post("{URL}/start", "application/json", map[string]any{{"value": {expression}}})'
    return requests(source)[-1][1]["value"]


def body(code: str) -> Any:
    """Return the payload of the last request of some statements."""
    return requests(f"{HEAD}func f() {{\n{code}\n}}\n")[-1][1]


def text_at(document: Document, *path: str | int) -> str:
    span = document.locator([path])[path].value
    return document.text[span.start : span.end]


def key_at(document: Document, *path: str | int) -> tuple[int, int]:
    key = document.locator([path])[path].key
    assert key is not None
    return key.line, key.column


def test_a_struct_is_read_with_the_keys_of_its_fields_at_their_places() -> None:
    source = (
        f"{HEAD}func f(id string) {{\n\tclient.LiveActivities.Update(sdk.LiveActivityUpdateInput{{\n"
        '\t\tActivityID: id,\n\t\tTitle: "Backup",\n\t\tNumberOfSteps: 3, CurrentStep: 2,\n'
        '\t\tAction: &sdk.LiveActivityActionInput{Title: "Open", URL: "https://example.com"},\n\t})\n}\n'
    )
    (found,) = documents(source)
    assert (found.operation, found.reader) == (Operation.UPDATE, "go")
    assert found.value == {
        "activity_id": MAYBE,
        "action": {"title": "Open", "url": "https://example.com"},
        "content_state": {"title": "Backup", "number_of_steps": 3, "current_step": 2},
    }
    assert key_at(found, "content_state", "current_step") == (8, 21)
    assert key_at(found, "action", "url") == (9, 55)
    assert text_at(found, "content_state", "title") == '"Backup"'
    assert found.heads == [5]


def test_a_stream_has_its_key_and_its_channels_in_the_target() -> None:
    struct = 'sdk.LiveActivityStreamInput{Channels: []string{"ops"}}'
    source = f'{HEAD}func f() {{ c.LiveActivities.Stream("a b", {struct}) }}'
    (found,) = documents(source)
    assert (found.operation, found.stream_key) == (Operation.STREAM, "a b")
    assert [fault.rule for fault in found.faults] == ["invalid-stream-key"]
    assert found.value == {"target": {"channels": ["ops"]}}


def test_fields_that_are_zero_are_left_out_and_unknown_ones_may_be() -> None:
    zero = 'Title: "", Percentage: 0, Color: f(), Subtitle: "a" + b, Message: fmt.Sprint(c)'
    assert state(f"{zero}, Metrics: []sdk.ActivityMetric{{}}") == {
        "color": MAYBE,
        "subtitle": PartialText(("a", "")),
        "message": Unknown({"string"}, may_be_missing=True),
    }
    assert state("Title: title, Type: nil", 'const title = "T"') == {"title": "T"}


def test_a_pointer_to_zero_is_sent() -> None:
    assert state("Percentage: generated.PtrFloat32(0), Value: &zero, UpperLimit: float32(0)", "const zero = 0") == {
        "percentage": 0,
        "value": 0,
    }


def test_a_method_adds_a_field_even_if_it_is_zero() -> None:
    struct = 'sdk.LiveActivityStartInput{Title: "x", CountsDown: true}'
    assert "counts_down" not in started(struct)["content_state"]
    assert started(f"{struct}.WithPercentage(0).WithCountsDown(false)") == {
        "content_state": {"title": "x", "percentage": 0, "counts_down": False}
    }
    assert started("x.WithValue(1)") == UNKNOWN
    assert started("x.WithValue(y...)") == UNKNOWN
    assert started("f().WithValue(1)") == UNKNOWN
    assert started("[]string{}.WithValue(1)") == UNKNOWN


def test_a_method_adds_a_field_to_a_variable() -> None:
    code = 'in := sdk.LiveActivityEndInput{ActivityID: "a", Title: "x"}\nc.LiveActivities.End(in.WithPercentage(0))'
    assert body(code) == {"activity_id": "a", "content_state": {"title": "x", "percentage": 0}}


def test_a_chain_of_more_methods_than_there_are_fields_is_not_read() -> None:
    assert started("x" + ".WithValue(1)" * 30) == UNKNOWN


def test_a_icon_or_badge_without_a_name_is_left_out() -> None:
    assert state(
        'Title: "x", Icon: sdk.AlertIcon("", "red"), Badge: sdk.LiveActivityAlertBadgeInput{Color: "red"}'
    ) == {"title": "x"}
    assert state('Icon: sdk.AlertIcon("leaf", ""), Badge: sdk.AlertBadge("New", "red")') == {
        "icon": {"symbol": "leaf"},
        "badge": {"title": "New", "color": "red"},
    }


def test_the_first_versions_always_sent_the_step_of_a_flat_struct() -> None:
    flat = 'sdk.LiveActivityStartInput{Title: "x", Type: "segmented_progress", NumberOfSteps: 2, '
    assert started(flat + "CurrentStep: 0}")["content_state"]["current_step"] == STEP
    assert "current_step" not in started(flat + 'Message: "m"}')["content_state"]
    assert "current_step" not in started('sdk.LiveActivityStartInput{Title: "x", Type: "progress"}')["content_state"]
    update = 'c.LiveActivities.Update(sdk.LiveActivityUpdateInput{Title: "x"'
    assert body(update + "})")["content_state"] == {"title": "x", "current_step": STEP}
    assert body(update + ', Type: "segmented_progress"})')["content_state"].keys() == {"title", "type"}


def test_a_state_of_its_own_and_the_fields_beside_it_are_one() -> None:
    inner = 'sdk.LiveActivityContentStateInput{Title: "inner", Percentage: 5}'
    assert started(f'sdk.LiveActivityStartInput{{ContentState: {inner}, Title: "outer", Percentage: 7}}') == {
        "content_state": {"title": "inner", "percentage": 7}
    }
    empty = "sdk.LiveActivityContentStateInput{}"
    assert started(f'sdk.LiveActivityStartInput{{ContentState: {empty}, Title: "x", Message: "m"}}') == {
        "content_state": {"title": "x", "message": "m"}
    }
    unknown = 'sdk.LiveActivityStartInput{ContentState: s, Title: "x", Percentage: 7}'
    assert started(unknown) == {"content_state": {"title": "x", "percentage": 7, MORE: UNKNOWN}}
    maybe = "sdk.LiveActivityContentStateInput{Title: title}"
    assert started(f'sdk.LiveActivityStartInput{{ContentState: {maybe}, Title: "x", Message: "m"}}') == {
        "content_state": {"title": "x", "message": "m"}
    }


def test_the_end_of_a_stream_has_no_state_without_a_title() -> None:
    end = 'c.LiveActivities.EndStream("k", '
    assert body(end + "nil)") == {}
    assert body(end + 'sdk.LiveActivityStreamEndInput{Subtitle: "x"})') == {}
    assert body(end + 'sdk.LiveActivityStreamEndInput{Title: "x"})') == {"content_state": {"title": "x"}}


def test_metrics_are_read_with_their_options() -> None:
    metrics = (
        'Metrics: []sdk.ActivityMetric{sdk.Metric("CPU", 9, sdk.MetricUnit("%"), sdk.MetricColor("blue")), '
        '{Label: "", Value: generated.Float32AsActivityMetricValue(&v), Unit: generated.PtrString("%")}, '
        '*generated.NewActivityMetric("A", generated.ActivityMetricValue{String: &text}), '
        'sdk.Metric("B", 1, options...), sdk.Metric(args...), sdk.Metric("C")}'
    )
    assert state(metrics, 'const v, text = 3.5, "t"')["metrics"] == [
        {"label": "CPU", "value": 9, "unit": "%", "color": "blue"},
        {"label": "", "value": 3.5, "unit": "%"},
        {"label": "A", "value": "t"},
        {"label": "B", "value": 1, MORE: UNKNOWN},
        {MORE: UNKNOWN},
        {"label": "C"},
    ]


def test_constants_and_conversions_of_the_sdk_are_known() -> None:
    fields = (
        "Type: sdk.LiveActivityTypeTimer, Color: generated.LIVEACTIVITYCOLOR_BLUE, "
        'StepColor: string(generated.LIVEACTIVITYCOLOR_RED), Message: string("m"), DurationSeconds: float32(30)'
    )
    assert state(fields) == {
        "type": "timer",
        "color": "blue",
        "step_color": "red",
        "message": "m",
        "duration_seconds": 30,
    }
    assert state('Color: generated.LiveActivityColor("red"), StepColor: generated.LIVEACTIVITYCOLOR_RED.Ptr()') == {
        "color": "red",
        "step_color": "red",
    }


def test_generated_structs_and_the_functions_that_create_them_are_read() -> None:
    fields = 'generated.ContentStateStart{Title: "", Type: "progress", Percentage: generated.PtrFloat32(0), Color: c}'
    assert started(f"generated.LiveActivityStartRequest{{ContentState: {fields}}}") == {
        "content_state": {"title": "", "type": "progress", "percentage": 0, "color": MAYBE}
    }
    assert started('generated.NewLiveActivityStartRequest(*generated.NewContentStateStart("a", "stats"))') == {
        "content_state": {"title": "a", "type": "stats"}
    }
    assert started('generated.NewLiveActivityStartRequest(*generated.NewContentStateStart("a", 3, 1, "stats"))') == {
        "content_state": {"title": "a", "number_of_steps": 3, "current_step": 1, "type": "stats"}
    }
    assert started("generated.NewLiveActivityStartRequestWithDefaults()") == {}
    assert started("generated.NewLiveActivityStartRequest(a, b, c)") == {MORE: UNKNOWN}
    assert started("generated.NewThing(a)") == UNKNOWN


def test_a_field_that_is_set_later_may_be_anything() -> None:
    code = (
        'import "github.com/ActivitySmithHQ/activitysmith-go/generated"\n'
        'func f() {\ns := generated.NewContentStateUpdate("x")\ns.SetPercentage(4)\ns.Color = c\n'
        'r := generated.LiveActivityUpdateRequest{ActivityId: "a", ContentState: *s}\n'
        "client.LiveActivities.UpdateLiveActivity(r)\n}"
    )
    maybe = Unknown(may_be_missing=True)
    assert requests(code) == [
        ("update", {"activity_id": "a", "content_state": {"title": "x", "percentage": maybe, "color": maybe}})
    ]


@pytest.mark.parametrize(
    "code",
    [
        "api.LiveActivitiesAPI.StartLiveActivity(ctx).LiveActivityStartRequest(r).Execute()",
        "api.LiveActivitiesAPI.StartLiveActivity(context.Background()).LiveActivityStartRequest(r)",
        "client.LiveActivities.StartLiveActivity(r)",
        "client.LiveActivities.Start(ctx, r)",
        "(client.LiveActivities.Start)(&r)",
    ],
)
def test_every_form_of_a_call_is_read(code: str) -> None:
    before = (
        'r := generated.LiveActivityStartRequest{Alert: &generated.AlertPayload{Title: generated.PtrString("x")}}\n'
    )
    assert requests(f"{HEAD}{GENERATED}func f() {{ {before}{code} }}") == [("start", {"alert": {"title": "x"}})]


def test_the_builder_of_a_stream_has_its_key() -> None:
    code = 'a.LiveActivitiesAPI.ReconcileLiveActivityStream(r.Context(), "k").LiveActivityStreamRequest(x).Execute()'
    (found,) = documents(f"// activitysmith\n{code}")
    assert (found.operation, found.stream_key, found.value) == (Operation.STREAM, "k", UNKNOWN)


@pytest.mark.parametrize(
    "code",
    [
        "api.LiveActivitiesAPI.StartLiveActivity(ctx)",
        "req.LiveActivityStartRequest(r)",
        "f().LiveActivityStartRequest(r)",
        "g().f().LiveActivityStartRequest(r)",
        "server.Start(ctx)",
        "engine.Start()",
        "Start(r)",
        "func() {}()",
        "f[int](1)",
    ],
)
def test_other_calls_send_nothing(code: str) -> None:
    assert requests(f"// activitysmith\n{code}") == []


def test_a_request_that_is_returned_or_in_a_table_is_read_once() -> None:
    code = (
        f"{HEAD}func f(p float32) sdk.LiveActivityStreamInput {{\n"
        'return sdk.LiveActivityStreamInput{Title: "x", Type: "progress"}.WithPercentage(p)\n}\n'
        'var all = []*sdk.LiveActivityUpdateInput{{Title: "a", Type: "stats"}, {Title: "b", Type: "stats"}}\n'
    )
    assert requests(code) == [
        (Operation.STREAM, built(title="x", type="progress", percentage=MAYBE)),
        (Operation.UPDATE, built(title="a", type="stats")),
        (Operation.UPDATE, built(title="b", type="stats")),
    ]


def test_what_is_changed_of_a_request_that_is_built_is_not_known() -> None:
    code = 'in := sdk.LiveActivityStartInput{Title: "x", Message: "m"}\n'
    assert body(code + "in.Percentage = 4\nsend(in)") == built(title="x", message="m", percentage=MAYBE)
    assert body(code + "fill(&in)\nsend(in)") == UNKNOWN
    assert body(code + "c.LiveActivities.Start(&in)") == {"content_state": {"title": "x", "message": "m"}}


def test_what_a_function_makes_another_request_of_is_not_read() -> None:
    assert started('withDefaults(sdk.LiveActivityStartInput{Message: "m"})') == UNKNOWN


def test_a_state_that_stands_alone_is_read() -> None:
    code = 'return sdk.LiveActivityContentStateInput{Title: "x", Type: "stats", NumberOfSteps: 3}'
    assert requests(f"{HEAD}func f() any {{ {code} }}") == [(None, built(title="x", type="stats", number_of_steps=3))]


@pytest.mark.parametrize(
    "struct",
    [
        "LiveActivityStartInput{Title: 1}",
        "other.LiveActivityStartInput{Title: 1}",
        "Own{Title: 1}",
        "Metric(1, 2)",
        "Generic[int]{Title: 1}",
        "func() {}",
    ],
)
def test_structs_and_functions_of_other_packages_are_not_known(struct: str) -> None:
    assert started(struct, "type Own struct{}\nvar other = 1\nfunc Metric(a int) int { return a }") == UNKNOWN


def test_the_sdk_itself_needs_no_package_before_its_names() -> None:
    source = '// The tests.\npackage activitysmith\nvar x = LiveActivityStartInput{Icon: AlertIcon("leaf")}'
    assert requests(source) == [("start", built(icon={"symbol": "leaf"}))]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("github.com/ActivitySmithHQ/activitysmith-go", "activitysmith"),
        ("github.com/ActivitySmithHQ/activitysmith-go/v2", "activitysmith"),
        ("gopkg.in/activitysmith.v3", "activitysmith"),
    ],
)
def test_an_import_without_a_name_binds_that_of_the_package(path: str, name: str) -> None:
    code = f'import "{path}"\nimport . "strings"\nimport _ ""\nvar x = {name}.LiveActivityStartInput{{Message: "m"}}'
    assert requests(code) == [("start", built(message="m"))]
    assert requests(code.replace("activitysmith", "other").replace("ActivitySmith", "Other")) == []


@pytest.mark.parametrize("elision", ["...", "…", "/* ... */", "// …\n"])
def test_an_elision_stands_for_further_fields(elision: str) -> None:
    found = started(f'sdk.LiveActivityStartInput{{\nTitle: "x", // the title\n{elision}}}')
    assert found == {MORE: UNKNOWN, "content_state": {"title": "x", MORE: UNKNOWN}}


@pytest.mark.parametrize(
    "struct",
    [
        'sdk.LiveActivityStartInput{Title: "x" "y"}',
        'sdk.LiveActivityStartInput{Title: "x", ?}',
        'sdk.LiveActivityStartInput{"x", "y"}',
        'sdk.LiveActivityStartInput{Title "x"}',
        'sdk.LiveActivityStartInput{Title: "x"',
        "sdk.LiveActivityStartInput{Title: }",
    ],
)
def test_a_struct_that_cannot_be_read_is_not_known(struct: str) -> None:
    assert {value for _, value in requests(f"{HEAD}func f() {{\nc.LiveActivities.Start({struct})\n}}") if value} <= {
        Unknown({"object"}),
        UNKNOWN,
    }


def test_what_stands_elsewhere_in_a_broken_file_is_read() -> None:
    call = 'c.LiveActivities.Start(sdk.LiveActivityStartInput{Message: "m"})'
    source = f"{HEAD}func f() {{ x := = 3 }}\nfunc g() {{ {call} }}\nfunc h("
    assert requests(source) == [("start", {"content_state": {"message": "m"}})]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1_000", 1000),
        ("-0x1F", -31),
        ("+1.5e3", 1500),
        ("0x1p-2", NUMBER),
        ("-0x1p-2", NUMBER),
        ("^1", NUMBER),
        ("-x", NUMBER),
        ("2 * 3", 6),
        ("'a'", NUMBER),
        ("2i", UNKNOWN),
        ("true", True),
        ("!ok", Unknown({"boolean"})),
        ("a == b", Unknown({"boolean"})),
        ("nil", None),
        ("<-c", UNKNOWN),
        ("len(x)", NUMBER),
        ("int32(x)", NUMBER),
        ("int32(-3)", -3),
        ("string(b)", STRING),
        ("strconv.Itoa(n)", STRING),
        ("time.Now().Unix()", NUMBER),
        ("u.String()", STRING),
        ("x.(string)", UNKNOWN),
        ('any("a")', "a"),
        ('[]byte("a")', STRING),
        ('json.RawMessage("a")', UNKNOWN),
        ("(/* b */ 4)", 4),
        ("[]any(nil)", None),
        ("a[0]", UNKNOWN),
        ("a.b", UNKNOWN),
        ("iota", UNKNOWN),
        (r'"a\n\u00e9\"\x41"', 'a\né"A'),
        (r'"\xe2\x9c\x93"', STRING),
        (r'"\377"', STRING),
        ("`a\\n\r\nb`", "a\\n\nb"),
        ('""', ""),
        ('"a" + b + `c`', PartialText(("a", "c"))),
        ('"a" + (b - c)', PartialText(("a", ""))),
        ('x * y + "a"', PartialText(("", "a"))),
        ("a - b", UNKNOWN),
        ("a + b", UNKNOWN),
        ('"a"' + '+"b"' * 200, STRING),
        ('fmt.Sprintf("a%%%sb%d %.2f%q", "x", 7, f, g)', PartialText(("a%xb7 ", ""))),
        ('fmt.Sprintf("%[2]s b", x, y)', PartialText(("", " b"))),
        ('fmt.Sprintf("%s b", args...)', PartialText(("", " b"))),
        (r'fmt.Sprintf("\n%s!%", x)', PartialText(("\n", "!", ""))),
        ("fmt.Sprintf(format)", STRING),
        ("fmt.Sprintf()", STRING),
        ("fmt.Sprint(x)", STRING),
        ('cmp.Or(a, "b")', UNKNOWN),
        ('cmp.Or("b", "b")', "b"),
        ("cmp.Or(a, b, c)", UNKNOWN),
        ("errors.Or(a...)", UNKNOWN),
        ('u.JoinPath("a", b).String()', PartialText(("", "/a/", ""))),
        ("[]string{`a`, b, ...}", ["a", UNKNOWN, MORE]),
        ('[2]string{"a"}', ["a"]),
        ('[...]string{0: "a"}', Unknown({"array"})),
        ('[]string{"a" "b"}', Unknown({"array"})),
        ('[]map[string]int{{"a": 1}, nil}', [{"a": 1}, None]),
        ('map[string][]int{"a": {1}}', {"a": [1]}),
        ('map[string]any{key: 1, "b": 2}', {"k": 1, "b": 2}),
        ("map[string]any{1}", Unknown({"object"})),
        ('map[string]any{"b": /* c */ 2, ...}', {"b": 2, MORE: UNKNOWN}),
        ('gin.H{"a": gin.H{"b": 1}}', {"a": {"b": 1}}),
        ("{1}", Unknown({"object"})),
        ("x{{1}}", Unknown({"object"})),
        ('[]x{{"a": {1}}}', [{"a": UNKNOWN}]),
        ('struct{A int `json:"a"`}{A: 1}', {"a": 1}),
        ('struct{A int `json:"a"`; B int `json:"b"`}{A: 1}', {"a": 1, MORE: UNKNOWN}),
        ('struct{A int `json:"a,omitempty"`}{A: 1}', {MORE: UNKNOWN}),
        ('struct{A int `json:"a"` // x\n}{B: 1}', Unknown({"object"})),
        ("struct{A int}{A: 1}", Unknown({"object"})),
        ('struct{A int `json:"-"`}{A: 1}', Unknown({"object"})),
        ("struct{Base}{A: 1}", Unknown({"object"})),
        ('struct{A int `json:"a"`}{1}', Unknown({"object"})),
    ],
)
def test_an_expression_is_read_as_far_as_it_is_known(expression: str, expected: object) -> None:
    assert value(expression, 'const key = "k"') == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a := 1", 1),
        ("var a int = 1", 1),
        ("var b, a = 2, 1", 1),
        ("b, a := 2, 1", 1),
        ("a, err := strconv.Itoa(1)", STRING),
        ("var a, err = strconv.Itoa(1)", STRING),
        ("err, a := f()", UNKNOWN),
        ("var err, a = f()", UNKNOWN),
        ("var b, c, a = 1, 2", UNKNOWN),
        ("b, c, a := 1, 2", UNKNOWN),
        ("var a int", UNKNOWN),
        ("const (\nb = 1\na\n)", UNKNOWN),
        ("a := 1\na = 2", UNKNOWN),
        ("a := 1\na += 2", UNKNOWN),
        ("a := 1\na++", UNKNOWN),
        ("a := 1\nfor a = range x {}", UNKNOWN),
        ("a := 1\nfor a := range x {}", 1),
        ("a := 1\nif a := 2; a > 1 {}", 1),
        ("a := 1\nselect { case a := <-c: }", 1),
        ("a := 1\nswitch a := x.(type) {}", UNKNOWN),
        ("a := 1\nfunc() { a := 2 }()", 1),
        ("a := 1\nfunc(a int) {}(2)", 1),
        ("a := 1\nfunc(b, a int) {}(2)", 1),
        ("a := 1\nfunc(a ...int) {}(2)", 1),
        ("a := 1\nfmt.Fprint(w, a)", 1),
        ("a := 1\nfmt.Fprint()", 1),
        ("a := 1\nscan(&a)", UNKNOWN),
        ("a := 1\nb := generated.PtrInt(a)", 1),
        ("a := 1\na.Write(b)", UNKNOWN),
        ("a := 1\nfmt.Fprintf(a, b)", UNKNOWN),
        ('a := map[string]any{"b": 1}\na["b"] = 2', {"b": Unknown(may_be_missing=True)}),
        ('a := map[string]any{"b": 1}\ndelete(a, "b")', UNKNOWN),
        ("a := []int{1}\nfor i := range a { a[i] = 2 }", UNKNOWN),
    ],
)
def test_a_variable_is_known_if_it_is_assigned_once_and_not_changed(before: str, expected: object) -> None:
    assert value("a", before) == expected


PAYLOAD = 'payload := map[string]any{"content_state": map[string]any{"title": "x"}}\nb, err := json.Marshal(payload)\n'
BUFFER = "var buf bytes.Buffer\njson.NewEncoder(&buf).Encode(payload)\n"
ESCAPED = json.dumps(json.dumps({"content_state": {"title": "x"}}))[1:-1]


@pytest.mark.parametrize(
    "code",
    [
        f'http.NewRequest("POST", "{URL}/start", bytes.NewReader(b))',
        f'http.NewRequestWithContext(ctx, http.MethodPost, "{URL}/start", bytes.NewBuffer([]byte(string(b))))',
        f'http.Post("{URL}/start", "application/json", strings.NewReader(string(b)))',
        f'base := "{URL}"\nu, err := url.JoinPath(base, "/start")\nhttp.NewRequest("POST", u, io.NopCloser(b))',
        'http.NewRequest("POST", base.JoinPath("live-activity", "start").String(), bytes.NewReader(b))',
        'http.NewRequest("POST", fmt.Sprintf("%s/live-activity/%s", base, "start"), bytes.NewReader(b))',
        f'{BUFFER}http.NewRequest("POST", "{URL}/start", &buf)',
        f'buf := new(bytes.Buffer)\njson.NewEncoder(buf).Encode(payload)\nhttp.NewRequest("POST", "{URL}/start", buf)',
        f'getClient().Post("{URL}/start", "application/json", bytes.NewReader(b))',
        f'resty.New().R().SetBody(payload).SetHeader("a", "b").Post("{URL}/start")',
        f'http.Post("{URL}/start", "application/json", strings.NewReader(`{{"content_state": {{"title": "x"}}}}`))',
        f'http.Post("{URL}/start", "text/json", bytes.NewBufferString("{ESCAPED}"))',
    ],
)
def test_a_request_by_http_is_read(code: str) -> None:
    assert requests(f"{HEAD}func f() {{\n{PAYLOAD}{code}\n}}")[-1] == ("start", {"content_state": {"title": "x"}})


@pytest.mark.parametrize(
    "code",
    [
        f'json.NewEncoder(w).SetIndent("", " ")\nhttp.NewRequest("POST", "{URL}/start", f(b))',
        f'{BUFFER}buf.WriteString("x")\nhttp.NewRequest("POST", "{URL}/start", &buf)',
        f'enc := json.NewEncoder(buf)\nenc.Encode(payload)\nhttp.NewRequest("POST", "{URL}/start", buf)',
        f'resty.New().R().Post("{URL}/start")',
        f'client.Post("{URL}/start")',
        f'x{".R()" * 30}.Post("{URL}/start")',
        f'resty.R().SetBody(a, b).Post("{URL}/start")',
        f'http.NewRequest("POST", "{URL}/start", bytes.NewReader(args...))',
        f'http.NewRequest("POST", "{URL}/start", Own{{}})',
        f'http.NewRequest("POST", "{URL}/start", bytes.NewReader())',
    ],
)
def test_a_body_that_is_not_seen_is_not_known(code: str) -> None:
    assert requests(f"{HEAD}func f() {{\n{PAYLOAD}{code}\n}}")[-1] == ("start", UNKNOWN)


def test_a_request_without_a_body_has_none() -> None:
    assert requests(f'http.NewRequest(http.MethodDelete, "{URL}/stream/k", nil)') == [("end_stream", {})]


def test_a_text_with_values_put_in_is_read_with_its_places() -> None:
    source = (
        f'b := fmt.Sprintf(`{{\n  "content_state": {{"title": "%s", "type": "progress",\r\n'
        '  "percentage": %d, "value": 1}}`, t, n)\n'
        f'http.Post("{URL}/start", "application/json", strings.NewReader(b))'
    )
    (found,) = documents(source)
    assert found.value == {
        "content_state": {"title": PartialText(("", "")), "type": "progress", "percentage": UNKNOWN, "value": 1}
    }
    assert key_at(found, "content_state", "value") == (3, 21)


SECRET = "ask_live_" + "0123456789abcdef"


@pytest.mark.parametrize(
    "code",
    [
        f'client, err := sdk.New("{SECRET}")',
        f'const key = "{SECRET}"\nvar client, err = sdk.New(key)',
        f'client, err := sdk.New(cmp.Or(os.Getenv("ACTIVITYSMITH_API_KEY"), "{SECRET}"))',
        f'client, err := sdk.New(getEnv("ACTIVITYSMITH_API_KEY", "{SECRET}"))',
        f'ctx := context.WithValue(ctx, generated.ContextAccessToken, "{SECRET}")',
        f'req.Header.Set("Authorization", "Bearer {SECRET}")',
        f'const key = "{SECRET}"\nfunc f() {{ req.Header.Set("Authorization", "Bearer " + key) }}',
        f'const key = "{SECRET}"\nfunc f() {{ req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", key)) }}',
    ],
)
def test_an_api_key_is_reported_and_never_printed(code: str, tmp_path: Any, capsys: Any) -> None:
    path = tmp_path / "main.go"
    path.write_text(f"{HEAD}{GENERATED}{code}\nvar x = sdk.LiveActivityStartInput{{Titel: `{SECRET}`}}\n", "utf-8")
    for form in ("full", "concise", "json", "github", "gitlab", "sarif", "junit"):
        main(["check", "--no-config", "--format", form, str(path)])
        printed = capsys.readouterr()
        assert "literal-api-key" in printed.out
        assert SECRET not in printed.out + printed.err
    main(["extract", "--no-config", str(path)])
    assert SECRET not in "".join(capsys.readouterr())


def test_a_function_of_the_package_may_be_called_new() -> None:
    assert documents(f'x := New("{SECRET}") // activitysmith') == []


@pytest.mark.parametrize("key", ['os.Getenv("K")', '"YOUR-API-KEY"', "key"])
def test_a_key_that_stands_elsewhere_is_none(key: str) -> None:
    assert documents(f"{HEAD}var c, err = sdk.New({key})\nvar ctx = context.WithValue(ctx, name, {key})") == []


def test_a_comment_can_ignore_a_rule_of_a_request() -> None:
    source = f"{HEAD}// liveschema: ignore\nvar x = sdk.LiveActivityStartInput{{}}\n"
    assert next(iter(go_documents(source.encode()))).ignores


WHOLE = f"""{HEAD}
func run(client *sdk.Client, las *sdk.LiveActivitiesService, step int32) error {{
	input := sdk.LiveActivityStreamInput{{
		Title: "Import", Type: "segmented_progress", NumberOfSteps: 4,
		Icon:  sdk.AlertIcon("tray", "blue"),
		Metrics: []sdk.ActivityMetric{{{{Label: "a", Value: 1}}}},
	}}.WithCurrentStep(step)
	if _, err := client.LiveActivities.Stream("import", input); err != nil {{
		return err
	}}
	las.End(sdk.LiveActivityEndInput{{ActivityID: "a", Title: fmt.Sprintf("%d of %[1]s", 3)}})
	body := `{{"content_state": {{"title": "x"}}}}`
	req, err := http.NewRequest("PUT", "{URL}/stream/k", strings.NewReader(body))
	return err
}}
"""


def test_a_parameter_may_be_the_object_that_sends_requests() -> None:
    assert [operation for operation, _ in requests(WHOLE)] == ["stream", "end", "stream"]


@settings(max_examples=25)
@given(st.data())
def test_a_file_that_is_cut_or_damaged_never_raises(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WHOLE)))
    end = data.draw(st.integers(start, len(WHOLE)))
    inserted = data.draw(st.text(alphabet="{}[]()\"'`\\%.,:=+&*\n ax0…\ud800", max_size=8))
    for found in documents(WHOLE[:start] + inserted + WHOLE[end:]):
        found.locator([(), ("content_state",)])


@pytest.mark.parametrize(
    "text",
    ["(" * 10_000, "[]x{" * 10_000, 'map[string]any{"a":' * 1_000, "x" + ".a" * 10_000, "&" * 10_000, "f(" * 2_000],
    ids=["parentheses", "slices", "maps", "selectors", "pointers", "calls"],
)
def test_deep_nesting_never_raises(text: str) -> None:
    assert requests(f"// activitysmith\nclient.LiveActivities.Start({text}") in ([], [("start", UNKNOWN)])


def test_random_bytes_never_raise() -> None:
    source = b"activitysmith " + bytes(range(256)) * 8
    assert [each.value for each in go_documents(source)] == [NOTHING] or json.dumps(None)
