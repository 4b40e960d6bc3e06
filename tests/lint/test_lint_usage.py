"""The words for a command line or a configuration that is wrong."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from lint_kit import BAD, GOOD, Folder

from liveschema.lint import terminal
from liveschema.lint.config.keys import KEYS
from liveschema.lint.paths import from_root, repository_root


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "liveschema: chek: there is no such command; did you mean check?"),
        (["xyz"], "liveschema: xyz: there is no such command; liveschema --help lists the commands"),
        (
            ["card.json", "--strict"],
            "liveschema: card.json: there is no such command; to lint a file, use liveschema check card.json",
        ),
        (["a/b"], "liveschema: a/b: there is no such command; to lint a file, use liveschema check a/b"),
        ([], "liveschema: COMMAND: is required; liveschema --help lists the commands"),
        (["--verson"], "liveschema: --verson: there is no such option; did you mean --version?"),
        (
            ["check", "--output", "json"],
            "liveschema check: --output: there is no such option; did you mean --output-file?",
        ),
        (["check", "--formt=json"], "liveschema check: --formt: there is no such option; did you mean --format?"),
        (["check", "-x"], "liveschema check: -x: there is no such option"),
        (["check", "--stat"], "liveschema check: --stat: there is no such option; did you mean --strict?"),
        (
            ["check", "--format", "jsn"],
            "liveschema check: argument --format: there is no format 'jsn'; did you mean json?",
        ),
        (
            ["check", "--operation", "updat"],
            "liveschema check: argument --operation: there is no operation 'updat'; did you mean update?",
        ),
        (
            ["check", "--operation", "x"],
            (
                "liveschema check: argument --operation: there is no operation 'x'; expected start, update, "
                "end, stream or end_stream"
            ),
        ),
        (["check", "--jobs", "0"], "liveschema check: argument --jobs: must be a whole number, 1 or more, got '0'"),
        (["rules", "more"], "liveschema rules: more: unexpected argument"),
        (["explain"], "liveschema explain: the following arguments are required: RULE"),
        (["explain", "no-reqest"], "liveschema: no-reqest: there is no such rule; did you mean no-request?"),
        (
            ["new", "progres"],
            "liveschema new: argument TYPE: there is no activity type 'progres'; did you mean progress?",
        ),
        (
            ["schema", "updat"],
            "liveschema schema: argument OPERATION: there is no operation 'updat'; did you mean update?",
        ),
        (
            ["schema", "configuration", "--form", "types"],
            "liveschema: configuration: cannot be combined with --form, --dialect, --type or --base",
        ),
        (
            ["completion", "fish"],
            "liveschema completion: argument SHELL: there is no shell 'fish'; expected bash, zsh or tcsh",
        ),
        (
            ["check", "--select", ""],
            "liveschema: --select: it selects no rule; name rules, or all, default, errors or warnings",
        ),
        (
            ["check", "--select", " , "],
            "liveschema: --select: it selects no rule; name rules, or all, default, errors or warnings",
        ),
    ],
)
def test_a_wrong_command_line_is_one_sentence(folder: Folder, arguments: list[str], sentence: str) -> None:
    result = folder.execute(*arguments)
    first, *more = result.err.splitlines()
    assert (result.code, result.out, first) == (2, "", sentence)
    assert all(line.endswith("--help describes the arguments.") for line in more)
    assert len(more) <= 1


def test_the_version_has_a_short_option(folder: Folder) -> None:
    assert folder.execute("-V").out == folder.execute("--version").out
    assert folder.execute("-V").code == 0


def test_excludes_that_leave_nothing(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    for arguments in (("--exclude", "**/*"), ("--exclude", "*.json"), ("x.update.json", "--exclude", "x.*")):
        result = folder.check(*arguments)
        assert (result.code, result.out, result.err) == (
            2, "", "liveschema: --exclude: it leaves no file to check\n",
        )  # fmt: skip
        assert folder.check(*arguments, "--force-exclude").code == 0
    folder.write("liveschema.toml", 'exclude = ["**/*"]\n')
    result = folder.check()
    assert (result.code, result.out) == (0, "no file was checked\n")
    assert folder.check("x.update.json").code == 1


def test_a_file_that_a_hook_names_may_be_excluded(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    folder.write("liveschema.toml", 'exclude = ["x.*"]\n')
    result = folder.check("x.update.json", "--force-exclude")
    assert (result.code, result.lines) == (0, ["no file was checked"])
    assert folder.check("-", "--force-exclude", stdin=b"{}").lines == ["no Live Activity request in 1 file"]


NOT_USED = "[tool.liveschema] is not used, because liveschema.toml is in the same folder"


def test_standard_input_is_excluded_by_the_name_that_it_is_given(folder: Folder) -> None:
    folder.write("liveschema.toml", 'exclude = ["vendor"]\n')
    stdin = json.dumps(BAD).encode()
    name = ("-", "--stdin-filename", "vendor/x.update.json")
    assert folder.check(*name, stdin=stdin).code == 1
    assert folder.check(*name, "--force-exclude", stdin=stdin).lines == ["no file was checked"]
    assert folder.check(*name, "--exclude", "*.json", stdin=stdin).code == 2


def test_a_hook_may_name_files_that_are_not_read_in_folders(folder: Folder) -> None:
    for name in ("node_modules/x.update.json", "card.txt"):
        folder.write(name, BAD)
        assert folder.check(name).code == 1
        assert folder.check(name, "--force-exclude").lines == ["no file was checked"]


def test_no_rule_is_left(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    for options in (("--ignore", "all"), ("--select", "errors", "--ignore", "errors")):
        assert folder.check(*options).err == "liveschema: --ignore: it leaves no rule to report\n"


def test_an_input_is_not_overwritten_by_the_report(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    result = folder.check("x.update.json", "--output-file", "./x.update.json")
    assert (result.code, result.err) == (
        2, "liveschema: --output-file: ./x.update.json is a file to be checked, and would be overwritten\n",
    )  # fmt: skip
    assert json.loads((folder.root / "x.update.json").read_text()) == BAD
    for _ in range(2):
        assert folder.check(".", "--format", "json", "--output-file", "report.json").code == 1


def test_an_empty_path_is_no_folder(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    result = folder.check("")
    assert (result.code, result.err) == (2, "liveschema: '': an empty path names no file\n")
    assert folder.execute("").err == "liveschema: '': there is no such command; liveschema --help lists the commands\n"


def test_a_note_on_two_configurations_is_printed_once(folder: Folder) -> None:
    folder.write("liveschema.toml", "")
    folder.write("pyproject.toml", "[tool.liveschema]\n")
    folder.write("sub/x.update.json", GOOD)
    assert folder.check("sub/x.update.json").err.count("is not used") == 1


def test_two_configurations_in_one_folder(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    folder.write("liveschema.toml", 'ignore = ["errors"]\n')
    folder.write("pyproject.toml", "[tool.liveschema]\nstrict = true\n")
    result = folder.check()
    assert (result.code, result.err) == (
        0,
        f"liveschema: {folder.root / 'pyproject.toml'}: {NOT_USED}\n",
    )
    for other in (
        '[tool.poetry]\nname = "liveschema"\n',
        "[tool.liveschema",
        "[project]\n",
        "[tool]\nliveschema = 5\n",
    ):
        folder.write("pyproject.toml", other)
        assert folder.check().err == ""
    folder.write("liveschema.toml", "[tool.liveschema]\nstrict = true\n")
    assert folder.check().err == (
        f"liveschema: {folder.root / 'liveschema.toml'}: [tool.liveschema]: only pyproject.toml has this table; here, "
        "write the keys at the top level\n"
    )
    folder.write("liveschema.toml", "tool = 1\n")
    assert "tool: there is no such key" in folder.check().err


def test_a_table_of_another_kind_is_reported(folder: Folder) -> None:
    folder.write("pyproject.toml", "[tool]\nliveschema = 5\n")
    assert folder.check().err.endswith("pyproject.toml: liveschema: expected a table\n")


def test_the_configuration_has_a_schema(folder: Folder) -> None:
    schema = folder.execute("schema", "configuration").data
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"].keys() == KEYS.keys()
    valid = {
        "select": ["default", "legacy-operation"], "ignore": ["errors"], "exclude": ["x"],
        "inputs": ["json", "shell"], "templates": False, "strict": True, "baseline": "x",
        "operations": {"*": "end"}, "per-file-ignores": {"*": ["all"]},
        "severity": {"blank-text": "error", "warnings": "error"},
    }  # fmt: skip
    jsonschema.validate(valid, schema)
    for key, value in {
        "select": ["x"], "exclude": [1], "inputs": ["x"], "templates": 1, "operations": {"*": "x"},
        "per-file-ignores": {"*": ["x"]},
        "severity": {"x": "error"}, "baseline": 1, "other": 1,
    }.items():  # fmt: skip
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({key: value}, schema)


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_commands_and_options(folder: Folder, shell: str) -> None:
    result = folder.execute("completion", shell)
    assert result.code == 0
    for word in (
        "check",
        "timeline",
        "preview",
        "completion",
        "end_stream",
        "sarif",
        "--show-files" if shell != "tcsh" else "show-files",
    ):
        assert word in result.out


def test_completion_needs_its_package(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "shtab", None)
    result = folder.execute("completion", "bash")
    assert (result.code, result.err) == (
        2, "liveschema: completion: completion needs shtab: pip install 'liveschema[completion]'\n",
    )  # fmt: skip


def test_files_can_be_shown(folder: Folder) -> None:
    for name in ("b.json", "a/x.yaml", "c.txt"):
        folder.write(name, GOOD)
    result = folder.check("--show-files")
    assert (result.code, result.lines) == (0, ["a/x.yaml", "b.json"])
    result = folder.check("--show-files", "missing.json", "b.json")
    assert (result.code, result.lines, result.err) == (
        2, ["b.json"], "liveschema: missing.json: No such file or directory\n",
    )  # fmt: skip


@pytest.mark.parametrize(("value", "wanted"), [("0", False), ("false", False), ("1", True), ("2", True)])
def test_colours_can_be_forced_off(value: str, *, wanted: bool) -> None:
    class Stream:
        def isatty(self) -> bool:
            return not wanted

    assert terminal.wants_color(Stream(), {"FORCE_COLOR": value}) is wanted


def test_services_get_paths_from_the_root_of_the_repository(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("ci/update/x.json", BAD)
    folder.write(".git/HEAD", "")
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)

    def paths() -> list[str]:
        monkeypatch.chdir(folder.root / "ci")
        github = folder.check("--format", "github").out.partition("file=")[2].partition(",")[0]
        gitlab = folder.check("--format", "gitlab").data[0]["location"]["path"]
        run = folder.check("--format", "sarif").data["runs"][0]
        sarif = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        return [github, gitlab, sarif, run["originalUriBaseIds"]["%SRCROOT%"]["uri"]]

    assert paths() == ["ci/update/x.json"] * 3 + [f"{folder.root.as_uri()}/"]
    assert folder.check("--format", "concise").lines[0].startswith("update/x.json:1:")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder.root / "ci"))
    monkeypatch.setenv("CI_PROJECT_DIR", str(folder.root / "elsewhere"))
    assert paths() == ["update/x.json", "ci/update/x.json", "update/x.json", f"{(folder.root / 'ci').as_uri()}/"]


def test_without_a_repository_paths_are_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert repository_root("GITHUB_WORKSPACE") == tmp_path
    assert from_root("a/x.json", tmp_path) == "a/x.json"
    assert from_root("<stdin>", tmp_path) == "<stdin>"
    assert from_root(str(tmp_path / "x.json"), tmp_path / "a") == "../x.json"


def test_sarif_says_where_help_is(folder: Folder) -> None:
    folder.write("x.update.json", BAD)
    driver = json.loads(folder.check("--format", "sarif").out)["runs"][0]["tool"]["driver"]
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert driver["informationUri"] == project["urls"]["Homepage"]
    assert all(rule["helpUri"] == f"{driver['informationUri']}/rules/{rule['id']}" for rule in driver["rules"])
