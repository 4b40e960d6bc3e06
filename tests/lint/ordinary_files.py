"""Strategies for the values of ordinary files in repositories, none of which is a Live Activity request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from liveschema.export import documents, openapi
from liveschema.lint.config.schema import configuration_schema

WORDS = st.sampled_from(["web", "build", "Deploy of web", "1.4.2", "^5.0.0", "main", "progress", "alert", "", "ü"])
SCALARS = st.one_of(WORDS, st.integers(), st.booleans(), st.none(), st.floats(allow_nan=False, allow_infinity=False))
NAMES = st.from_regex(r"[a-z][a-zA-Z_-]{0,11}", fullmatch=True)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=6
)


def manifest(**fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy for objects with some of the fields, and possibly others."""
    return st.tuples(st.fixed_dictionaries({}, optional=fields), st.dictionaries(NAMES, VALUES, max_size=2)).map(
        lambda parts: {**parts[1], **parts[0]}
    )


VERSIONS = st.dictionaries(NAMES, WORDS, max_size=4)
PACKAGES = manifest(
    name=WORDS, version=WORDS, description=WORDS, scripts=VERSIONS, dependencies=VERSIONS, type=st.just("module"),
    keywords=st.lists(WORDS, max_size=3), private=st.booleans(), files=st.lists(WORDS, max_size=3),
)  # fmt: skip
COMPILER_SETTINGS = manifest(
    compilerOptions=manifest(target=WORDS, strict=st.booleans(), paths=VALUES, outDir=WORDS),
    include=st.lists(WORDS, max_size=2), extends=WORDS, references=st.lists(manifest(path=WORDS), max_size=2),
)  # fmt: skip
GEOMETRIES = manifest(type=st.just("Point"), coordinates=st.lists(st.floats(-180, 180), min_size=2, max_size=2))
GEOJSON = manifest(
    type=st.just("FeatureCollection"),
    features=st.lists(manifest(type=st.just("Feature"), geometry=GEOMETRIES, properties=VALUES), max_size=2),
)
LOCK_FILES = manifest(
    name=WORDS, lockfileVersion=st.integers(1, 3),
    packages=st.dictionaries(WORDS, manifest(version=WORDS, resolved=WORDS, integrity=WORDS), max_size=3),
)  # fmt: skip
WORKFLOWS = manifest(
    name=WORDS, on=VALUES, jobs=manifest(build=manifest(steps=st.lists(manifest(uses=WORDS, run=WORDS), max_size=2)))
)
MANIFESTS = manifest(apiVersion=WORDS, kind=WORDS, metadata=manifest(name=WORDS, labels=VERSIONS), spec=VALUES)
MESSAGES = manifest(title=WORDS, message=WORDS, subtitle=WORDS, action=WORDS, alert=WORDS, value=WORDS)
PUSHES = manifest(aps=st.fixed_dictionaries({"event": WORDS, "content-state": MESSAGES}, optional={"alert": MESSAGES}))
RECORDINGS = manifest(method=st.sampled_from(["GET", "POST"]), path=WORDS.map(lambda word: f"/api/{word}"), body=VALUES)
ARCHIVES = manifest(log=manifest(version=WORDS, entries=st.lists(manifest(request=RECORDINGS), max_size=2)))
EVENTS = manifest(event=WORDS, activity_id=SCALARS, timestamp=st.integers(), user=WORDS)
BASELINES = st.fixed_dictionaries(
    {"version": st.just(1), "findings": st.lists(manifest(file=WORDS, rule=WORDS, pointer=WORDS), max_size=3)}
)
GOLDEN = Path(__file__).parent / "golden"
REPORTS = st.sampled_from(
    [json.loads((GOLDEN / f"{form}.txt").read_text("utf-8")) for form in ("json", "sarif", "gitlab")]
)
SCHEMAS = st.sampled_from([*documents().values(), configuration_schema(), openapi("0")])

KINDS = {
    "package manifests": PACKAGES,
    "compiler settings": COMPILER_SETTINGS,
    "geojson": GEOJSON,
    "lock files": LOCK_FILES,
    "workflows": WORKFLOWS,
    "manifests of containers": MANIFESTS,
    "translations": MESSAGES,
    "push notifications": PUSHES,
    "recordings of other services": RECORDINGS,
    "archives of other services": ARCHIVES,
    "events": EVENTS,
    "our baselines": BASELINES,
    "our reports": REPORTS,
    "our schemas and OpenAPI document": SCHEMAS,
    "scalars and lists": SCALARS | st.lists(VALUES, max_size=3),
}
