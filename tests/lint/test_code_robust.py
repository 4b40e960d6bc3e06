"""Arbitrary source code of all languages, and payloads that are written as code in random ways."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from amount import examples
from hypothesis import given
from hypothesis import strategies as st

from liveschema.contract.vocabulary import Operation
from liveschema.engine.unknown import More
from liveschema.lint.inputs.code import language_named
from liveschema.lint.inputs.code.reader import code_in
from liveschema.lint.inputs.code.source import Source
from liveschema.lint.inputs.document import Document
from liveschema.lint.inputs.fragments import Fragment
from liveschema.testing import payloads

URL = "https://activitysmith.com/api/live-activity/start"
DEEPEST = 40
Draw = Callable[[st.SearchStrategy[Any]], Any]

_JAVASCRIPT = f"""
import ActivitySmith, {{ contentState as state }} from "activitysmith";
const KEY = '4f1c0e9b7d2a', client = new ActivitySmith({{ apiKey: KEY }});
let badge = {{ title: 'é🎉', ...more, ['color']: `r${{e}}d` }};
badge.color = "blue";
for (const each of [1, ...list]) {{
  client.liveActivities.stream(`k-${{each}}`, {{ content_state: state({{ badge }}) }});
}}
const headers = {{ Authorization: `Bearer ${{KEY}}` }};
fetch('{URL}', {{ method: "POST", headers, body: JSON.stringify({{ a: -1 + x }}) }});
export const next = async (a, {{ b = 2, ...c }}) => ({{ title: a ?? 'b', type: /timer/ ? "timer" : b }});
class A extends B {{
  #x = {{ title: "a", type: "alert" }}; static {{ delete this.x; }} get y() {{ return x?.y?.[0]; }}
}}
"""
SAMPLES = {
    "javascript": f"{_JAVASCRIPT}const page = <a href={{x}}>{{client.liveActivities.start({{}})}}</a>;\n",
    "typescript": f"{_JAVASCRIPT}const typed = <Foo>{{ title: 'x' as const }} satisfies Bar<T>; enum E {{ A = 1 }}\n",
    "go": f"""package main
import sdk "github.com/ActivitySmithHQ/activitysmith-go"
const Key = "4f1c0e9b7d2a"
func main() {{
	client, err := sdk.New(Key)
	state := sdk.LiveActivityContentStateInput{{Title: "é🎉", Type: sdk.LiveActivityTypeTimer,
		Metrics: []sdk.ActivityMetric{{{{Label: `a`}}}}}}
	state.Color = "blue"
	for i, each := range []int{{1, -2}} {{
		input := sdk.LiveActivityStreamInput{{ContentState: state}}.WithPercentage(i)
		client.LiveActivities.Stream(fmt.Sprintf("k-%d", each), input)
	}}
	body, _ := json.Marshal(map[string]any{{"a": nil, key: 1 + 2}})
	request, err := http.NewRequest(http.MethodPost, "{URL}", bytes.NewReader(body))
	request.Header.Set("Authorization", "Bearer "+Key)
	go func(x *T) (int, error) {{ return &T{{1, 2}}, nil }}(nil)
}}
""",
    "ruby": f"""require "activitysmith"
KEY = "4f1c0e9b7d2a"
client = ActivitySmith::Client.new(api_key: ENV.fetch("NAME", KEY))
badge = {{ title: "é🎉", **more, "color" => :red }}
badge[:color] = "a#{{b}}c"
[1, *list].each do |each|
  state = ActivitySmith::LiveActivities.content_state(badge:)
  client.live_activities.stream "k-#{{each}}", content_state: state
end
Net::HTTP.post(URI("{URL}"), {{ a: -1 + x }}.to_json, "Authorization" => "Bearer #{{KEY}}")
request = Net::HTTP::Post.new(URI("{URL}"))
request.body = <<~JSON
  {{"a": #{{b}}, "c": 1}}
JSON
class A < B
  def state(a, *b, c: 1, **d, &e) = {{ title: a || "b", type: "timer" }} unless @x&.y
end
""",
    "php": f"""<?php
use ActivitySmith\\{{ActivitySmith, LiveActivityMetric as Metric}};
$key = '4f1c0e9b7d2a'; $client = new ActivitySmith($key);
$badge = ['title' => 'é🎉', ...$more, 'color' => "a {{$b->c}} $d"];
$badge['color'] = LiveActivityColor::BLUE; $badge['x'][] = 1;
foreach ([1, ...$list] as $each) {{
    $state = LiveActivityContentState::make(title: 'x', metrics: [Metric::make('CPU', 7)]);
    $client->liveActivities->stream("k-$each", contentState: $state);
}}
$ch = curl_init('{URL}'); curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['a' => -1 + $x, 'b' => null]));
curl_setopt_array($ch, [CURLOPT_CUSTOMREQUEST => 'POST', CURLOPT_HTTPHEADER => ["Authorization: Bearer {{$key}}"]]);
function f($a, &...$b) {{ global $c; unset($a['x']); return ['title' => $a ?? 'b', 'type' => $b ?: 'timer']; }}
$text = <<<EOT
 {{"a": $b}}
 EOT; ?> <p>
""",
}  # fmt: skip
SPECIAL = [
    *"()[]{}'\",:=.;$#@&*/\\`\n\r\t",
    "\0",
    "\ufeff",
    "\ud800",
    "é",
    "🎉",
    "...",
    "…",
    "=>",
    "->",
    "<<~X",
    "${",
    "#{",
]


def documents(language: str, source: str) -> list[Document]:
    return list(code_in(language_named(language), Fragment.whole(source)))


def mutated(language: str) -> st.SearchStrategy[str]:
    """Return the sample of a language with some ranges of it replaced."""
    sample = SAMPLES[language]
    pieces = st.sampled_from([*sample.split(), *SPECIAL])

    @st.composite
    def texts(draw: st.DrawFn) -> str:
        text = sample
        for _ in range(draw(st.integers(1, 4))):
            start = draw(st.integers(0, len(text)))
            end = draw(st.integers(start, min(start + 10, len(text))))
            text = text[:start] + draw(pieces) + text[end:]
        return text

    return texts() | st.lists(pieces).map("".join) | st.text()


def paths_in(value: Any) -> list[tuple[Any, ...]]:
    """Return the paths of a value and of everything inside it that has a place."""
    found: list[tuple[Any, ...]] = [()]
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inside:
        if not isinstance(key, More):
            found += [(key, *path) for path in paths_in(item)]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("language", SAMPLES)
@examples(100)
@given(st.data())
def test_no_text_raises_and_every_place_is_in_it(language: str, data: st.DataObject) -> None:
    text = data.draw(mutated(language))
    for document in documents(language, text):
        assert document.text == text
        for path, place in document.locator(paths_in(document.value)).items():
            for span in (place.value, *([place.key] if place.key else [])):
                assert 0 <= span.start <= span.end <= len(text), path
        for fault in document.faults:
            assert 0 <= document.lines.offset(fault.line or 0, fault.column or 0) <= len(text)
        assert all(1 <= head <= len(document.lines.starts) for head in document.heads)
        assert all(0 <= start < end <= len(text) for start, end in document.secrets)


@pytest.mark.parametrize("language", SAMPLES)
def test_the_sample_has_every_kind_of_document(language: str) -> None:
    found = documents(language, SAMPLES[language])
    assert {"the call", "its method and path"} <= {document.named_by for document in found}
    assert [fault.rule for fault in found[0].faults] == ["literal-api-key"]


class Writer:
    """Writes a value as source code, with some parts in variables.

    Args:
        language: The language.
        draw: Draws from a strategy.
    """

    def __init__(self, language: str, draw: Draw) -> None:
        self.language = language
        self.draw = draw
        self.variables: list[str] = []

    def write(self, value: Any) -> str:
        text = self._inside(value)
        if self.draw(st.integers(0, 4)):
            return text
        name = f"variable{len(self.variables)}"
        before, after = {"go": ("", " :="), "ruby": ("", " ="), "php": ("$", " =")}.get(self.language, ("const ", " ="))
        self.variables.append(f"{before}{name}{after} {text}{'' if self.language in ('go', 'ruby') else ';'}")
        return f"${name}" if self.language == "php" else name

    def _inside(self, value: Any) -> str:
        if isinstance(value, dict):
            members = [self._member(key, self.write(item)) for key, item in value.items()]
            opened, closed = {"go": ("map[string]any{", "}"), "php": ("[", "]")}.get(self.language, ("{", "}"))
            return f"{opened}{', '.join(members)}{closed}"
        if isinstance(value, list):
            items = ", ".join(map(self.write, value))
            return f"[]any{{{items}}}" if self.language == "go" else f"[{items}]"
        if value is None:
            return {"go": "nil", "ruby": "nil"}.get(self.language, "null")
        return self._text(value) if isinstance(value, str) else json.dumps(value)

    def _member(self, key: str, value: str) -> str:
        is_special = self.draw(st.booleans())
        if self.language == "php" or (self.language == "ruby" and is_special):
            return f"{self._quoted(key)} => {value}"
        if self.language in ("javascript", "typescript") and key.isidentifier() and is_special:
            return f"{key}: {value}"
        return f"{self._quoted(key)}: {value}"

    def _text(self, text: str) -> str:
        written = self._quoted(text)
        if self.language in ("javascript", "typescript") and self.draw(st.booleans()):
            inner = written[1:-1].replace("`", "\\`").replace("$", "\\$")
            return f"`{inner}`"
        return written

    def _quoted(self, text: str) -> str:
        if self.language == "php":
            escaped = text.replace("\\", "\\\\").replace("'", "\\'")
            return f"'{escaped}'"
        written = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
        if self.language == "ruby":
            return written.replace("#", "\\#")
        return written

    def program(self, value: Any) -> str:
        """Return a program that sends the value."""
        written = self.write(value)
        before = "\n".join(self.variables)
        if self.language == "go":
            sending = f'body, _ := json.Marshal({written})\nhttp.Post("{URL}", "text/json", bytes.NewReader(body))'
            return f"func main() {{\n{before}\n{sending}\n}}\n"
        if self.language == "ruby":
            return f'{before}\nHTTParty.post("{URL}", body: ({written}).to_json)\n'
        if self.language == "php":
            return f"<?php\n{before}\n$client->post('{URL}', ['json' => {written}]);\n"
        return f'{before}\nfetch("{URL}", {{method: "POST", body: JSON.stringify({written})}});\n'


def depth(value: Any) -> int:
    """Return how many objects and lists are inside each other."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


def is_ambiguous_in_php(value: Any) -> bool:
    """Return whether PHP has more than one meaning for something in a value.

    It writes an empty object like an empty list, and takes a key that is a number for an index.
    """
    if isinstance(value, dict) and any(key.lstrip("-").isdecimal() for key in value):
        return True
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return inside is not None and (not inside or any(map(is_ambiguous_in_php, inside)))


@pytest.mark.slow
@pytest.mark.parametrize("language", SAMPLES)
@examples(60)
@given(st.data())
def test_every_payload_is_read_as_it_is_written(language: str, data: st.DataObject) -> None:
    payload = data.draw(payloads("start"))
    if depth(payload) > DEEPEST or (language == "php" and (is_ambiguous_in_php(payload) or "\\x00" in repr(payload))):
        return  # the reader goes no deeper, and the grammar of PHP takes no NUL
    source = Writer(language, data.draw).program(payload)
    (document,) = [each for each in documents(language, source) if each.operation is Operation.START]
    assert document.value == payload, source
    assert not document.is_partial


def test_the_text_of_an_object_is_not_copied_at_each_level(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes, text_of_node = [], Source.text

    def text(source: Source, node: Any) -> str:
        sizes.append(node.end_byte - node.start_byte)
        return text_of_node(source, node)

    monkeypatch.setattr(Source, "text", text)
    value = '{"a": ' * 200 + "1" + "}" * 200
    code = f"fetch('{URL}', {{method: 'POST', body: JSON.stringify({value})}})"
    assert documents("javascript", code)
    assert 0 < sum(sizes) < 40 * len(code)
