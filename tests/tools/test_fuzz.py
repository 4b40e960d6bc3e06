"""The fuzz targets hold for their seeds and for what was found, and find a planted mistake."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import fuzz
import pytest
from fuzz_found import failure, keep, kept, smaller
from fuzz_mutator import JsonMutator
from fuzz_output import Figures, read_output
from fuzz_promise import BrokenPromiseError, promise, same
from fuzz_seeds import dictionary, dictionary_file
from fuzz_targets import TARGETS, Target

from liveschema.lint.run import recognise

PLANTED = Path(__file__).with_name("planted_fuzz.py")
QUICK_SEEDS = 3
needs_atheris = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is not installed: pip install -e '.[fuzz]'"
)


def test_the_first_seeds_break_no_promise() -> None:
    target = TARGETS["json"]
    for seed in [*target.seeds()][:QUICK_SEEDS]:
        target.check(seed[: target.longest])


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_no_seed_breaks_a_promise(name: str) -> None:
    target = TARGETS[name]
    seeds = [*target.seeds()]
    assert len(seeds) >= 20
    for seed in seeds:
        target.check(seed[: target.longest])
        target.check_once(seed[: target.longest])


def found() -> list[Any]:
    """Return all inputs that were found; the first one of each target is tested quickly."""
    inputs = kept()
    first = dict(reversed(inputs))
    return [
        pytest.param(name, file, id=f"{name}/{file.name}", marks=() if first[name] == file else pytest.mark.slow)
        for name, file in inputs
    ]


@pytest.mark.parametrize(("name", "file"), found())
def test_what_was_found_is_mended(name: str, file: Path) -> None:
    TARGETS[name].check(file.read_bytes())


def test_a_mistake_of_a_reader_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = b'{"content_state": {"title": "x", "type": "progress", "percentage": 5}}'
    TARGETS["json"].check(seed)
    monkeypatch.setattr(recognise, "is_marked", lambda *_: False)
    monkeypatch.setattr("fuzz_files.is_marked", lambda *_: False)
    with pytest.raises(BrokenPromiseError, match=r"^a text with a request is marked: "):
        TARGETS["json"].check(seed)


@pytest.mark.slow
@needs_atheris
def test_a_planted_mistake_is_found_and_can_be_seen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fuzzing = fuzz.Fuzzing(tmp_path, seconds=20, process=PLANTED)
    (figures,) = fuzz.fuzz(["comments"], fuzzing).values()
    assert figures.trouble == "RuntimeError: planted"
    assert figures.artifact is not None
    first, second, see, keep_it = capsys.readouterr().out.splitlines()
    assert first.startswith("comments ")
    assert first.endswith(" 1 finding")
    assert second == "  RuntimeError: planted"
    assert see == f"  to see it:  python tools/fuzz.py comments --replay {figures.artifact}"
    assert keep_it == f"  to keep it: python tools/fuzz.py comments --keep {figures.artifact}"


@pytest.mark.slow
@needs_atheris
def test_a_run_of_a_target_has_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: dict[str, list[str]] = {}
    monkeypatch.setattr(fuzz, "record", lambda name, given: lines.update({name: [*given]}))
    assert fuzz.main(["gitignore", "--seconds", "3", "--corpus", str(tmp_path), "--record"]) == 0
    figures = read_output((tmp_path / "gitignore.log").read_text("utf-8"), 0)
    assert figures.runs > len([*TARGETS["gitignore"].seeds()])
    assert figures.edges > 20
    assert any((tmp_path / "corpus" / "gitignore").iterdir())
    assert lines["fuzzing"][-1].startswith(f"| `gitignore` | {figures.runs:,} | ")


@pytest.mark.slow
def test_an_input_is_slow_only_if_it_is_so_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "timeout-1"
    file.write_bytes(b"a*\n")
    timeout = Figures(trouble="timeout", artifact=file)
    assert fuzz.confirmed("gitignore", timeout) == Figures()
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "fuzz.py").write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.setattr(fuzz, "ROOT", tmp_path)
    assert fuzz.confirmed("gitignore", timeout) == timeout
    for other in (Figures(), Figures(trouble="x"), Figures(trouble="x", artifact=tmp_path / "crash-1")):
        assert fuzz.confirmed("gitignore", other) == other


def test_without_atheris_one_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert fuzz.main(["yaml", "--seconds", "1"]) == 2
    assert capsys.readouterr() == ("", f"{fuzz.NO_ATHERIS}\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["yml"], "there is no target 'yml'; --list prints all"),
        (["--seconds", "0"], "--seconds and --jobs must be at least 1"),
        (["--jobs", "0"], "--seconds and --jobs must be at least 1"),
        (["--replay", __file__], "--replay and --keep need one target"),
        (["yaml", "--keep", "nowhere"], "there is no file nowhere"),
    ],
)
def test_wrong_use_is_one_sentence(arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        fuzz.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"fuzz.py: error: {sentence}"


def test_inputs_are_replayed_listed_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fuzz.main(["--list"]) == 0
    assert capsys.readouterr().out.split() == [*TARGETS]
    file = tmp_path / "input"
    file.write_bytes(b"xx planted yy\n")
    assert fuzz.main(["comments", "--replay", str(file)]) == 0
    assert capsys.readouterr().out == f"comments: nothing is wrong with {file}\n"
    planted = Target([lambda source: promise(b"planted" not in source, "nothing is planted", source)], list)
    monkeypatch.setitem(TARGETS, "comments", planted)
    with pytest.raises(BrokenPromiseError, match=r"^nothing is planted: "):
        fuzz.main(["comments", "--replay", str(file)])
    monkeypatch.setattr(fuzz, "keep", lambda name, source: keep(name, source, tmp_path))
    assert fuzz.main(["comments", "--keep", str(file)]) == 0
    (small,) = (tmp_path / "comments").iterdir()
    assert small.read_bytes() == b"planted"
    assert capsys.readouterr().out == f"{small} is now tested by tests/tools/test_fuzz.py\n"


def test_a_smaller_input_shows_the_same_mistake() -> None:
    def check(source: bytes) -> None:
        if b"a" in source and b"b" in source:
            raise ValueError(source)
        promise(b"c" not in source, "there is no c")

    assert smaller(check, b"xxaxxxcxxbxx") == b"ab"
    assert smaller(check, b"xxaxcxx") == b"c"
    assert smaller(check, b"xxx") == b"xxx"
    assert failure(check, b"ab") == "ValueError in test_fuzz.py:check"
    assert (failure(check, b"c"), failure(check, b"x")) == ("there is no c", "")


OUTPUT = """\
INFO: Seed: 1
#2	INITED cov: 3 ft: 4 corp: 1/1b exec/s: 0 rss: 68Mb
#8137	DONE   cov: 78 ft: 357 corp: 57/6684b lim: 293 exec/s: 508 rss: 68Mb
stat::number_of_executed_units: 8138
stat::average_exec_per_sec:     508
stat::new_units_added:          134
"""
FOUND = """\
#64	pulse  cov: 7 ft: 9 corp: 2/4b exec/s: 3 rss: 68Mb
 === Uncaught Python exception: ===
ValueError: x
more of it
==12== ERROR: libFuzzer: fuzz target exited
SUMMARY: libFuzzer: fuzz target exited
artifact_prefix='/a b/'; Test unit written to /a b/crash-1
"""
SLOW = "==12== ERROR: libFuzzer: timeout after 20 seconds\nSUMMARY: libFuzzer: timeout\nTest unit written to t\n"


@pytest.mark.parametrize(
    ("text", "code", "figures"),
    [
        (OUTPUT, 0, Figures(8138, 508, 78, 357, 134)),
        (OUTPUT + FOUND, 77, Figures(8138, 508, 7, 9, 134, "ValueError: x", Path("/a b/crash-1"))),
        (SLOW, 70, Figures(trouble="timeout", artifact=Path("t"))),
        ("==1== ERROR: libFuzzer: out-of-memory (used: 2049Mb)\n", 71, Figures(trouble="out-of-memory (used: 2049Mb)")),
        ("ImportError: x\n", 1, Figures(trouble="the process ended with 1: ImportError: x")),
        ("", -9, Figures(trouble="the process ended with -9: no output")),
    ],
)
def test_the_output_of_libfuzzer_is_read(text: str, code: int, figures: Figures) -> None:
    assert read_output(text, code) == figures


def test_a_line_and_a_row_say_what_a_target_has_done() -> None:
    found = {"yaml": Figures(8138, 508, 78, 357, 134), "har": Figures(1, trouble="the process ended with 1: x")}
    assert [fuzz.line_of(name, each).split()[-2:] for name, each in found.items()] == [
        ["nothing", "found"],
        ["1", "finding"],
    ]
    assert fuzz.advice("yaml", found["yaml"]) == []
    assert fuzz.advice("har", found["har"]) == ["  the process ended with 1: x"]
    assert fuzz.table(found, 60)[2:] == [
        "| target | runs | edges | features | found |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| `yaml` | 8,138 | 78 | 357 | 0 |",
        "| `har` | 1 | 0 | 0 | 1 |",
    ]


def test_the_dictionary_has_names_of_the_contract_and_words_of_the_seeds() -> None:
    words = dictionary([b"let zebra_1 = a => b", b"zebra_1 => c"])
    assert {b"content_state", b"segmented_progress", b"PUT", b"zebra_1", b"=>"} <= {*words}
    assert len(words) == len({*words})
    assert dictionary_file([b'a"\n']) == '"\\x61\\x22\\x0A"\n'


def test_json_is_mutated_to_json_of_the_same_length_at_most() -> None:
    def reverse(source: bytes, most: int) -> bytes:
        return source[::-1][:most]

    text = b'{"a": [1, "xyz", null, {"b": true}], "c": {"d": 0.5}}'
    chance = random.Random(1)  # noqa: S311 - reproducible
    for lines in (False, True):
        mutate = JsonMutator(reverse, ["title", "value"], lines=lines)
        made = [mutate(text + b"\n" + text if lines else text, 200, chance.randrange(10**9)) for _ in range(300)]
        assert all(len(each) <= 200 for each in made)
        parsed = [each for each in made if _is_json(each.split(b"\n")[0])]
        assert len(parsed) > 150
        assert len({*made}) > 80
        assert mutate(b"{", 9, 1) == b"{"
        assert mutate(text, 4, 3) in {reverse(text, 4), *([b""] if lines else [])}


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def test_what_is_shown_of_a_broken_promise_is_short() -> None:
    same("numbers are equal", 1, 1)
    with pytest.raises(BrokenPromiseError, match=r"^texts are equal: 'x+\.\.\.x+': 'y'$") as broken:
        same("texts are equal", "x" * 10_000, "y")
    assert len(str(broken.value)) < 300
