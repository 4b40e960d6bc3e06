"""What is written for the npm package: declarations and types, for this contract and for what it may become."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import Any

import pytest
from npm_contract import Code, ContractWriter, blank_pattern, contract_module, pattern, without_none, written
from npm_types import TypeWriter, comment, modules, text_of, vocabulary_module

from liveschema.contract import parts, states
from liveschema.contract.catalogue import CATALOGUE
from liveschema.contract.requests import CONTRACT
from liveschema.contract.rules.shortcut_url import SHORTCUT_URL
from liveschema.contract.rules.symbol_shape import SYMBOL_SHAPE
from liveschema.contract.vocabulary import Color
from liveschema.engine.constraint import Constraint
from liveschema.engine.cross_field_tests import Compare, CrossFieldTest, NoItemOfType
from liveschema.engine.objects import spec_of
from liveschema.engine.problems import Severity
from liveschema.engine.record import evolve
from liveschema.engine.rule import ValueRule
from liveschema.engine.scalars import Text
from liveschema.engine.value_tests import BOOLEAN, Length, Matches, NotEqual, ValueTest
from liveschema.export.types import pascal
from liveschema.export.variants import variants

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="Node.js is not installed")


def by_node(program: str, given_: object) -> Any:
    """Return what a function in JavaScript makes of a value."""
    assert NODE is not None
    script = f"const f = {program}; console.log(JSON.stringify(f(JSON.parse(require('fs').readFileSync(0)))));"
    ran = subprocess.run([NODE, "-e", script], input=json.dumps(given_), capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


@needs_node
@pytest.mark.parametrize(
    "value",
    [
        {"a": [1, 2.5, None, True, 'é\u2028"\\'], "b-c": {"7": [], "x": {}}, "long": ["x" * 50, {"y": ["z" * 90] * 3}]},
        [],
        "text",
        None,
    ],
)
def test_what_is_written_means_the_value(value: Any) -> None:
    assert by_node("(text) => eval(`(${text})`)", written(value)) == value


def test_a_value_is_on_one_line_if_it_fits_and_has_a_line_for_each_member_otherwise() -> None:
    assert written({"a": [1, True, None], "b-c": "é", "d": Code("D"), "e": {}, "f": []}) == (
        '{ a: [1, true, null], "b-c": "é", d: D, e: {}, f: [] }'
    )
    wide = {"name": "x" * 60, "names": ["y" * 60, "z"]}
    lines = ["{", f'  name: "{"x" * 60}",', f'  names: ["{"y" * 60}", "z"],', "}"]
    assert written(wide) == "\n".join(lines)
    assert written(["x" * 50, "y" * 50], 0, 12) == written(["x" * 50, "y" * 50])
    assert written(["x" * 50, "y" * 50], 0, 13) == f'[\n  "{"x" * 50}",\n  "{"y" * 50}",\n]'


def test_members_that_are_none_are_left_out() -> None:
    assert without_none(is_="text", min=None, max=0) == {"is": "text", "max": 0}


@needs_node
def test_blank_means_the_same_in_both_languages() -> None:
    program = (
        "(last) => Array.from({ length: last + 1 }, (_, code) => code)"
        f".filter((code) => {blank_pattern()}.test(String.fromCodePoint(code)))"
    )
    assert by_node(program, sys.maxunicode) == [code for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    several = ["", " ", "\t\u2003", " x", "x ", "\ufeff"]
    assert by_node(f"(texts) => texts.map((text) => {blank_pattern()}.test(text))", several) == [
        text.isspace() for text in several
    ]


@needs_node
@pytest.mark.parametrize(
    ("test", "alphabet"),
    [
        (SYMBOL_SHAPE.test, "ab1.-Z\u00e9\n"),
        (SHORTCUT_URL.test, "&=#?/name\u017fNAME\n"),
        (Matches("is_a", "a++b?+"), "abc"),
    ],
)
def test_a_pattern_matches_the_same_in_both_languages(test: Matches, alphabet: str) -> None:
    start = "shortcuts://run-shortcut" if test.only_if else ""
    texts = [start + first + second + third for first in alphabet for second in alphabet for third in alphabet]
    texts += [
        "shortcuts://run-shortcut?name=x",
        "\u017fhortcuts://run-shortcut?name=x",
        "bolt.fill",
        "bolt.",
        ".bolt",
        "",
    ]
    found = by_node(
        f"(texts) => texts.map((text) => {pattern(test.pattern, ignore_case=test.ignore_case)}.test(text))", texts
    )
    flags = re.IGNORECASE if test.ignore_case else 0
    assert found == [re.match(test.pattern, text, flags) is not None for text in texts]


def test_the_declarations_name_every_field_and_every_rule_with_a_test() -> None:
    text = contract_module()
    for mode in CONTRACT.modes:
        assert f"export const {mode.upper()}: OperationData = " in text
    for spec in states.STATES.specs.values():
        assert f"const {spec.cls.__name__}: SpecData = " in text
        assert all(re.search(rf"\b{name}: ", text) for name in spec.fields)
    ids = {rule.id for rule in CATALOGUE.values() if rule.message}
    assert set(re.findall(r'id: "([a-z-]+)"', text)) == ids


def test_two_constants_with_one_name_are_a_mistake() -> None:
    writer = ContractWriter()
    writer.constant("A", "number", 1)
    assert writer.constant("A", "number", 1) == "A"
    with pytest.raises(ValueError, match=r"^two constants have the name A$"):
        writer.constant("A", "number", 2)


class Strange(Constraint):
    """A constraint that the package does not know."""


class StrangeTest(CrossFieldTest):
    """A test that the package does not know."""


class StrangeValueTest(ValueTest):
    """As above, on a value."""


@pytest.mark.parametrize(
    ("written_for", "message"),
    [
        (lambda: ContractWriter().value(Strange()), "no declaration for Strange"),
        (lambda: ContractWriter().test(StrangeTest()), "no declaration for StrangeTest"),
        (lambda: ContractWriter().test(StrangeValueTest()), "no declaration for StrangeValueTest"),
        (lambda: ContractWriter().test(Length(1)), "no declaration for a least length"),
        (lambda: ContractWriter().test(Compare("a", "<", "b")), "no declaration for the comparison <"),
        (
            lambda: ContractWriter().test(NoItemOfType("metrics", "value", BOOLEAN)),
            "no declaration for lists without a boolean",
        ),
        (lambda: TypeWriter(tolerant=False).type_of(Strange()), "no type for Strange"),
    ],
)
def test_what_the_package_does_not_know_is_not_left_out_silently(written_for: Any, message: str) -> None:
    with pytest.raises(NotImplementedError, match=f"^{message}$"):
        written_for()


def test_a_rule_on_a_value_must_be_a_warning() -> None:
    rule = ValueRule(id="no-x", severity=Severity.ERROR, test=NotEqual("x"))
    with pytest.raises(ValueError, match=r"^no-x: the engine takes rules on single values for warnings$"):
        ContractWriter().value(Text(rules=(rule,)))


def test_an_object_has_at_most_as_many_fields_as_a_number_has_bits() -> None:
    spec = spec_of(parts.Metric)
    fields = {f"field_{n}": spec.fields["unit"] for n in range(32)}
    with pytest.raises(ValueError, match=r"^Metric has more than 31 fields$"):
        ContractWriter().spec(evolve(spec, fields=fields))
    assert ContractWriter().spec(evolve(spec, fields=dict(list(fields.items())[:31]))) == "Metric"


def test_each_activity_type_has_a_type_on_each_operation() -> None:
    text = TypeWriter(tolerant=False).text()
    for mode in CONTRACT.modes:
        for spec in states.STATES.specs.values():
            name = pascal(mode) + spec.cls.__name__
            assert re.search(rf"\nexport (?:interface|type) {name} ", text), name
    assert not re.search(r"\n(?:export )?(?:interface|type) \w*\d", text)


def test_the_types_of_what_to_send_have_no_null_and_nothing_that_is_only_tolerated() -> None:
    sent, accepted = (TypeWriter(tolerant=tolerant).text() for tolerant in (False, True))
    assert "null" not in sent
    assert sent.count("counts_down?: true") == 1  # of a timer that counts down
    assert "icon?: Icon | null | undefined;" in accepted
    assert accepted.count("counts_down?: true | undefined;") > 1
    assert "badge?: null | undefined;" in accepted
    assert 'method?: "POST" | undefined;' in accepted


def test_the_modules_have_the_names_that_others_import() -> None:
    assert set(modules()) == {"accepted", "contract", "types", "vocabulary"}
    assert all(text.startswith("// Generated by tools/emit.py") for text in modules().values())


def test_a_name_is_said_as_a_constant_and_as_a_type() -> None:
    text = vocabulary_module([Color])
    assert '  LIME: "lime",\n' in text
    assert "export type Color = (typeof Color)[keyof typeof Color];" in text
    ids = set(re.findall(r'^  "([a-z-]+)",$', text, re.MULTILINE))
    about_text = {"invalid-json", "duplicate-key", "byte-order-mark", "invalid-utf8", "invalid-stream-key"}
    assert ids == set(CATALOGUE) - about_text


def test_a_long_comment_is_wrapped() -> None:
    assert comment("Short.") == "/** Short. */\n"
    lines = comment("word " * 60, "  ").splitlines()
    assert (lines[0], lines[-1]) == ("  /**", "   */")
    assert all(line.startswith("   * word") and len(line) <= 120 for line in lines[1:-1])


@pytest.mark.parametrize(
    ("default", "text"),
    [
        (None, "It is."),
        (True, "It is. The service assumes true if it is left out."),
        (3, "It is. The service assumes 3 if it is left out."),
    ],
)
def test_the_comment_of_a_field_says_the_default_of_the_service(default: object, text: str) -> None:
    assert text_of("It is.", default) == text


@pytest.mark.parametrize("tolerant", [False, True])
def test_each_way_to_meet_a_requirement_has_the_name_that_schemas_give_it(*, tolerant: bool) -> None:
    text = TypeWriter(tolerant=tolerant).text()
    for tag, cls in (("progress", "Progress"), ("timer", "Timer")):
        forms = [form.name for form in variants(states.STATES.specs[tag], "start")]
        assert len(forms) == 2
        assert re.findall(rf"interface (\w+) extends {cls} ", text) == forms
        assert f"export type Start{cls} = ({' | '.join(forms)}) & StartStateFields" in text


def test_a_request_without_a_second_button_takes_every_state() -> None:
    for tolerant in (False, True):
        text = TypeWriter(tolerant=tolerant).text()
        for mode in CONTRACT.modes:
            name = pascal(mode)
            _, _, body = text.partition(f"interface {name}RequestWithoutSecondaryAction extends")
            state = (
                f"content_state?: {name}State | undefined" if mode == "end_stream" else f"content_state: {name}State"
            )
            assert f"{state};\n  secondary_action?: undefined;\n}}" in body.partition("\n}")[0] + "\n}"


def test_what_may_be_left_out_may_be_undefined() -> None:
    for tolerant in (False, True):
        optional = re.findall(r"\?:\s*([^;{}]*);", TypeWriter(tolerant=tolerant).text())
        assert len(optional) > 50
        assert all(each.endswith("undefined") for each in optional)
