"""What is known of the values of expressions in Python source code."""

from __future__ import annotations

from typing import Any

import pytest
from python_kit import at, documents, payload, value

from liveschema.contract.vocabulary import ActionType, ActivityType, Color, WebhookMethod
from liveschema.engine.unknown import MORE, UNKNOWN, PartialText, Unknown

UNKNOWN_BUT_NULL = Unknown(UNKNOWN.types - {"null"})
STRING = Unknown({"string"})
NUMBER = Unknown({"number"})
MAYBE = Unknown(UNKNOWN.types - {"null"}, may_be_missing=True)
BOOLEAN = Unknown({"boolean"})


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("'x'", "x"),
        ("'a' 'b'", "ab"),
        ("'''a\nb'''", "a\nb"),
        ("r'\\d'", "\\d"),
        ("'\\x41'", "A"),
        ("7", 7),
        ("-1.5", -1.5),
        ("+7", 7),
        ("60 * 30", 1800),
        ("60 * 60 - 1", 3599),
        ("3 / 4", 0.75),
        ("7 // 2", 3),
        ("1 / 0", NUMBER),
        ("10 ** 6", UNKNOWN),
        ("10**15 * 10**15", UNKNOWN),
        ("1000000000000000 * 2", NUMBER),
        ("True", True),
        ("None", None),
        ("[1, (2, 'x')]", [1, [2, "x"]]),
        ("[1, *more]", [1, MORE]),
        ("[1, *[2, 3]]", [1, 2, 3]),
        ("[1, ...]", [1, MORE]),
        ("{'a': 1}", {"a": 1}),
        ("{'a': 1, 'a': 2}", {"a": 2}),
        ("{'a': 1, **more, 'b': 2}", {"a": UNKNOWN, MORE: UNKNOWN, "b": 2}),
        ("{'a': 1, **{'a': 2}}", {"a": 2}),
        ("{'a': 1, **{'b': 1, **more}}", {"a": UNKNOWN, "b": UNKNOWN, MORE: UNKNOWN}),
        ("{'a': 1, key: 2}", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("{f'{x}': 2}", {MORE: UNKNOWN}),
        ("{1: 2}", {MORE: UNKNOWN}),
        ("{**{}}", {}),
        ("{'color': 'red', **alert_icon('bolt', color=c)}", {"color": UNKNOWN_BUT_NULL, "symbol": "bolt"}),
        ("{**alert_icon('bolt', color=a), **alert_icon('bolt', color=c)}", {"color": MAYBE, "symbol": "bolt"}),
        ("dict(a=1, b='x')", {"a": 1, "b": "x"}),
        ("dict({'a': 1}, a=2)", {"a": 2}),
        ("dict(more, a=2)", {MORE: UNKNOWN, "a": 2}),
        ("dict(**more)", {MORE: UNKNOWN}),
        ("{'a': 1} | {'a': 2, 'b': 3}", {"a": 2, "b": 3}),
        ("{'a': 1} | more", {"a": UNKNOWN, MORE: UNKNOWN}),
        ("one | more", UNKNOWN),
        ("{'a': 1}.copy()", {"a": 1}),
        ("copy.deepcopy({'a': 1})", {"a": 1}),
        ("copy(1, 2)", UNKNOWN),
        ("{1, 2}", UNKNOWN),
        ("b'x'", UNKNOWN),
        ("1j", UNKNOWN),
        ("...", MORE),
        ("f(...)", UNKNOWN),
        ("x", UNKNOWN),
        ("x.y[0]", UNKNOWN),
        ("lambda: 1", UNKNOWN),
        ("x and y", UNKNOWN),
        ("[x for x in y]", Unknown({"array"})),
        ("{x: 1 for x in y}", Unknown({"object"})),
        ("list(x)", Unknown({"array"})),
        ("x > 1", BOOLEAN),
        ("not x", BOOLEAN),
        ("bool(x)", BOOLEAN),
        ("int(x)", NUMBER),
        ("len(x)", NUMBER),
        ("round(x, 2)", NUMBER),
        ("-len(x)", NUMBER),
        ("-x", UNKNOWN),
        ("-True", UNKNOWN),
        ("~1", NUMBER),
        ("x - 1", NUMBER),
        ("x / 3 * 100", NUMBER),
        ("x * 100", UNKNOWN),
        ("x + 1", UNKNOWN),
        ("x % 10", UNKNOWN),
        ("int(x) + 1", NUMBER),
        ("str(x)", STRING),
        ("json.dumps({})", STRING),
        ("now.isoformat()", STRING),
        ("(y := 'x')", "x"),
    ],
)
def test_what_is_known_of_an_expression(expression: str, known: Any) -> None:
    found = value(expression)
    assert found == known
    assert type(found) is type(known)


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("f'Build {number}'", PartialText(("Build ", ""))),
        ("f'{a}{b} of {c}'", PartialText(("", " of ", ""))),
        ("f'{a}'", STRING),
        ("f'Build {7}'", "Build 7"),
        ("f'Build {7:03}'", PartialText(("Build ", ""))),
        ("f'Build {True}'", PartialText(("Build ", ""))),
        ("f\"{'a'}{f'b{x}'}\"", PartialText(("ab", ""))),
        ("'Build ' + number", PartialText(("Build ", ""))),
        ("'Build ' + 'x' + name + '!'", PartialText(("Build x", "!"))),
        ("name + f'a{x}' + 'b'", PartialText(("", "a", "b"))),
        ("'a' + str(x)", PartialText(("a", ""))),
        ("'%d of %d' % (a, b)", PartialText(("", " of ", ""))),
        ("'%(a)s done' % x", PartialText(("", " done"))),
        ("'%d%%' % x", PartialText(("", "%"))),
        ("'100%' % x", STRING),
        ("f'a{b}' % x", STRING),
        ("'{} of {}'.format(a, 7)", PartialText(("", " of 7"))),
        ("'{1} of {0}'.format(1, 2)", "2 of 1"),
        ("'{a} {b:>3} {{}}'.format(a=1)", PartialText(("", " ", " {}"))),
        ("'{'.format(a)", STRING),
        ("f'{x}a'.format(a)", STRING),
        ("x.format(1)", UNKNOWN),
        ("x.upper()", UNKNOWN),
        ("'x'.upper()", STRING),
        ("', '.join(x)", STRING),
        ("f'a{x}'.strip()", STRING),
        ("'a b'.split()", UNKNOWN),
    ],
)
def test_what_is_known_of_a_string(expression: str, known: Any) -> None:
    assert value(expression) == known


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("7 if x else 7", 7),
        ("'a' if x else 'b'", STRING),
        ("1 if x else True", Unknown({"number", "boolean"})),
        ("7 if x else None", Unknown({"number", "null"})),
        ("{} if x else []", Unknown({"array", "object"})),
        ("{} if x else {}", Unknown({"object"})),
        ("7 if x else y", UNKNOWN),
    ],
)
def test_what_is_known_of_a_value_that_is_one_of_two(expression: str, known: Any) -> None:
    assert value(expression) == known


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("LiveActivityColor.GREEN", Color.GREEN),
        ("activitysmith.LiveActivityColor.GREEN", Color.GREEN),
        ("Color.LIME", Color.LIME),
        ("Color.LIME.value", Color.LIME),
        ("ActivityType.METRICS", ActivityType.METRICS),
        ("liveschema.ActivityType.METRICS", ActivityType.METRICS),
        ("LiveActivityActionType.OPEN_URL", ActionType.OPEN_URL),
        ("LiveActivityWebhookMethod.GET", WebhookMethod.GET),
        ("client.live_activities.TYPE_METRICS", ActivityType.METRICS),
        ("LiveActivitiesResource.TYPE_VALUE", ActivityType.VALUE),
        ("TYPE_METRICS", ActivityType.METRICS),
        ("LiveActivityColor.PINK", UNKNOWN),
        ("TYPE_NOTHING", UNKNOWN),
        ("METRICS", UNKNOWN),
        ("Final.GREEN", UNKNOWN),
        ("value", UNKNOWN),
    ],
)
def test_constants_are_known_by_their_names(expression: str, known: Any) -> None:
    assert value(expression) == known


@pytest.mark.parametrize(
    ("expression", "before", "known"),
    [
        ("C.GREEN", "from activitysmith import LiveActivityColor as C", Color.GREEN),
        ("C.GREEN", "from liveschema import Color as C", Color.GREEN),
        ("c.Color.GREEN", "import liveschema as c", Color.GREEN),
        ("Color.GREEN", "from app import Color", UNKNOWN),
        ("Color.GREEN", "class Color: pass", UNKNOWN),
        ("self.Color.GREEN", "self = f()", UNKNOWN),
        ("TYPE_METRICS", "from app import TYPE_METRICS", UNKNOWN),
        ("TYPE_METRICS", "TYPE_METRICS = 'x'", "x"),
    ],
)
def test_a_constant_is_known_if_nothing_else_has_its_name(expression: str, before: str, known: Any) -> None:
    assert value(expression, before) == known


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("x = 7", 7),
        ("x: int = 7", 7),
        ("y = 7\nx = y", 7),
        ("x = y = 7", 7),
        ("if y:\n    x = 7", 7),
        ("import y\nx = y", UNKNOWN),
        ("x = 7\nx = 8", UNKNOWN),
        ("x = 7\nx += 1", UNKNOWN),
        ("x, y = 7, 8", UNKNOWN),
        ("for x in y: pass", UNKNOWN),
        ("with y as x: pass", UNKNOWN),
        ("try: pass\nexcept E as x: pass", UNKNOWN),
        ("x = 7\ndel x", UNKNOWN),
        ("def x(): pass", UNKNOWN),
        ("class x: pass", UNKNOWN),
        ("import x", UNKNOWN),
        ("match y:\n    case [*x]: pass", UNKNOWN),
        ("match y:\n    case {'a': 1, **x}: pass", UNKNOWN),
        ("match y:\n    case x: pass", UNKNOWN),
        ("x = 7\ndef f():\n    global x\n    x = 8", UNKNOWN),
        ("x = 7\ndef f():\n    x = 8", 7),
        ("x = 7\nclass C:\n    x = 8", 7),
        ("x = 7\n[x for x in y]", 7),
        ("[(x := 7) for z in y]", 7),
        ("x = f(x)", UNKNOWN),
        ("x = [x, x]", None),
        ("str = f\nx = str(1)", UNKNOWN),
    ],
)
def test_a_name_is_known_if_it_is_bound_once(before: str, known: Any) -> None:
    found = value("x", before)
    assert found == known if known is not None else isinstance(found, list)


def test_a_name_that_is_bound_later_is_not_known() -> None:
    assert value("x") is UNKNOWN
    assert payload("live_activities.start(tags=x)\nx = ['a']") == {"tags": MAYBE}
    assert payload("def f():\n    live_activities.start(tags=x)\nx = ['a']") == {"tags": ["a"]}


def test_names_in_functions() -> None:
    source = "x = ['a']\ndef f({}):\n    {}\n    def g():\n        {}\n        live_activities.start(tags=x)\n"
    maybe = {"tags": MAYBE}
    assert payload(source.format("", "pass", "pass")) == {"tags": ["a"]}
    assert payload(source.format("x", "pass", "pass")) == maybe
    assert payload(source.format("", "x = ['b']", "pass")) == {"tags": ["b"]}
    assert payload(source.format("", "x = ['b']", "x = ['c']")) == {"tags": ["c"]}
    assert payload(source.format("", "x = ['b']", "nonlocal x; x = ['c']")) == maybe
    assert payload(source.format("", "pass", "nonlocal x")) == {"tags": ["a"]}
    assert payload("class C:\n    x = ['a']\n    live_activities.start(tags=x)\n") == {"tags": ["a"]}
    assert payload("class C:\n    x = ['a']\n    def f(self):\n        live_activities.start(tags=x)\n") == maybe
    assert payload("nonlocal x\nlive_activities.start(tags=['a'])\n") == {"tags": ["a"]}


def test_the_place_of_a_value_in_a_variable_is_where_it_is_written() -> None:
    (found,) = documents("LIMIT = 142\nlive_activities.start(percentage=LIMIT)\n")
    assert at(found, "content_state", "percentage") == "142"


@pytest.mark.parametrize(
    ("change", "known"),
    [
        ("print(x)", {"a": 1, "b": [2]}),
        ("x['a']", {"a": 1, "b": [2]}),
        ("x['a'] = 5", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("x['c'] = 5", {"a": 1, "b": [2], "c": Unknown(may_be_missing=True)}),
        ("x['b'].append(5)", {"a": 1, "b": UNKNOWN}),
        ("x['b'][0] = 5", {"a": 1, "b": UNKNOWN}),
        ("x.b = 5", {"a": 1, "b": Unknown(may_be_missing=True)}),
        ("x['b'] += [5]", {"a": 1, "b": Unknown(may_be_missing=True)}),
        ("x.update(a=5)", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("x.update({'a': 5}, b=6)", {"a": Unknown(may_be_missing=True), "b": Unknown(may_be_missing=True)}),
        ("x.setdefault('c', 5)", {"a": 1, "b": [2], "c": Unknown(may_be_missing=True)}),
        ("x.get('b').append(5)", {"a": 1, "b": UNKNOWN}),
        ("del x['a']", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("x.pop('a')", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("x['a'], y = 5, 6", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("y = x['b']\ny.append(5)", {"a": 1, "b": UNKNOWN}),
        ("for y in x['b']:\n    y['c'] = 5", {"a": 1, "b": UNKNOWN}),
        ("for y, (z) in x['b'], f():\n    y['c'] = 5", {"a": 1, "b": [2]}),
        ("y = x\ny['a'] = 5", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("y = x\ny['a'] = 5\nx['a'] = 6", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("def f():\n    x['a'] = 5", {"a": Unknown(may_be_missing=True), "b": [2]}),
        ("def f(x):\n    x['a'] = 5", {"a": 1, "b": [2]}),
        ("f()['a'] = 5", {"a": 1, "b": [2]}),
        ("f().update(a=5)", {"a": 1, "b": [2]}),
        ("x[key] = 5", UNKNOWN),
        ("x.update(y)", UNKNOWN),
        ("x.update({key: 5})", UNKNOWN),
        ("x.update(**y)", UNKNOWN),
        ("x.clear()", UNKNOWN),
        ("x |= y", UNKNOWN),
        ("y = {'z': x}\ny['z']['a'] = 5", UNKNOWN),
        ("y = {'z': x}\ny['z'] = 5", {"a": 1, "b": [2]}),
        ("y = f(x)\ny.z['a'] = 5", UNKNOWN),
    ],
)
def test_what_is_known_of_a_variable_that_is_changed(change: str, known: Any) -> None:
    assert value("x", f"x = {{'a': 1, 'b': [2]}}\n{change}") == known


def test_a_list_that_is_changed_is_not_known() -> None:
    assert value("x", "x = [1]\nx.append(2)") == UNKNOWN


def test_a_variable_that_is_changed_very_often_is_not_known() -> None:
    changes = [f"x['a{number}'] = 1" for number in range(101)]
    assert len(value("x", "x = {}\n" + "\n".join(changes[1:]))) == 100
    assert value("x", "x = {}\n" + "\n".join(changes)) == UNKNOWN


def test_the_places_of_a_variable_that_is_changed() -> None:
    source = "x = {'title': 'x', 'color': 'red'}\nx['color'] = x['icon'] = y\nlive_activities.start(content_state=x)\n"
    (found,) = documents(source)
    assert at(found, "content_state", "color") == "'red'"
    assert at(found, "content_state", "icon") == "{'title': 'x', 'color': 'red'}"


def test_deep_and_huge_values_are_not_known() -> None:
    assert value("-" * 90 + "1") in (1, -1)
    assert value("not " * 300 + "x") == BOOLEAN
    assert value("-" * 300 + "1") == UNKNOWN
    assert value("a" + ".b" * 500) == UNKNOWN
    assert value("'a'" + " + 'b'" * 500) == "a" + "b" * 500
    doubled = "\n".join(f"x{n + 1} = [x{n}, x{n}]" for n in range(60))
    assert len(str(value("x60", f"x0 = [1]\n{doubled}"))) < 10**6


@pytest.mark.parametrize(
    ("expression", "known"),
    [
        ("metric('CPU', 7, unit='%', color=None)", {"label": "CPU", "value": 7, "unit": "%"}),
        ("metric('CPU', 7, 8)", {"label": MAYBE, "value": MAYBE, MORE: UNKNOWN}),
        ("metric(**more)", {MORE: UNKNOWN}),
        ("live_activities.metric('CPU', value=7)", {"label": "CPU", "value": 7}),
        ("activitysmith.alert_icon('bolt')", {"symbol": "bolt"}),
        ("alert_badge('NEW', color='red')", {"title": "NEW", "color": "red"}),
        ("self.metric('CPU', 7)", UNKNOWN),
        ("ContentStateStart(title='x', subtitle=None)", {"title": "x"}),
        ("StreamContentState.from_dict({'title': 'x'})", {"title": "x"}),
        ("StreamContentState.from_dict()", UNKNOWN),
        ("Other.from_dict({'title': 'x'})", UNKNOWN),
        ("LiveActivityValue(9)", 9),
        ("Metric('CPU', 7, color=Color.RED)", {"label": "CPU", "value": 7, "color": "red"}),
        ("liveschema.Icon('bolt')", {"symbol": "bolt"}),
        ("OpenUrlAction('Open', 'https://x.y')", {"title": "Open", "url": "https://x.y", "type": "open_url"}),
        ("Progress(title='x', percentage=4)", {"title": "x", "percentage": 4, "type": "progress"}),
        ("Progress(title='x', type=None)", {"title": "x"}),
        ("liveschema.dump(x)", UNKNOWN),
        ("Severity('error')", UNKNOWN),
        ("Unheard(title='x')", UNKNOWN),
    ],
)
def test_objects_of_the_sdk_and_of_this_library(expression: str, known: Any) -> None:
    assert value(expression) == known


@pytest.mark.parametrize(
    ("before", "known"),
    [
        ("from activitysmith import metric as m", {"label": "CPU", "value": 7}),
        ("from activitysmith_openapi.models.activity_metric import ActivityMetric as m", None),
        ("from liveschema import Metric as m", {"label": "CPU", "value": 7}),
        ("from activitysmith import *\nm = metric", UNKNOWN),
        ("from app import metric as m", UNKNOWN),
        ("def m(*x): ...", UNKNOWN),
    ],
)
def test_what_a_function_is_depends_on_its_import(before: str, known: Any) -> None:
    found = value("m('CPU', 7)", before)
    assert found == known if known is not None else found == {MORE: UNKNOWN}
