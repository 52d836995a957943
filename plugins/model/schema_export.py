"""The schemas as JSON Schema, and settings with which VS Code completes and checks while one types."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plugins.model.acts import Acts
from plugins.model.cooperative import Cooperative
from plugins.model.fields import Text
from plugins.model.items import LANGUAGES
from plugins.model.loading import ACTS_FILE, COOPERATIVE_FILE, FACTS_FILE
from plugins.model.sections import SECTIONS


def write_schemas(root: Path) -> list[Path]:
    """Write everything `exported_files` names below `root`; return the paths."""
    paths: list[Path] = []
    for name, content in exported_files().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def exported_files() -> dict[str, Any]:
    """Return what is exported: JSON by its path. `schemas/` holds the schemas, `.vscode/` makes VS Code use them."""
    files: dict[str, Any] = {}
    globs: dict[str, str] = {}
    for name, model, pattern in _models():
        files[f"schemas/{name}.json"] = model.model_json_schema()
        if pattern.endswith(".yaml"):
            globs[f"./schemas/{name}.json"] = pattern
    files[".vscode/settings.json"] = {"yaml.schemas": globs, "files.encoding": "utf8", "files.eol": "\n"}
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    files[".vscode/content.code-snippets"] = _snippets()
    return files


def _models() -> Iterator[tuple[str, type[BaseModel], str]]:
    """Yield every schema with its name and the files it is for; the more particular pattern comes later and wins."""
    yield "site", Cooperative, f"content/{COOPERATIVE_FILE}"
    yield "acts", Acts, f"content/{ACTS_FILE}"
    for section in SECTIONS:
        shapes = {"*": section.schema, **section.own_schemas}
        own = "|".join(sorted(section.own_schemas))
        for slug, shape in shapes.items():
            name = section.folder if slug == "*" else f"{section.folder}.{slug}"
            place = f"!({own})" if slug == "*" and own else slug
            yield f"{name}.facts", shape.facts, f"content/{section.folder}/{place}/{FACTS_FILE}"
            yield f"{name}.text", shape.text, f"content/{section.folder}/{place}/index.*.md"


def _snippets() -> dict[str, Any]:
    """Return a snippet per section: the front matter's keys, because VS Code checks no YAML inside Markdown."""
    return {
        section.folder: {
            "scope": "markdown",
            "prefix": section.folder,
            "description": f"front matter of content/{section.folder}/ ({', '.join(LANGUAGES)})",
            "body": ["---", *_required_keys(section.schema.text), "---", "", "$0"],
        }
        for section in SECTIONS
    }


def _required_keys(model: type[Text]) -> list[str]:
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return [f"{name}: ${{{place}:…}}" for place, name in enumerate(required, start=1)]
