"""The exported schemas: committed as they are now, strict, and found by VS Code for every file they are for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.model.schema_export import exported_files, write_schemas
from tests.small_site import ROOT, SECTIONS

COMMITTED = sorted(
    path.relative_to(ROOT).as_posix() for folder in ("schemas", ".vscode") for path in (ROOT / folder).iterdir()
)
SCHEMAS = [name for name in COMMITTED if name.startswith("schemas/")]
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
FACTS_FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml"))


def test_the_committed_files_are_those_that_are_exported() -> None:
    assert sorted(exported_files()) == COMMITTED
    assert len(SCHEMAS) > 20


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("exported")
    assert sorted(path.relative_to(root).as_posix() for path in write_schemas(root)) == COMMITTED
    return root


@pytest.mark.parametrize("name", COMMITTED)
def test_a_committed_file_is_what_the_command_would_write(name: str, exported: Path) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == (exported / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_refuses_unknown_keys_at_every_level(name: str) -> None:
    schema = json.loads((ROOT / name).read_text(encoding="utf-8"))
    shapes = [shape for shape in (schema, *schema.get("$defs", {}).values()) if "properties" in shape]
    assert schema["type"] == "object"
    assert shapes
    assert all(shape["additionalProperties"] is False for shape in shapes)


REGISTRIES = {
    "schemas/acts.json",
    "schemas/in-step.json",
    "schemas/plans.json",
    "schemas/rate-ceilings.json",
    "schemas/papers.json",
}
"""Maps: the keys of their entries are the editor's."""


@pytest.mark.parametrize("name", sorted(set(SCHEMAS) - REGISTRIES))
def test_a_schema_is_strict_at_the_top(name: str) -> None:
    assert json.loads((ROOT / name).read_text(encoding="utf-8"))["additionalProperties"] is False


def test_the_registry_of_acts_takes_any_id_but_only_acts() -> None:
    schema = json.loads((ROOT / "schemas/acts.json").read_text(encoding="utf-8"))
    assert schema["additionalProperties"] == {"$ref": "#/$defs/Act"}
    assert schema["$defs"]["Act"]["required"] == ["kind", "title", "adopted", "status", "checked", "checked_in"]


def test_the_registry_of_ceilings_takes_known_kinds_of_loans_only() -> None:
    schema = json.loads((ROOT / "schemas/rate-ceilings.json").read_text(encoding="utf-8"))
    assert schema["propertyNames"] == {"$ref": "#/$defs/LoanKind"}
    assert schema["additionalProperties"]["items"] == {"$ref": "#/$defs/Ceiling"}


def as_pattern(glob: str) -> str:
    return re.escape(glob).replace(r"\*", "[^/]*")


def schemas_for(file: str) -> list[str]:
    """Return the schemas VS Code uses for a file: a glob takes it in, unless one that begins with `!` takes it out."""
    found: list[str] = []
    for schema, globs in SETTINGS["yaml.schemas"].items():
        taken_out = any(re.fullmatch(as_pattern(glob[1:]), file) for glob in globs if glob.startswith("!"))
        if not taken_out and any(re.fullmatch(as_pattern(glob), file) for glob in globs):
            found.append(schema.removeprefix("./"))
    return found


EXPECTED = {
    "content/site.yaml": "schemas/site.json",
    "content/acts.yaml": "schemas/acts.json",
    "content/rate-ceilings.yaml": "schemas/rate-ceilings.json",
    "content/in-step.yaml": "schemas/in-step.json",
    "content/plans.yaml": "schemas/plans.json",
    "content/glossary.yaml": "schemas/glossary.json",
    "content/pages/queue/facts.yaml": "schemas/pages.queue.facts.json",
    "content/pages/pyramid-check/facts.yaml": "schemas/pages.pyramid-check.facts.json",
    "content/pages/auyl-amanaty/facts.yaml": "schemas/pages.auyl-amanaty.facts.json",
    "content/pages/home/facts.yaml": "schemas/pages.facts.json",
    "content/pages/any-new-page/facts.yaml": "schemas/pages.facts.json",
} | {f"content/{section}/any-new-item/facts.yaml": f"schemas/{section}.facts.json" for section in SECTIONS}


@pytest.mark.parametrize(("file", "schema"), EXPECTED.items(), ids=EXPECTED)
def test_a_file_has_the_one_schema_made_for_it(file: str, schema: str) -> None:
    assert schemas_for(file) == [schema]


@pytest.mark.parametrize("file", ["content/facts.yaml", "content/news/facts.yaml", "content/news/a/b/facts.yaml"])
def test_a_file_at_another_place_has_no_schema(file: str) -> None:
    assert schemas_for(file) == []


@pytest.mark.parametrize("file", FACTS_FILES)
def test_each_real_file_has_one_schema_that_knows_its_keys(file: str) -> None:
    (name,) = schemas_for(file)
    schema: dict[str, Any] = json.loads((ROOT / name).read_text(encoding="utf-8"))
    written = yaml.load((ROOT / file).read_text(encoding="utf-8"), yaml.BaseLoader) or {}
    entries, shape = [written], schema
    if name == "schemas/acts.json":
        entries, shape = list(written.values()), schema["$defs"]["Act"]
    elif name == "schemas/papers.json":
        entries, shape = list(written.values()), schema["$defs"]["PaperRecord"]
    elif name == "schemas/glossary.json":
        entries, shape = list(written.values()), schema["$defs"]["Term"]
    elif name == "schemas/plans.json":
        entries, shape = list(written.values()), schema["$defs"]["Plan"]
    elif name == "schemas/in-step.json":
        entries, shape = list(written.values()), schema["$defs"]["Fingerprints"]
    elif name == "schemas/rate-ceilings.json":
        entries, shape = [entry for periods in written.values() for entry in periods], schema["$defs"]["Ceiling"]
    for entry in entries:
        assert set(entry) <= set(shape["properties"])
        assert set(entry) >= set(shape.get("required", []))


def test_a_snippet_holds_the_required_keys_of_its_section_as_places_to_fill() -> None:
    snippets = json.loads((ROOT / ".vscode/content.code-snippets").read_text(encoding="utf-8"))
    assert set(snippets) == {"pages", *SECTIONS}
    assert snippets["charity"]["body"] == [
        "---", "title: ${1:…}", "summary: ${2:…}", "who: ${3:…}", "how: ${4:…}", "---", "", "$0",
    ]  # fmt: skip
