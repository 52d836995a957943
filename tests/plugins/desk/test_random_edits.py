"""Random edits through the desk: files stay readable, other lines stay byte for byte, the desk tells what the check tells."""

import random
import shutil
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from plugins.desk.application import Desk
from plugins.desk.bundles import INTRO, edited_files, read_bundle, section_named, tree_of
from plugins.desk.form import Context, Field, form_of
from plugins.desk.routes import desk_route
from plugins.desk.shapes import Kind
from plugins.desk.tree import KEY, WAS, from_names
from plugins.desk.words import load_words
from plugins.model.items import BUNDLE_FILES, LANGUAGES
from plugins.model.sections import SECTIONS
from plugins.model.yaml_source import parse
from plugins.pipeline.check import survey
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.plugins.desk.conftest import Editor
from tests.small_site import ROOT, TODAY

WORDS = (
    "Жаңа сөз.",
    "Слово: «два» — три",
    '"тырнақша" - сызық',
    "",
    "  бос орын  ",
    "#1: [тізім]",
    "'",
    "2026-01-02",
    "0,5",
    "үш\nжол",
)
EDITS = 500
COMPARED = 40
"""Edits after which the whole check is run beside the desk's."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "content", root / "content")
    (root / "theme").symlink_to(ROOT / "theme")
    with running(Preview(root, Builds(), ("kk", "ru")).app(desk_route(Desk(root, today=lambda: TODAY)))) as address:
        editor = Editor(root, address)
        editor.client.timeout = 600  # the first check reads all of the content
        yield editor


def files_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in BUNDLE_FILES if (folder / name).is_file()}


def stayed(before: bytes, after: bytes) -> float:
    """Return the part of the lines before that stand in the file after, in their order."""
    old, new = before.splitlines(), after.splitlines()
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, len(old))


def reported(editor: Editor, item: str) -> set[tuple[str, int, int]]:
    found = survey(
        editor.content, ROOT / "theme", editor.root / ".cache", published=False, today=TODAY, whole=False, drafts=True
    )
    return {(one.rule, one.line, one.column) for one in found.problems if one.path.startswith(f"content/{item}/")}


def fields_of(fields: Iterable[Field]) -> Iterator[tuple[str, str]]:
    """Yield what a browser sends of a form, by name."""
    for field in fields:
        if field.key and field.kind is Kind.PART:
            yield f"{field.name}.{KEY}", field.key
        if field.was:
            yield f"{field.name}.{WAS}", field.was
        yield from fields_of(field.words)
        if field.kind in (Kind.PART, Kind.LIST, Kind.MAP):
            yield from fields_of(field.fields)
        elif field.kind is not Kind.SWITCH or field.value == "true":
            yield field.name, field.value


def test_the_form_of_no_real_page_loses_a_byte() -> None:
    content = ROOT / "content"
    folders = [folder for folder in sorted(content.glob("*/*")) if (folder / "index.kk.md").is_file()]
    assert len(folders) > 100
    for folder in [*folders, *(content / section.folder for section in SECTIONS if not section.single_pages)]:
        is_intro = folder.parent == content
        section = section_named(folder.name if is_intro else folder.parent.name)
        bundle = read_bundle(content, section, INTRO if is_intro else folder.name)
        tree = tree_of(bundle)
        form = form_of(bundle.schema, tree, Context(load_words("kk"), {}))
        sent = from_names(pair for part in form.values() for pair in fields_of(part))
        for code in LANGUAGES:
            sent.setdefault(code, {})["body"] = tree[code]["body"]
        assert edited_files(bundle, sent) == dict(bundle.files), folder


@pytest.mark.long
def test_random_edits_harm_nothing(real: Editor) -> None:
    chance = random.Random(15)
    items = sorted(facts.parent.relative_to(real.content).as_posix() for facts in real.content.glob("*/*/facts.yaml"))
    for number in range(EDITS):
        item = chance.choice(items)
        path, folder = f"/desk/{item}/", real.content / item
        before, form = files_of(folder), real.form(path)
        names = [name for name in form if "." in name and "@" not in name]
        name, words = chance.choice(names), chance.choice(WORDS)
        if name.endswith(".body"):
            place = chance.randrange(len(form[name]) + 1)
            words = form[name][:place] + words + form[name][place:]
        edited = form | {name: words}
        live = real.check(item, edited) if number % (EDITS // COMPARED) == 0 else None
        saved = real.press(path, edited).headers["location"]
        after = files_of(folder)
        assert saved.endswith(("?said=saved", "?said=unchanged"))
        assert saved.endswith("?said=unchanged") == (before == after), (item, name)
        for file, content in after.items():
            source, problems = parse(
                content.decode().split("---\n")[1] if file.endswith(".md") else content.decode(), ""
            )
            assert source is not None and not problems, (item, name, words)
        changed = [file for file in after if after[file] != before.get(file)]
        assert len(changed) <= 3 and sum(len(before[file].splitlines()) * (1 - stayed(before[file], after[file])) for file in changed if file in before) < 8, (item, name, words)  # fmt: skip
        if live is not None:
            assert {(one["rule"], one["line"], one["column"]) for one in live} == reported(real, item), (
                item,
                name,
                words,
            )
        if before != after:
            real.press(path, real.form(path), "undo")
            assert files_of(folder) == before, (item, name, words)
