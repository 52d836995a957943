"""The files of one item: read as a form's tree, written back where a value changed."""

import hashlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml.error import YAMLError

from plugins.cache.atomic import write_whole
from plugins.desk.history import History
from plugins.desk.tree import KEY, Tree, from_data
from plugins.desk.yaml_edit import edited_yaml
from plugins.model import frontmatter
from plugins.model.items import BUNDLE_FILES, FACTS_FILE, LANGUAGES, index_file
from plugins.model.sections import SECTIONS, Schema, Section
from plugins.model.yaml_source import parse

INTRO = "@intro"
"""Stands in place of a slug for the words above a section's list, which have no facts."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EMPTY = "---\n---\n"


class NoSuchItemError(Exception):
    """No item has the address, or none may."""


class UnreadableItemError(Exception):
    """A file of the item is no form: its text must be mended first."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of one item as they are saved; a file that is not there is an empty text."""

    section: Section
    slug: str
    folder: Path
    files: Mapping[str, str]

    @property
    def schema(self) -> Schema:
        """The shape of the item."""
        return Schema() if self.is_intro else self.section.schema_of(self.slug)

    @property
    def is_intro(self) -> bool:
        """Whether it is the words above a section's list."""
        return self.slug == INTRO

    @property
    def place(self) -> str:
        """The folder below `content/`, for example `news/meeting`; that of the section for its introduction."""
        return self.section.folder if self.is_intro else self.address

    @property
    def path(self) -> str:
        """The address of the page below its language, for example `news/meeting/`."""
        return self.section.index_path if self.is_intro else self.section.item_path(self.slug)

    @property
    def digest(self) -> str:
        """Changes with every byte of the files."""
        joined = "\0".join(self.files[name] for name in BUNDLE_FILES)
        return hashlib.blake2b(joined.encode(), digest_size=8).hexdigest()

    @property
    def address(self) -> str:
        """The section and slug, for example `news/meeting`."""
        return f"{self.section.folder}/{self.slug}"


def section_named(name: str) -> Section:
    """Return a section by its folder. Raises NoSuchItemError."""
    for section in SECTIONS:
        if section.folder == name:
            return section
    raise NoSuchItemError(name)


def folder_of(content: Path, section: Section, slug: str) -> Path:
    """Return the folder of an item. Raises NoSuchItemError for a name that is none, and where a link leads elsewhere."""
    if slug == INTRO and not section.single_pages:
        folder = content / section.folder
        if folder.resolve() != content.resolve() / section.folder:
            raise NoSuchItemError(slug)
        return folder
    folder = content / section.folder / slug
    if not _SLUG.fullmatch(slug) or len(slug) > 80 or folder.resolve() != content.resolve() / section.folder / slug:
        raise NoSuchItemError(slug)
    return folder


def read_bundle(content: Path, section: Section, slug: str) -> Bundle:
    """Return the saved files of an item. Raises NoSuchItemError, and UnreadableItemError for bytes that are no text."""
    folder = folder_of(content, section, slug)
    if not folder.is_dir():
        raise NoSuchItemError(slug)
    return Bundle(section, slug, folder, {name: _text(folder / name) for name in BUNDLE_FILES})


def renamed_to(content: Path, section: Section, slug: str) -> str:
    """Return the address that the item of a former address has now; empty where there is none."""
    for facts in sorted((content / section.folder).glob(f"*/{FACTS_FILE}")):
        source = parse(facts.read_text(encoding="utf-8", errors="replace"), "")[0]
        if source and slug in (source.data.get("aliases") or ()):
            return facts.parent.name
    return ""


def read_moved_bundle(content: Path, section: Section, slug: str) -> Bundle:
    """Return the saved files of an item, also where `slug` is a former address of it. Raises as `read_bundle` does."""
    try:
        return read_bundle(content, section, slug)
    except NoSuchItemError:
        return read_bundle(content, section, renamed_to(content, section, slug))


def empty_bundle(content: Path, section: Section, slug: str) -> Bundle:
    """Return an item of which nothing is saved yet."""
    return Bundle(section, slug, content / section.folder / slug, dict.fromkeys(BUNDLE_FILES, ""))


def tree_of(bundle: Bundle) -> dict[str, Any]:
    """Return the values of an item as the tree of its form. Raises UnreadableItemError."""
    tree: dict[str, Any] = {"facts": from_data(_data(bundle.files[FACTS_FILE]), bundle.schema.facts)}
    for language in LANGUAGES:
        front, body = _parts(bundle.files[index_file(language)])
        tree[language] = {**from_data(_data(front), bundle.schema.text), "body": body}
    return tree


def edited_files(bundle: Bundle, tree: Mapping[str, Tree]) -> dict[str, str]:
    """Return the text of each file with the values of a form. Raises UnreadableItemError."""
    tree = _with_agreeing_keys(tree, bundle.schema)
    files: dict[str, str] = {}
    try:
        files[FACTS_FILE] = edited_yaml(bundle.files[FACTS_FILE], _part(tree, "facts"), bundle.schema.facts)
        for language in LANGUAGES:
            name = index_file(language)
            files[name] = edited_text(bundle.files[name], _part(tree, language), bundle.schema)
    except YAMLError as error:
        raise UnreadableItemError from error
    return files


def write_files(
    bundle: Bundle, files: Mapping[str, str], history: History, *, before: Mapping[Path, bytes | None] | None = None
) -> bool:
    """Write what changed, each file at once or not at all, as a step of `history`. Return whether anything did.

    `files` may name further texts of the item's folder. `before` has other files that were written with this save, as
    they were before it: None for one that was not there.
    """
    changed = {name: text for name, text in files.items() if text != _known(bundle, name)}
    if not changed:
        return False
    with history.step(bundle.address, [bundle.folder / name for name in changed], before=before):
        bundle.folder.mkdir(exist_ok=True)
        _write_all({bundle.folder / name: text for name, text in changed.items()})
    return True


def _write_all(texts: Mapping[Path, str]) -> None:
    """Write all texts or none. Raises OSError where the disk takes one of them not."""
    before = {path: path.read_bytes() if path.is_file() else None for path in texts}
    try:
        for path, text in texts.items():
            is_windows = b"\r\n" in (before[path] or b"")
            write_whole(path, text.replace("\n", "\r\n").encode() if is_windows else text.encode(), durable=True)
    except OSError:
        for path, old in before.items():
            with suppress(OSError):
                if old is None:
                    path.unlink(missing_ok=True)
                elif path.read_bytes() != old:
                    write_whole(path, old, durable=True)
        raise


def _known(bundle: Bundle, name: str) -> str:
    return bundle.files[name] if name in bundle.files else _text(bundle.folder / name)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n") if path.is_file() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableItemError(path.name) from error


def _data(text: str) -> Mapping[str, Any]:
    source, problems = parse(text, "")
    if source is None or problems:
        raise UnreadableItemError
    return source.data


def _parts(text: str) -> tuple[str, str]:
    """Return front matter and body; raises UnreadableItemError for a text whose front matter does not open and close."""
    parts = frontmatter.split(text or _EMPTY)
    if parts is None:
        raise UnreadableItemError
    return parts.front_matter, parts.body


def parts_of_text(text: str) -> tuple[Mapping[str, Any], str]:
    """Return the front matter and the body of a Markdown file. Raises UnreadableItemError."""
    front, body = _parts(text)
    return _data(front), body


def edited_text(text: str, tree: Mapping[str, Tree], schema: Schema) -> str:
    """Return a Markdown file with the values of a form in its front matter, and its `body`. Raises UnreadableItemError."""
    front, body = _parts(text)
    edited = edited_yaml(front, tree, schema.text)
    new = tree.get("body", body)
    new_body = new if isinstance(new, str) else body
    if edited == front and new_body == body:
        return text
    if edited and not edited.endswith("\n"):
        edited += "\n"
    if new_body and not new_body.endswith("\n"):
        new_body += "\n"
    return f"---\n{edited}---\n{new_body}"


def _part(tree: Mapping[str, Tree], name: str) -> Mapping[str, Tree]:
    part = tree.get(name, {})
    return part if isinstance(part, Mapping) else {}


def _with_agreeing_keys(tree: Mapping[str, Tree], schema: Schema) -> Mapping[str, Tree]:
    """Return the tree with the names of the facts' entries in the texts too, as an entry was renamed or removed."""
    facts = _part(tree, "facts")
    result = dict(tree)
    for language in LANGUAGES:
        words = dict(_part(tree, language))
        for in_facts, in_text in schema.keyed.items():
            named = _part(words, in_text)
            pairs = [(was, value) for was, value in _part(facts, in_facts).items() if isinstance(value, Mapping)]
            words[in_text] = {str(value.get(KEY, was)): named.get(was, "") for was, value in pairs}
        result[language] = words
    return result
