"""The schemas as JSON Schema, and settings with which VS Code completes and checks while one types."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from plugins.model.acts import Acts
from plugins.model.ceilings import Ceilings
from plugins.model.cooperative import Cooperative
from plugins.model.fields import Text
from plugins.model.glossary import Glossary
from plugins.model.items import FACTS_FILE, LANGUAGES
from plugins.model.loading import ACTS_FILE, CEILINGS_FILE, COOPERATIVE_FILE, GLOSSARY_FILE
from plugins.model.papers import PAPERS_FILE, PaperRecords
from plugins.model.plans import PLANS_FILE, Plans
from plugins.model.sections import SECTIONS
from plugins.model.synced import IN_STEP_FILE, InStep


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
    globs: dict[str, list[str]] = {}
    for name, model, patterns in _models():
        files[f"schemas/{name}.json"] = model.model_json_schema()
        if patterns[0].endswith(".yaml"):
            globs[f"./schemas/{name}.json"] = patterns
    files[".vscode/settings.json"] = {"yaml.schemas": globs, "files.encoding": "utf8", "files.eol": "\n"}
    files[".vscode/extensions.json"] = {"recommendations": ["redhat.vscode-yaml"]}
    files[".vscode/content.code-snippets"] = _snippets()
    return files


def _models() -> Iterator[tuple[str, type[BaseModel], list[str]]]:
    """Yield every schema with its name and the files it is for; a pattern that begins with `!` takes files out."""
    yield "site", Cooperative, [f"content/{COOPERATIVE_FILE}"]
    yield "acts", Acts, [f"content/{ACTS_FILE}"]
    yield "glossary", Glossary, [f"content/{GLOSSARY_FILE}"]
    yield "rate-ceilings", Ceilings, [f"content/{CEILINGS_FILE}"]
    yield "in-step", InStep, [f"content/{IN_STEP_FILE}"]
    yield "plans", Plans, [f"content/{PLANS_FILE}"]
    yield "papers", PaperRecords, [f"content/*/*/{PAPERS_FILE}"]
    for section in SECTIONS:
        for kind, file in (("facts", FACTS_FILE), ("text", "index.*.md")):
            common: type[BaseModel] = getattr(section.schema, kind)
            own = {slug: getattr(shape, kind) for slug, shape in section.own_schemas.items()}
            own = {slug: model for slug, model in own.items() if model is not common}
            folder = f"content/{section.folder}"
            exceptions = [f"!{folder}/{slug}/{file}" for slug in own]
            yield f"{section.folder}.{kind}", common, [f"{folder}/*/{file}", *exceptions]
            for slug, model in own.items():
                yield f"{section.folder}.{slug}.{kind}", model, [f"{folder}/{slug}/{file}"]


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
