"""A saved form changes the lines of what changed, on every real file: comments, order, quotes and all else stay."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plugins.desk.tree import from_data, from_names, names_of
from plugins.desk.yaml_edit import edited_yaml
from plugins.model import frontmatter
from plugins.model.items import BUNDLE_FILES, FACTS_FILE
from plugins.model.sections import SECTIONS
from plugins.model.sections.news import NEWS
from plugins.model.yaml_source import parse
from tests.small_site import ROOT

FACTS = NEWS.schema.facts


def real_files() -> Iterator[tuple[str, str, type[BaseModel]]]:
    """Yield every YAML text of an item with its model."""
    for section in SECTIONS:
        for bundle in sorted((ROOT / "content" / section.folder).iterdir()):
            for name in BUNDLE_FILES if bundle.is_dir() else ():
                if not (bundle / name).is_file():
                    continue
                text, schema = (bundle / name).read_text(encoding="utf-8"), section.schema_of(bundle.name)
                if name == FACTS_FILE:
                    yield f"{bundle.name}/{name}", text, schema.facts
                elif parts := frontmatter.split(text):
                    yield f"{bundle.name}/{name}", parts.front_matter, schema.text


REAL = list(real_files())


def data_of(text: str) -> Any:
    source, problems = parse(text, "facts.yaml")
    assert source is not None, problems
    return source.data


def form_of(text: str, model: type[BaseModel]) -> dict[str, Any]:
    """Return what a browser would send of the form of a file."""
    return from_names(names_of(from_data(data_of(text), model)))


def test_there_are_files_to_look_at() -> None:
    assert len(REAL) > 300


def test_a_form_in_which_nothing_changed_changes_no_byte() -> None:
    assert [name for name, text, model in REAL if edited_yaml(text, form_of(text, model), model) != text] == []


def leaves(tree: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in tree.items():
        if isinstance(value, str):
            if not key.startswith("@") and value not in ("true", "false"):
                yield (*place, key)
        else:
            yield from leaves(value, (*place, key))


def put(tree: dict[str, Any], place: tuple[str, ...], value: str) -> None:
    for key in place[:-1]:
        tree = tree[key]
    tree[place[-1]] = value


def at(data: Any, place: tuple[str, ...]) -> Any:
    for key in place:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


@pytest.mark.parametrize("edits", [80, pytest.param(500, marks=pytest.mark.long)])
def test_random_edits_touch_the_lines_of_their_value_only(edits: int) -> None:
    chance = random.Random(20261130)
    words = ["Жаңа мәтін", "Новое: с двоеточием", "«кавычки» и №\u00a05", "2026-01-02", "0.10", "# not a comment", "'", 'a "b"', "- x", "true", "ә" * 200]  # fmt: skip
    for _ in range(edits):
        name, text, model = chance.choice(REAL)
        tree = form_of(text, model)
        places = list(leaves(tree))
        if not places:
            continue
        place, value = chance.choice(places), chance.choice(words)
        put(tree, place, value)
        edited = edited_yaml(text, tree, model)
        assert at(data_of(edited), place) == value, (name, place)
        others = {other: at(data_of(text), other) for other in places if other != place}
        assert {other: at(data_of(edited), other) for other in others} == others, (name, place)
        before, after = text.splitlines(), edited.splitlines()
        kept = [line for line in before if line in after]
        touched = str(at(data_of(text), place)).count("\n") + text_lines(text, at(data_of(text), place))
        assert len(before) - len(kept) <= max(1, touched), (name, place, value)


def text_lines(text: str, value: str) -> int:
    """Return how many lines a value takes that is written over several of them."""
    words = value.split()
    lines = [line for line in text.splitlines() if any(word in line for word in words[:1] + words[-1:])]
    return len(lines) if len(words) > 8 else 1


FACTS_TEXT = """\
date: 2025-11-28 # the day of the speech
# allow unsourced-figure: quoted
sources:
  - title: {kk: "А", ru: "Б"}
    url: https://a.example/
    checked: 2026-11-22
    checked_in: copy
  # the second one
  - title: {kk: "В", ru: "Г"}
    checked: 2026-11-22
    checked_in: copy
laws:
  - {act: 372-V, articles: ["3", "7-1"], role: relied-on}
unknown: {kept: yes}
sample: true
# the end
"""


def edited(change: Any) -> str:
    tree = form_of(FACTS_TEXT, FACTS)
    change(tree)
    return edited_yaml(FACTS_TEXT, tree, FACTS)


def swap(tree: dict[str, Any]) -> None:
    tree["sources"] = {"0": tree["sources"]["1"], "1": tree["sources"]["0"]}


def test_moved_entries_keep_how_they_are_written() -> None:
    after = edited(swap)
    assert [source["title"]["kk"] for source in data_of(after)["sources"]] == ["В", "А"]
    assert sorted(after.splitlines()) == sorted(FACTS_TEXT.splitlines())


def test_a_removed_key_leaves_the_comments_round_it() -> None:
    after = edited(lambda tree: tree.pop("sample"))
    assert after == FACTS_TEXT.replace("sample: true\n", "")
    after = edited(lambda tree: tree.pop("laws"))
    assert [line for line in after.splitlines() if "#" in line] == [
        line for line in FACTS_TEXT.splitlines() if "#" in line
    ]


def test_a_new_key_stands_at_its_place() -> None:
    tree_after = edited(lambda tree: tree.update(draft="true"))
    assert list(data_of(tree_after)) == ["date", "sources", "laws", "draft", "unknown", "sample"]
    assert data_of(tree_after)["unknown"] == {"kept": "yes"}


def test_a_new_entry_is_added_and_a_blank_one_is_not() -> None:
    after = edited(lambda tree: tree["sources"].update({"7": {"title": {"kk": "Д", "ru": "Е"}, "checked": "2026-01-01"}, "8": ""}))  # fmt: skip
    assert after.startswith(FACTS_TEXT[: FACTS_TEXT.index("laws:")])
    assert data_of(after)["sources"][2] == {"title": {"kk": "Д", "ru": "Е"}, "checked": "2026-01-01"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028", "\x85"])
def test_a_line_stays_a_line(newline: str) -> None:
    after = edited(lambda tree: tree["sources"]["0"]["title"].update(kk=f"бір{newline}sample: false"))
    assert data_of(after)["sources"][0]["title"]["kk"] == "бір sample: false"
    assert len(after.splitlines()) == len(FACTS_TEXT.splitlines())


def test_a_file_laid_out_by_hand_keeps_its_other_lines() -> None:
    path = ROOT / "content/pages/queue/facts.yaml"
    text, model = path.read_text(encoding="utf-8"), SECTIONS[0].schema_of("queue").facts
    assert re.search(r"\{month: .*,\n", text), "months over several lines"
    tree = form_of(text, model)
    month = next(iter(tree["figures"]["months"].values()))
    put(month, ("joined",), "777")
    after = edited_yaml(text, tree, model)
    assert data_of(after)["figures"]["months"][0]["joined"] == "777"
    assert len(set(text.splitlines()) - set(after.splitlines())) <= 3


def test_an_empty_file_gets_its_first_key(tmp_path: Path) -> None:
    assert edited_yaml("", {"date": "2026-01-02"}, FACTS) == "date: 2026-01-02\n"
    assert edited_yaml("# nothing yet\n", {}, FACTS) == "# nothing yet\n"


@pytest.mark.parametrize(
    ("typed", "written"), [("36 000 000", "36000000"), ("0,07", "0.07"), ("36\u00a0000", "36000"), ("көп", "көп")]
)
def test_a_number_may_be_typed_as_people_write_it(typed: str, written: str) -> None:
    model = next(section.schema.facts for section in SECTIONS if section.folder == "loans")
    after = edited_yaml("amount_kzt: {to: 1}\n", {"amount_kzt": {"to": typed}}, model)
    assert data_of(after) == {"amount_kzt": {"to": written}}


def test_a_video_that_is_one_of_two_kinds_is_kept_and_changed() -> None:
    text = "films: {a: {file: a.mp4}, b: {drawn: true}}\n"
    tree = form_of(text, FACTS)
    assert edited_yaml(text, tree, FACTS) == text
    tree["films"]["a"]["file"] = "c.mp4"
    assert edited_yaml(text, tree, FACTS) == text.replace("a.mp4", "c.mp4")
