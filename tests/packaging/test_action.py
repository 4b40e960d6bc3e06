"""The GitHub Action in `action.yml`, used in a workspace as a runner uses it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from action_runner import EXPRESSION, Runner

import liveschema

ROOT = Path(__file__).resolve().parents[2]
INSTALL, CHECK = 0, 1
GOOD = {"activity_id": "act_7", "content_state": {"title": "Backup", "type": "progress", "percentage": 42}}
BAD = {"activity_id": "act_7", "content_state": {"title": "Backup", "type": "progress", "percentage": 142}}
WARNED = {"activity_id": "act_7", "content_state": {"title": " ", "type": "progress", "percentage": 42}}

pytestmark = [
    pytest.mark.skipif(
        os.name == "nt", reason="bash may be that of another system there; GitHub runs the action itself"
    ),
    pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed"),
]
installs = [pytest.mark.slow, pytest.mark.xdist_group("action")]


def empty(folder: Path, action: Path = ROOT) -> Runner:
    """Return a runner with an empty workspace, whose path has a space."""
    for name in ("my workspace", "temp"):
        (folder / name).mkdir()
    return Runner(action, folder / "my workspace", folder / "temp")


def write(runner: Runner, **files: object) -> None:
    for name, payload in files.items():
        file = runner.workspace / name.replace("__", "/").replace("_", " ")
        file = file.with_name(f"{file.name}.update.json")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(payload, indent=2), "utf-8")


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """Run the first step once for all tests, and return its outputs."""
    runner = empty(tmp_path_factory.mktemp("installed"))
    result = runner.step(INSTALL)
    assert result.code == 0, result.err
    return runner.outputs


@pytest.fixture
def runner(tmp_path: Path, installed: dict[str, dict[str, str]]) -> Runner:
    """Return a runner on which the first step has run."""
    new = empty(tmp_path)
    new.outputs = installed
    return new


def test_no_expression_is_pasted_into_a_script() -> None:
    steps = Runner(ROOT, ROOT, ROOT).definition["runs"]["steps"]
    assert len(steps) == 2
    assert [EXPRESSION.findall(step["run"]) for step in steps] == [[], []]
    assert all("${{" not in step["run"] for step in steps)


def test_it_is_a_composite_action_whose_inputs_are_optional_and_described() -> None:
    definition = Runner(ROOT, ROOT, ROOT).definition
    assert definition["runs"]["using"] == "composite"
    assert list(definition["inputs"]) == ["paths", "args", "version", "working-directory"]
    for each in definition["inputs"].values():
        assert each["description"]
        assert isinstance(each["default"], str)
        assert "required" not in each


def test_an_old_python_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    runner = empty(tmp_path)
    for name in ("python3", "python"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    runner.environment["PATH"] = os.pathsep.join([str(tmp_path), "/usr/bin", "/bin"])
    result = runner.use()
    assert result.code == 1
    assert result.out == (
        "::error::liveschema needs Python 3.11 or newer: use actions/setup-python in a step before this one\n"
    )


@pytest.mark.parametrize(
    "version", ["$(touch x)", "1; touch x", "`touch x`", '1" && touch x; "', "--pre -e .", "1\ntouch x", ">0", "1 @ x"]
)
def test_anything_but_a_version_is_an_error_and_is_not_run(tmp_path: Path, version: str) -> None:
    runner = empty(tmp_path)
    result = runner.use(version=version)
    assert (result.code, result.out, result.err) == (
        1,
        "::error::the input version must be a version such as 0.1.0\n",
        "",
    )
    assert list(tmp_path.rglob("x")) == []


class TestCheck:
    pytestmark = installs

    def test_valid_payloads_pass_without_annotations(self, runner: Runner) -> None:
        write(runner, good=GOOD, more__good=GOOD)
        result = runner.step(CHECK)
        assert (result.code, result.annotations) == (0, [])
        assert "2 payloads in 2 files: no problems" in result.err

    def test_findings_fail_the_step_and_are_annotated_where_they_are(self, runner: Runner) -> None:
        write(runner, good=GOOD, more__bad=BAD)
        result = runner.step(CHECK)
        assert result.code == 1
        ((severity, where),) = result.annotations
        assert severity == "error"
        assert (where["file"], where["line"], where["title"]) == ("more/bad.update.json", "6", "out-of-range")

    def test_paths_are_lines_and_may_have_spaces(self, runner: Runner) -> None:
        write(runner, my_files__a=BAD, b_c=BAD, other__d=BAD)
        result = runner.step(CHECK, paths="my files\n\n  b c.update.json  \n")
        files = [where["file"] for _, where in result.annotations]
        assert files == ["my files/a.update.json", "b c.update.json"]

    def test_without_paths_the_working_directory_is_linted(self, runner: Runner) -> None:
        write(runner, a=BAD)
        assert len(runner.step(CHECK, paths="\n").annotations) == 1

    def test_args_are_words_that_may_be_quoted(self, runner: Runner) -> None:
        write(runner, a=WARNED, old_ones__b=BAD)
        assert runner.step(CHECK, args="--exclude 'old ones/*'").code == 0
        assert runner.step(CHECK, args="--exclude 'old ones/*'\n--strict").code == 1
        report = runner.step(CHECK, args="--format sarif --output-file 'my report'")
        assert (report.code, report.annotations) == (1, [])
        assert json.loads((runner.workspace / "my report").read_text("utf-8"))["version"] == "2.1.0"

    def test_args_with_an_open_quote_are_an_error(self, runner: Runner) -> None:
        result = runner.step(CHECK, args="--exclude 'x")
        assert result.code == 2
        assert result.out == "::error::the input args cannot be split into words: No closing quotation\n"

    def test_the_working_directory_is_that_of_the_paths_and_of_the_configuration(self, runner: Runner) -> None:
        write(runner, bad=BAD, sub_folder__x__bad=BAD, sub_folder__y__bad=BAD)
        (runner.workspace / "sub folder" / "liveschema.toml").write_text('exclude = ["y"]\n')
        result = runner.step(CHECK, working_directory="sub folder")
        ((_, where),) = result.annotations
        assert result.code == 1
        assert where["file"] == "sub folder/x/bad.update.json"

    @pytest.mark.parametrize(
        "text", ["$(touch x)", "; touch x", "`touch x`", "x' ; touch x ; '", '"; touch x; "', "&& touch x"]
    )
    @pytest.mark.parametrize("name", ["paths", "args", "working_directory"])
    def test_hostile_inputs_are_not_run(self, runner: Runner, name: str, text: str) -> None:
        write(runner, a=GOOD)
        if name == "working_directory":
            (runner.workspace / text).mkdir(parents=True)
        result = runner.step(CHECK, **{name: text})
        assert list(runner.workspace.rglob("x")) == []
        assert result.code == 2

    def test_a_path_with_a_dash_is_not_an_option(self, runner: Runner) -> None:
        result = runner.step(CHECK, paths="--help")
        assert result.code == 2
        assert "usage" not in result.out

    def test_modules_in_the_working_directory_are_not_imported(self, runner: Runner) -> None:
        write(runner, a=GOOD)
        for name in ("liveschema", "yaml", "shlex", "tomllib"):
            (runner.workspace / f"{name}.py").write_text("raise SystemExit('imported')\n")
        result = runner.step(CHECK)
        assert (result.code, "imported" in result.err) == (0, False)

    def test_yaml_and_gitignore_are_supported(self, runner: Runner) -> None:
        (runner.workspace / "a.update.yaml").write_text("content_state: {title: x, percentage: 142}\nactivity_id: a\n")
        write(runner, b=BAD)
        (runner.workspace / ".gitignore").write_text("b.*\n")
        assert [where["file"] for _, where in runner.step(CHECK).annotations] == ["a.update.yaml"]


@pytest.mark.slow
@pytest.mark.xdist_group("action")
def test_the_package_has_an_environment_of_its_own(installed: dict[str, dict[str, str]]) -> None:
    python = installed["install"]["python"]
    assert Path(python).resolve() != Path(sys.executable).absolute()
    script = "import liveschema, sys; print(liveschema.__version__, liveschema.__file__.startswith(sys.prefix))"
    done = subprocess.run([python, "-I", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == f"{liveschema.__version__} True\n"


@pytest.mark.slow
def test_a_version_is_installed_from_the_package_index(tmp_path: Path) -> None:
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    # Without the checkout of the action: only the package index, here with the wheel, can have it.
    (tmp_path / "action").mkdir()
    shutil.copy(ROOT / "action.yml", tmp_path / "action")
    runner = empty(tmp_path, action=tmp_path / "action")
    runner.environment["PIP_FIND_LINKS"] = f"{wheels} {os.environ.get('PIP_FIND_LINKS', '')}".strip()
    write(runner, a=BAD)
    result = runner.use(version=liveschema.__version__)
    assert result.code == 1, result.err
    assert [where["file"] for _, where in result.annotations] == ["a.update.json"]
