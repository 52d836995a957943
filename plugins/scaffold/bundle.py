"""`inv new`: the files of a new bundle, written where nothing is yet."""

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from plugins.diagnostics.refusal import RefusedError
from plugins.model.fields import Slug
from plugins.model.items import FACTS_FILE, LANGUAGES, Language, index_file
from plugins.model.placeholders import PLACEHOLDERS
from plugins.model.schema_problems import nearest
from plugins.model.sections import SECTIONS, Section, is_address_of_a_list
from plugins.scaffold.hints import Hints, load_hints
from plugins.scaffold.shape import Draft, as_yaml


class DraftRefusedError(RefusedError):
    """No bundle can be written."""


def write_bundle(content: Path, section_name: str, slug: str, language: Language) -> list[Path]:
    """Write a bundle below `content` with hints in `language`; return its files.

    Raises DraftRefusedError for a section that is not known, and a slug that cannot be used or is taken.
    """
    section = _section(section_name)
    _refuse_slug(content, section, slug)
    files = bundle_files(section, slug, language, _next_order(content / section.folder))
    folder = content / section.folder / slug
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def bundle_files(section: Section, slug: str, language: Language, order: int) -> Mapping[str, str]:
    """Return the text of each file of a new bundle, by its name."""
    hints, schema = load_hints(language), section.schema_of(slug)
    draft = Draft(hints, PLACEHOLDERS[language], order)
    files = {FACTS_FILE: f"# {hints.facts_head}\n{as_yaml(schema.facts, draft)}"}
    for own in LANGUAGES:
        words = as_yaml(schema.text, Draft(hints, PLACEHOLDERS[own], order))
        files[index_file(own)] = _index(words, hints, load_hints(own).bodies[section.folder], PLACEHOLDERS[own])
    return files


def _index(words: str, hints: Hints, body: str, placeholder: str) -> str:
    head = hints.text_head.format(placeholder=placeholder)
    return f"---\n# {head}\n{words}# {hints.body}\n---\n\n{placeholder}: {body}\n"


def _section(name: str) -> Section:
    by_folder = {section.folder: section for section in SECTIONS}
    if name not in by_folder:
        near = nearest(name, list(by_folder))
        raise DraftRefusedError("no_such_section", section=name, nearest=near, sections=", ".join(by_folder))
    return by_folder[name]


def _refuse_slug(content: Path, section: Section, slug: str) -> None:
    try:
        TypeAdapter(Slug).validate_python(slug)
    except ValidationError:
        raise DraftRefusedError("unusable_slug", slug=slug) from None
    if is_address_of_a_list(section, slug) or (content / section.folder / slug).exists():
        raise DraftRefusedError("taken_slug", folder=f"{content.name}/{section.folder}/{slug}")


def _next_order(folder: Path) -> int:
    """Return the place after the last of the section's items, as far as they can be read."""
    found = [0]
    for file in folder.glob(f"*/{FACTS_FILE}"):
        try:
            data = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - a safe loader too
            found.append(int(data["order"]))
        except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, ValueError):
            continue  # reported by the check, and no reason not to write another item
    return max(found) + 1
