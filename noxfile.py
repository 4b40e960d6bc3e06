"""The tasks of contributors as nox sessions: `nox -l` lists them, `nox -s quick lint` runs two of them.

`.ci/run` runs the same sessions with `--no-venv`, in an environment that has the `dev` extra.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["quick", "lint", "types", "imports", "drift", "service"]

TWO_AT_ONCE = ("-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider")
OTHER_PYTHONS = ("3.12", "3.13", "3.14")


def with_extra(session: nox.Session, extra: str = "dev") -> None:
    """Install the package with an extra, unless the session has no environment of its own."""
    if session.venv_backend != "none":
        session.install("-q", "-e", f".[{extra}]")


@nox.session(tags=["tests"])
def quick(session: nox.Session) -> None:
    """Run the quick tests, which take half a minute; arguments are passed to pytest."""
    with_extra(session, "test")
    session.run("python", *TWO_AT_ONCE, *session.posargs)


@nox.session(tags=["tests", "ci"])
def slow(session: nox.Session) -> None:
    """Run all tests, and require 100 % coverage of lines and branches."""
    with_extra(session)
    session.run("python", *TWO_AT_ONCE, "--slow", "--cov", *session.posargs)


@nox.session(tags=["ci"])
def mutants(session: nox.Session) -> None:
    """Change the code in 200 places, and require that the tests notice; `-- --seed 7` tries others."""
    with_extra(session)
    session.run("python", "tools/mutants.py", *session.posargs)


@nox.session(tags=["nightly"])
def more_mutants(session: nox.Session) -> None:
    """Change the code in 1,000 places, also where it is said to be equivalent."""
    with_extra(session)
    session.run("python", "tools/mutants.py", "--sample", "1000", "--listed", *session.posargs)


@nox.session
def update(session: nox.Session) -> None:
    """Write all generated files: schemas, code, and the expected reports in fixtures and golden files."""
    with_extra(session, "test")
    session.run("python", "tools/emit.py")
    session.run("python", "-m", "pytest", "-q", "--update", *session.posargs)
    session.run("python", "tools/vectors.py")


@nox.session(tags=["ci"])
def lint(session: nox.Session) -> None:
    """Check format and style, and the files for GitHub; `nox -s lint -- --fix` fixes what can be fixed."""
    with_extra(session)
    fix = "--fix" in session.posargs
    session.run("ruff", "format", *([] if fix else ["--check"]), ".")
    session.run("ruff", "check", *session.posargs, ".")
    workflows = [str(path) for path in sorted(Path(".github/workflows").glob("*.yml"))]
    for schema, files in (("actions", ["action.yml"]), ("workflows", workflows)):
        session.run("check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", *files)


@nox.session(tags=["ci"])
def types(session: nox.Session) -> None:
    """Check the types of the project, and what type checkers say about code that uses it."""
    with_extra(session)
    session.run("mypy", *session.posargs)
    session.run("python", "tools/check_types.py")


@nox.session(tags=["ci"])
def imports(session: nox.Session) -> None:
    """Check the imports between packages."""
    with_extra(session)
    session.run("lint-imports", "--no-cache")


@nox.session(tags=["ci"])
def drift(session: nox.Session) -> None:
    """Check that the generated files are up to date."""
    with_extra(session)
    session.run("python", "tools/emit.py", "--check")
    session.run("python", "tools/vectors.py", "--check")


@nox.session(tags=["ci"])
def service(session: nox.Session) -> None:
    """Compare the contract with the service's SDK; `nox -s service -- --openapi FILE` compares it with a document."""
    with_extra(session, "test")
    session.run("python", "tools/compare_service.py", *session.posargs)


@nox.session(tags=["ci"])
def covering_pairs(session: nox.Session) -> None:
    """Ask all judges about payloads with each combination of two fields; arguments go to `tools/covering.py`."""
    with_extra(session, "test")
    session.run("python", "tools/covering.py", "--strength", "2", "--jobs", "2", *session.posargs)


@nox.session(tags=["nightly"])
def covering(session: nox.Session) -> None:
    """Ask all judges about payloads with each combination of three fields; takes a quarter of an hour."""
    with_extra(session, "test")
    session.run("python", "tools/covering.py", "--jobs", "2", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Run the examples in the README and in `docs/`."""
    with_extra(session, "test")
    session.run("python", "-m", "pytest", "-q", "tests/docs", "tests/lint/test_lint_docs.py", *session.posargs)


SITE = Path("build", "site")


@nox.session(tags=["ci"])
def site(session: nox.Session) -> None:
    """Build the documentation site, in which a warning is an error, and check its links, pages and figures."""
    with_extra(session)
    with_playground = shutil.which("npm") is not None
    if with_playground:
        session.run("python", "tools/playground.py")
    else:
        session.warn("Node.js is not installed: the site has no playground")
    quiet = {"NO_MKDOCS_2_WARNING": "1"}  # an advertisement of the theme
    session.run("mkdocs", "build", "--strict", "--site-dir", str(SITE), *session.posargs, env=quiet)
    session.run("python", "tools/check_site.py", str(SITE), *([] if with_playground else ["--without", "playground"]))
    session.run("python", "tools/compare_linters.py", "--check", silent=True)


@nox.session(tags=["ci"])
def crosscheck(session: nox.Session) -> None:
    """Generate types in other languages from the schemas and check them; languages without tools are skipped."""
    with_extra(session)
    session.run("python", "tools/crosscheck/run.py", *session.posargs)


NPM = Path("packages", "npm")


@nox.session(tags=["ci"])
def npm(session: nox.Session) -> None:
    """Build and test the npm package, and compare it with this one on 5,000 payloads; skipped without Node.js."""
    command = shutil.which("npm")
    if command is None:
        session.skip("Node.js is not installed: the npm package is not tested")
    with_extra(session, "test")
    with session.chdir(NPM):
        session.run(command, "ci", "--no-audit", "--no-fund", external=True)
        session.run(command, "run", "build", external=True)
        session.run(command, "test", external=True)
    session.run("python", "tools/compare_npm.py", *(session.posargs or ["--examples", "5000"]))


@nox.session(venv_backend="none", tags=["nightly"])
def more_npm(session: nox.Session) -> None:
    """Test the npm package, and compare it with this one on 100,000 payloads, which are others each day."""
    session.notify("npm", posargs=["--examples", "100000"])


@nox.session(tags=["ci"])
def playground(session: nox.Session) -> None:
    """Build the playground, and test it in Chromium if that is installed; skipped without Node.js."""
    if shutil.which("npm") is None:
        session.skip("Node.js is not installed: the playground is not tested")
    with_extra(session, "test")
    session.run("python", "tools/playground.py", *(session.posargs or ["--test"]))


@nox.session(tags=["nightly"])
def chance(session: nox.Session) -> None:
    """Judge 100,000 random payloads of each operation by all judges; they are others each day."""
    with_extra(session, "test")
    session.run("python", "tools/chance.py", *session.posargs)


@nox.session(tags=["ci", "nightly"])
def corpora(session: nox.Session) -> None:
    """Judge the JSON and YAML readers by public test suites; one that PyPI or npm does not give is skipped."""
    with_extra(session, "cli")
    session.run("python", "tools/corpora.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the speed against other libraries; `docs/performance.md` shows the tables."""
    with_extra(session)
    for script in (["bench.py"], ["bench.py", "--tables"], ["bench_lint.py"], ["bench_testing.py"]):
        session.run("python", f"tools/{script[0]}", *script[1:])


@nox.session
def compare(session: nox.Session) -> None:
    """Check the same payloads with another checkout and with this one: `nox -s compare -- ../old`."""
    with_extra(session)
    session.run("python", "tools/compare_versions.py", session.posargs[0], ".", *session.posargs[1:])


@nox.session(venv_backend="none", tags=["ci"])
def interpreters(session: nox.Session) -> None:
    """Run the quick tests on the other versions of Python that are installed; arguments go to pytest."""
    for version in OTHER_PYTHONS:
        python = interpreter(version)
        if python is None:
            session.warn(f"Python {version} is not installed: skipped")
            continue
        with tempfile.TemporaryDirectory() as folder:
            its_python = environment(session, python, folder)
            session.run(its_python, "-m", "pip", "install", "-q", "-e", ".[test]", external=True)
            # The tests of the schemas compare validators, which does not depend on the interpreter.
            session.run(its_python, *TWO_AT_ONCE, "--ignore", "tests/export", *session.posargs, external=True)


@nox.session(venv_backend="none", tags=["nightly"])
def slow_interpreters(session: nox.Session) -> None:
    """Run all tests on the other versions of Python."""
    session.notify("interpreters", posargs=["--slow"])


def interpreter(version: str) -> str | None:
    """Return an interpreter of a version that works; a shim of pyenv fails if its version is not selected."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    installed = [str(path) for path in sorted(pyenv.glob(f"{version}.*/bin/python"))]
    for found in [shutil.which(f"python{version}"), *installed]:
        if found is None:
            continue
        result = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - no untrusted input
        if result.stdout.startswith(f"Python {version}."):
            return found
    return None


@nox.session(venv_backend="none", tags=["nightly"])
def sdist(session: nox.Session) -> None:
    """Build the source distribution, unpack it, and run its quick tests in a new environment."""
    with tempfile.TemporaryDirectory() as folder:
        python = environment(session, sys.executable, str(Path(folder, "venv")))
        session.run(python, "-m", "pip", "install", "-q", "build", external=True)
        session.run(python, "-m", "build", "--sdist", "--outdir", folder, external=True)
        (archive,) = Path(folder).glob("*.tar.gz")
        shutil.unpack_archive(archive, folder)
        with session.chdir(Path(folder, archive.name.removesuffix(".tar.gz"))):
            session.run(python, "-m", "pip", "install", "-q", ".[test]", external=True)
            session.run(python, *TWO_AT_ONCE, *session.posargs, external=True)


def environment(session: nox.Session, python: str, folder: str) -> str:
    """Make a virtual environment in a folder, and return its interpreter."""
    session.run(python, "-m", "venv", folder, external=True)
    return str(Path(folder, "Scripts" if os.name == "nt" else "bin", "python"))


@nox.session(tags=["nightly"])
def nightly(session: nox.Session) -> None:
    """Run all tests with ten times the examples, different ones each time; takes an hour."""
    with_extra(session)
    session.run("python", *TWO_AT_ONCE, "--slow", "--hypothesis-profile", "nightly", *session.posargs)


@nox.session(tags=["nightly"])
def tables(session: nox.Session) -> None:
    """Check a million requests with one process, DuckDB, and Spark if Java is installed; they must find the same."""
    with_extra(session, "dev,spark" if shutil.which("java") else "dev")
    session.run("python", *TWO_AT_ONCE, "--slow", "tests/batch")
    session.run("python", "tools/batch_scale.py", *session.posargs)


@nox.session(tags=["nightly"])
def fuzz(session: nox.Session) -> None:
    """Fuzz each reader for ten minutes; `nox -s fuzz -- yaml shell --seconds 60` fuzzes some."""
    with_extra(session, "fuzz")
    session.run("python", "tools/fuzz.py", *session.posargs)
