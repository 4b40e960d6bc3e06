"""Mutants: what is changed, which tests judge it, and what the table says."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("cosmic_ray", reason="mutants need cosmic-ray, which is in the extra `dev`")

import mutants
import mutants_made
import mutants_tests
import mutants_trial
from mutants import Result, main, read_list, share, table
from mutants_made import Mutant, Site, made, part_of, sample, sites
from mutants_tests import Measured, MeasureError
from mutants_trial import DRIFT, EMITTER, IMPORT, LIMIT, Outcome, Tree, Trials

pytestmark = pytest.mark.slow

MODULE = '''"""A module."""

from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from a import b

NAME: int | None = rule(bad=1 + 1, good=[2], at=3)


@cache
def half(value: int | str, *rest: int | str, factor=0.5) -> float | None:
    """Return half."""
    def by_name(value, *, name): pass
    text = "a" == value
    if value < 10 and not rest:
        return value * factor
    return [*rest, 1.7976931348623157e308]


@overload
def typed(value: int = 5) -> int: ...


@dataclass_transform(frozen_default=True)
class Half: ...


@dataclass_transform(frozen_default=True)
def halved(): ...
'''


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder that is taken for the project, with one module."""
    module = tmp_path / "liveschema" / "text" / "half.py"
    module.parent.mkdir(parents=True)
    module.write_text(MODULE, "utf-8")
    for each in (mutants, mutants_made, mutants_trial):
        monkeypatch.setattr(each, "ROOT", tmp_path)
    mutants_made.files_by_part.cache_clear()
    yield tmp_path
    mutants_made.files_by_part.cache_clear()


def changes(found: Sequence[Mutant]) -> set[tuple[str, str]]:
    return {(mutant.before, mutant.after) for mutant in found}


@pytest.mark.usefixtures("project")
def test_values_conditions_and_operators_are_changed_but_neither_types_nor_examples() -> None:
    every = sites()
    found = changes([mutant for site in every if (mutant := made(site)) is not None])
    assert {
        ("@cache", ""),
        ('text = "a" == value', 'text = "a" != value'),
        ("if value < 10 and not rest:", "if value <= 10 and not rest:"),
        ("if value < 10 and not rest:", "if value < 10 or not rest:"),
        ("if value < 10 and not rest:", "if value < 11 and not rest:"),
        ("return value * factor", "return value / factor"),
        (
            "NAME: int | None = rule(bad=1 + 1, good=[2], at=3)",
            "NAME: int | None = rule(bad=1 + 1, good=[2], at= 4)",
        ),
    } <= found
    changed = {before for before, _ in found}
    assert {"TYPE_CHECKING = False", "if TYPE_CHECKING:", "return [*rest, 1.7976931348623157e308]"}.isdisjoint(changed)
    assert not any("by_name" in each for each in changed)
    assert not any("overload" in each or "typed" in each for each in changed)
    assert not any("dataclass_transform" in each for each in changed)
    assert not any("bad=2" in after or "int + None" in after or "int * str" in after for _, after in found)
    for site in every:
        mutant = made(site)
        assert mutant is None or ast.dump(ast.parse(mutant.code)) != ast.dump(ast.parse(MODULE))
        assert part_of(site.file) == "text"


def test_identity_is_not_mixed_with_equality(project: Path) -> None:
    (project / "liveschema/text/half.py").write_text("a = b == c\nd = e is f\n", "utf-8")
    found = changes([mutant for site in sites() if (mutant := made(site)) is not None])
    assert found == {("d = e is f", "d = e is not f")} | {
        ("a = b == c", f"a = b {other} c") for other in ("!=", "<", "<=", ">", ">=")
    }


def test_a_sample_depends_on_the_seed_and_not_on_other_lines(project: Path) -> None:
    module = project / "liveschema/text/half.py"
    first = sample(sites(), 8, seed=1)
    assert len(first) == 8
    assert changes(first) == changes(sample(sites(["liveschema/text/half.py"]), 8, seed=1))
    assert changes(first) != changes(sample(sites(), 8, seed=2))
    assert sites(["liveschema/text/other.py"]) == []
    module.write_text("import os\n" + MODULE, "utf-8")
    assert changes(sample(sites(), 8, seed=1)) == changes(first)
    whole = sample(sites(), 10**6, seed=1)
    assert len({mutant.site.place() for mutant in whole}) == len(whole)
    assert len([mutant for mutant in whole if "value * factor" in mutant.before]) == 1
    assert str(made(Site("liveschema/text/half.py", 14, 0, "", "core/RemoveDecorator", 0, 0))) == (
        "liveschema/text/half.py:13\n  - @cache"
    )


def test_the_tests_that_run_a_line_come_first(project: Path) -> None:
    file = "liveschema/text/half.py"
    measured = Measured({file: {15: {"a", "b"}, 16: {"b", "c"}, 17: {"b"}}}, {file: {9, 15}})
    assert measured.choose(project, file, 15) == ["a", "b"]
    assert measured.choose(project, file, 17) == ["b"]
    assert measured.choose(project, file, 18) == []
    # A line that is run when the module is imported concerns all tests that run anything of it.
    assert measured.choose(project, file, 12) == ["a", "c", "b"]
    emitted = [line for line in range(1, 19) if measured.is_emitted(project, file, line)]
    assert emitted == [*range(1, 14), 15]
    assert not Measured({}, {}).is_emitted(project, file, 1)


class FakeTree(Tree):
    def __init__(self, answers: list[str], *, others: list[str]) -> None:
        self.answers, self.others = answers, others
        self.asked: list[Any] = []

    def call(self, act: Any) -> str:
        self.asked.append(act.args[0] if hasattr(act, "args") else "emit")
        return self.answers.pop(0)

    def other_files(self) -> list[str]:
        return self.others

    def _write(self, name: str, data: bytes) -> None:
        assert data
        self.asked.append(name)


LINE = "liveschema/text/half.py"
TOOLS = str(Path(mutants.__file__).parent)


@pytest.mark.parametrize(
    ("answers", "others", "by"),
    [
        ([EMITTER], [], EMITTER),
        (["", "tests/a.py::a"], [], "tests/a.py::a"),
        (["", "", LIMIT], [], LIMIT),
        (["", "", ""], ["schemas/x.json"], DRIFT),
        (["", "", ""], [], ""),
    ],
)
def test_a_mutant_is_noticed_by_the_emitter_then_by_tests_then_by_other_files(
    project: Path, answers: list[str], others: list[str], by: str
) -> None:
    for name in others:
        (project / name).parent.mkdir()
        (project / name).write_text("{}", "utf-8")
    tree = FakeTree(list(answers), others=others)
    trials = Trials(tree, Measured({LINE: {15: {"tests/a.py::a"}}}, {LINE: {15}}))
    mutant = Mutant(Site(LINE, 15, 0, "", "", 0, 0), 15, "a", "b", "code")
    assert trials.outcome(mutant).by == by
    assert tree.asked[0] == LINE
    assert LINE in tree.asked[1:]
    assert [each for each in tree.asked if isinstance(each, list)][:1] == [["tests/a.py::a"]][: len(answers) - 1]


def outcomes(*by: str) -> list[Result]:
    mutant = Mutant(Site(LINE, 15, 0, "", "", 0, 0), 15, "a", "b", "code")
    return [Result(mutant, Outcome(mutant, each, 1.0), is_listed=False) for each in by]


@pytest.mark.usefixtures("project")
def test_the_table_counts_by_part() -> None:
    results = [*outcomes("tests/a.py::a", IMPORT, DRIFT, ""), Result(outcomes("")[0].mutant, is_listed=True)]
    lines = list(table(results))
    assert lines[0].count("|") == lines[1].count("|") == 7
    assert "| text | 5 | 2 | 1 | 1 | 1 |" in lines
    assert "| contract | 0 | 0 | 0 | 0 | 0 |" in lines
    assert lines[-1] == "| all | 5 | 2 | 1 | 1 | 1 |"
    assert share(results) == 75
    assert share([]) == 100


@pytest.mark.usefixtures("project")
def test_a_list_of_equivalent_mutants_must_be_true_and_give_reasons(tmp_path: Path) -> None:
    listed = tmp_path / "listed.toml"
    entry = f'[[equivalent]]\nfile = "{LINE}"\nbefore = "{{}}"\nafter = "x"\nreason = "{{}}"\n'
    line = "return value * factor"
    listed.write_text(entry.format(line, "why"), "utf-8")
    assert read_list(listed) == {(LINE, line, "x"): "why"}
    for text, wrong in (
        (entry.format(line, ""), "has no reason"),
        (entry.format(line, "why") * 2, "is there twice"),
        (entry.format("return 5", "why"), "is about lines that are no longer there"),
    ):
        listed.write_text(text, "utf-8")
        with pytest.raises(ValueError, match=rf"^listed\.toml: the entry for 'return .+' in {LINE} {wrong}$"):
            read_list(listed)


def test_every_listed_mutant_can_be_made() -> None:
    listed = read_list()
    assert listed
    texts = {before.partition("\n")[0] for _, before, _ in listed}
    every = [site for site in sites({file for file, _, _ in listed}) if site.text in texts]
    keys = {mutants.key_of(mutant) for site in every if (mutant := made(site)) is not None}
    assert listed.keys() <= keys


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("by", "code", "said"),
    [
        (["tests/a.py::a"], 0, "100.0 % were noticed"),
        ([""], 1, f"1 of 1: not noticed\n{LINE}:"),
        ([], 2, "the tests fail"),
    ],
)
def test_too_few_noticed_mutants_fail_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], by: list[str], code: int, said: str
) -> None:
    def judge(chosen: Sequence[Mutant], jobs: int) -> Iterator[Outcome]:
        assert jobs == 2
        if not by:
            message = "the tests fail"
            raise MeasureError(message)
        for mutant, each in zip(chosen, by, strict=True):
            yield Outcome(mutant, each, 1.0)

    monkeypatch.setattr(mutants, "judge", judge)
    monkeypatch.setattr(mutants, "read_list", dict)
    assert main(["--sample", "1"]) == code
    written = capsys.readouterr()
    assert said in written.out + written.err
    assert "Traceback" not in written.err


@pytest.mark.usefixtures("project")
def test_what_is_listed_is_tried_only_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (mutant,) = sample(sites(), 1, seed=1)
    tried: list[Mutant] = []

    def judge(chosen: Sequence[Mutant], _: int) -> Iterator[Outcome]:
        tried.extend(chosen)
        for each in chosen:
            yield Outcome(each, "tests/a.py::a", 1.0)

    monkeypatch.setattr(mutants, "judge", judge)
    monkeypatch.setattr(mutants, "read_list", lambda: {mutants.key_of(mutant): "why"})
    assert main(["--sample", "1"]) == 0
    assert tried == []
    assert main(["--sample", "1", "--listed"]) == 1
    assert tried == [mutant]
    assert "1 of 1: listed as equivalent, but noticed by tests/a.py::a\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope.py"], "nope.py is not among the files that are changed, such as liveschema/contract/__init__.py\n"),
        (["--sample", "0"], "--sample and --jobs must be at least 1\n"),
    ],
)
def test_wrong_arguments_are_refused(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert capsys.readouterr().err.endswith(said)


PROBE = """
from liveschema.text.half import half

def test_half():
    assert half(4) == 2

def test_endless():
    while half(4) != 2:
        pass

def test_other():
    pass
"""
FILES = {
    "liveschema/__init__.py": "",
    "liveschema/text/__init__.py": "",
    "liveschema/text/half.py": "def half(value):\n    return value / 2\n",
    "tests/test_half.py": PROBE,
    "tools/emit.py": "for name in 'ab':\n    open(f'schemas/{name}.json', 'w').write('b')\n",
    "schemas/a.json": "a",
}
SCRIPT = """
import json, pathlib, sys
sys.path.insert(0, sys.argv[1])
import mutants_made, mutants_trial
from mutants_made import Mutant, Site
from mutants_tests import Measured
root, folder, line = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]
mutants_made.ROOT = mutants_trial.ROOT = root
mutants_trial.TEST_SECONDS = 5
tree = mutants_trial.Tree(folder)
trials = mutants_trial.Trials(tree, Measured({line: {2: {"tests/test_half.py::test_half"}}}, {}))
said = [trials.unchanged()]
for code in json.loads(sys.argv[5]):
    said.append(trials.outcome(Mutant(Site(line, 2, 0, "", "", 0, 0), 2, "", "", code)).by)
    assert (folder / line).read_bytes() == (root / line).read_bytes()
said += [tree.call(mutants_trial.emit_again), tree.other_files()]
trials.outcome(Mutant(Site(line, 2, 0, "", "", 0, 0), 2, "", "", "def half(value):\\n    return value / 3\\n"))
print(json.dumps([*said, tree.other_files()]))
"""


def test_a_tree_runs_tests_in_a_process_of_its_own(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name, text in FILES.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, "utf-8")
    for folder in mutants_tests.TESTS:
        (project / folder).mkdir()
        (project / folder / f"test_{folder[-4:]}.py").write_text("def test_nothing():\n    pass\n", "utf-8")
    cases = {
        "def half(value):\n    return value / 3\n": "tests/test_half.py::test_half",
        "def half(value):\n    return value * 1 / 2\n": "",
        "def half(value):\n    return value / 4\n": "tests/test_half.py::test_half",
        "def half(value):\n    while True:\n        pass\n": LIMIT,
        "raise ValueError\n": IMPORT,
    }
    # A process of its own has imported nothing of this project, as those of the command.
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            SCRIPT,
            TOOLS,
            str(project),
            str(tmp_path_factory.mktemp("tree")),
            LINE,
            json.dumps([*cases]),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == ["", *cases.values(), "", ["schemas/a.json", "schemas/b.json"], []]


def test_the_stub_is_a_generated_file(tmp_path: Path) -> None:
    tree = mutants_trial.Tree(tmp_path / "tree")
    (tree.root / "liveschema" / "models.pyi").write_text("", "utf-8")
    assert tree.other_files() == ["liveschema/models.pyi"]
