"""Keys that a schema does not know, and keys it misses: at the top, in lists, in maps, in both kinds of file."""

from pathlib import Path

import pytest

from plugins.model.schema_problems import nearest
from tests.plugins.model.edits import Reported, problems_of, replaced, written

NEWS, TEXT_KK, TEXT_RU = "news/meeting/facts.yaml", "news/meeting/index.kk.md", "news/meeting/index.ru.md"
LOAN, HISTORY, HONOR = "loans/mortgage/facts.yaml", "history/origins/facts.yaml", "honor-board/sample/facts.yaml"
SOURCE_ENTRY = "  - title: {kk: Ә, ru: Ё}\n    checked: 2026-01-01\n    checked_in: live\n"

# file, what stands there, what is written instead, line, column, key, near match
UNKNOWN = {
    "in facts, misspelt": (NEWS, "date:", "dat:", 1, 1, "dat", "date"),
    "in facts, like nothing": (NEWS, "date:", "zzz: 1\ndate:", 1, 1, "zzz", ""),
    "in facts, like a key that stands there": (NEWS, "sources:", "sourcess: 1\nsources:", 2, 1, "sourcess", ""),
    "in facts, at the end": (NEWS, "checked_in: copy\n", "checked_in: copy\nsampel: true\n", 8, 1, "sampel", "sample"),
    "in facts, in capitals": (NEWS, "date:", "Date:", 1, 1, "Date", "date"),
    "in facts, in Kazakh": (NEWS, "date:", "әңгімеғқөұүһі: 1\ndate:", 1, 1, "әңгімеғқөұүһі", ""),
    "in facts, with ё": (NEWS, "date:", "приём: 1\ndate:", 1, 1, "приём", ""),
    "in facts, with a look-alike letter": (NEWS, "date:", "dаte:", 1, 1, "dаte", "date"),
    "in facts, of another section": (NEWS, "date:", "kind: home\ndate:", 1, 1, "kind", ""),
    "in a source": (NEWS, "published:", "publised:", 5, 5, "publised", "published"),
    "in the words of a source": (NEWS, "ru: Источник", "ru: Источник, en: Source", 3, 41, "en", ""),
    "in a law": ("faq/how-to-join/facts.yaml", "articles:", "artikles:", 4, 19, "artikles", "articles"),
    "in a value of a map": (HISTORY, "until:", "untill:", 3, 25, "untill", "until"),
    "in a picture": (HONOR, "{file: portrait.svg}", "{file: portrait.svg, alt: Ә}", 1, 32, "alt", ""),
    "in a range, under its name in our code": (LOAN, "effective: {from:", "effective: {from_:", 5, 13, "from_", "from"),
    "in front matter": (TEXT_RU, "summary:", "sumary:", 3, 1, "sumary", "summary"),
    "in the front matter of a section": ("news/index.kk.md", "summary:", "lead: Ә\nsummary:", 3, 1, "lead", ""),
    "in a step of the home page": ("pages/home/index.kk.md", "hero_alt:", "hero_atl:", 6, 1, "hero_atl", "hero_alt"),
    "in site.yaml": ("site.yaml", "auditor:", "auditr:", 12, 1, "auditr", "auditor"),
    "in a stated fact of site.yaml": ("site.yaml", "bin: {to_confirm", "bin: {to_confrim", 5, 7, "to_confrim", "to_confirm"),
    "in the menu": ("site.yaml", "    paths:", "    path:", 17, 5, "path", "paths"),
    "in acts.yaml": ("acts.yaml", "  page: in-force", "  pages: in-force", 11, 3, "pages", "page"),
    "in the addresses of an act": ("acts.yaml", ", ru: https://adilet", ", rus: https://adilet", 8, 62, "rus", "ru"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "column", "key", "near"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_key_is_reported_at_its_place_with_the_key_that_was_meant(
    content: Path, file: str, old: str, new: str, line: int, column: int, key: str, near: str
) -> None:
    replaced(file, old, new)(content)
    assert problems_of(content) == [(file, line, column, "unknown-key", {"key": key, "nearest": near})]


# file, what stands there, what is written instead, line, column, key
MISSING = {
    "of facts": (NEWS, "date: 2025-11-28\n", "", 1, 1, "date"),
    "of front matter, Kazakh": (TEXT_KK, "summary: Бет туралы.\n", "", 2, 1, "summary"),
    "of front matter, Russian": (TEXT_RU, "title: Имя news/meeting\n", "", 2, 1, "title"),
    "of the section's own front matter": ("charity/elders/index.ru.md", "who: Старшие.\n", "", 2, 1, "who"),
    "of a source": (NEWS, "    checked: 2026-11-22\n", "", 3, 5, "checked"),
    "of the words of a source": (NEWS, ", ru: Источник", "", 3, 5, "ru"),
    "of a value of a map": (HISTORY, "year: 1761, ", "", 3, 3, "year"),
    "of a range": (LOAN, "effective: {from: 0.072}", "effective: {to: 0.072}", 5, 1, "from"),
    "of site.yaml": ("site.yaml", "board: {to_confirm: true}\n", "", 1, 1, "board"),
    "of the menu": ("site.yaml", "title: {kk: Бөлімдер, ru: Разделы}", "title: {kk: Бөлімдер}", 16, 5, "ru"),
    "of acts.yaml": ("acts.yaml", "  kind: law\n  title: {kk: Тұтыну", "  title: {kk: Тұтыну", 1, 1, "kind"),
    "of the addresses of an act": ("acts.yaml", "kk: https://adilet.zan.kz/kaz/docs/Z010000197_, ", "", 8, 3, "kk"),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "column", "key"), MISSING.values(), ids=MISSING)
def test_a_missing_key_is_reported_at_the_key_it_belongs_below(
    content: Path, file: str, old: str, new: str, line: int, column: int, key: str
) -> None:
    replaced(file, old, new)(content)
    found = problems_of(content)
    assert [(path, rule, values) for path, _, _, rule, values in found] == [(file, "missing-key", {"key": key})]
    assert found[0][1:3] == (line, column)


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "middle", "last"])
@pytest.mark.parametrize(
    ("old", "new", "offset", "rule", "values"),
    [
        ("checked_in:", "chekced_in:", 2, "unknown-key", {"key": "chekced_in", "nearest": "checked_in"}),
        ("    checked: 2026-01-01\n", "", 0, "missing-key", {"key": "checked"}),
    ],
    ids=["unknown", "missing"],
)
def test_the_faulty_source_of_three_is_reported(
    content: Path, place: int, old: str, new: str, offset: int, rule: str, values: dict[str, str]
) -> None:
    entries = [SOURCE_ENTRY] * 3
    entries[place] = entries[place].replace(old, new)
    written("pages/about/facts.yaml", "sources:\n" + "".join(entries))(content)
    before = sum(entry.count("\n") for entry in entries[:place])
    line = 2 + before + offset
    assert problems_of(content) == [("pages/about/facts.yaml", line, 5, rule, values)]


def test_an_empty_file_of_facts_misses_each_required_key(content: Path) -> None:
    written(LOAN, "")(content)
    expected: list[Reported] = [(LOAN, 1, 1, "missing-key", {"key": key}) for key in ("lender", "order", "purpose")]
    assert sorted(problems_of(content), key=lambda reported: reported[4]["key"]) == expected


def test_a_misspelt_key_is_reported_once_and_other_missing_keys_beside_it(content: Path) -> None:
    questions = "questions: {sign: {options: [a, b], right: a}}"
    written("education/contract/facts.yaml", f"ordre: 1\n{questions}\n")(content)
    assert problems_of(content) == [
        ("education/contract/facts.yaml", 1, 1, "missing-key", {"key": "minutes"}),
        ("education/contract/facts.yaml", 1, 1, "unknown-key", {"key": "ordre", "nearest": "order"}),
    ]


def test_two_unknown_keys_of_one_file_are_reported_in_the_order_of_their_lines(content: Path) -> None:
    replaced(NEWS, "date:", "first: 1\nsecond: 2\ndate:")(content)
    assert [(line, values["key"]) for _, line, _, _, values in problems_of(content)] == [(1, "first"), (2, "second")]


NEAR = {
    "same": ("order", ["order", "title"], "order"),
    "one letter left out": ("ordr", ["order", "title"], "order"),
    "two letters changed about": ("oredr", ["title", "order"], "order"),
    "best of several": ("titel", ["tile", "title", "subtitle"], "title"),
    "like none": ("zzz", ["order", "title"], ""),
    "no words": ("order", [], ""),
    "empty word": ("", ["order"], ""),
    "Kazakh": ("қаржі", ["қала", "қаржы"], "қаржы"),
    "ё for е": ("ёлка", ["елка", "палка"], "елка"),
}


@pytest.mark.parametrize(("word", "words", "expected"), NEAR.values(), ids=NEAR)
def test_the_nearest_word_is_the_one_most_like(word: str, words: list[str], expected: str) -> None:
    assert nearest(word, words) == expected
