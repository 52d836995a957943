"""Characters nobody sees, and letters that were lost: reported where they are, and deleted where they can be."""

from pathlib import Path

import pytest

from plugins.checks.mending import mended_files
from plugins.checks.results import check as check_all
from plugins.checks.rules import invisible_character
from tests.plugins.checks.checked import CASE_BODY_LINE, checked_site, reported_by, write_case
from tests.plugins.model.edits import replaced

CHARACTERS = {
    "zero-width space": ("\u200b", "char-zero-width", ""),
    "zero-width joiner": ("\u200d", "char-zero-width", ""),
    "separator of Mongolian": ("\u180e", "char-zero-width", ""),
    "word joiner": ("\u2060", "char-zero-width", ""),
    "byte order mark inside": ("\ufeff", "char-zero-width", ""),
    "soft hyphen": ("\u00ad", "char-soft-hyphen", ""),
    "right to left": ("\u200f", "char-direction", ""),
    "override": ("\u202e", "char-direction", ""),
    "lost letter": ("\ufffd", "char-lost", "\ufffd"),
    "private use": ("\uf0b7", "char-private", "\uf0b7"),
    "wide blank": ("\u3000", "char-blank", " "),
    "letter of a formula": ("\U0001d405", "char-style", "\U0001d405"),
    "wide letter": ("\uff21", "char-style", "\uff21"),
    "yen": ("¥", "char-lost", "¥"),
    "control": ("\u009f", "char-control", "\u009f"),
}
PLACES = {"first": ("{}әке", 1), "middle": ("ә{}ке", 2), "last": ("әке{}", 4)}


@pytest.mark.parametrize(("word", "column"), PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(("character", "kind", "mended"), CHARACTERS.values(), ids=CHARACTERS)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_an_invisible_character_is_reported_and_deleted(
    content: Path, language: str, character: str, kind: str, mended: str, word: str, column: int
) -> None:
    file = write_case(content, language, f"Бір.\n\n{word.format(character)}\n")
    values = {"code": f"U+{ord(character):04X}", "kind": f"@{kind}"}
    assert reported_by(invisible_character.check, content) == [
        (file, CASE_BODY_LINE + 2, column, "invisible-character", values)
    ]
    problems = list(invisible_character.check(checked_site(content)))
    changed = mended_files(problems, content.parent)
    if mended.strip():
        assert changed == {}
    else:
        ((_, new),) = changed.values()
        assert f"\n\n{word.format(mended)}\n" in new


def test_front_matter_and_facts_are_read_too(content: Path) -> None:
    replaced("news/meeting/index.kk.md", "title: ", "title: \u200b")(content)
    replaced("site.yaml", "name: {kk: ", "name: {kk: \u00ad")(content)
    assert [(file, line, column) for file, line, column, *_ in sorted(reported_by(invisible_character.check, content))] == [
        ("news/meeting/index.kk.md", 2, 8), ("site.yaml", 1, 12),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Собрание", "Жиналыс", "Устав кооператива"])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252", "cp1251"])
def test_letters_read_in_another_encoding_are_lost(content: Path, text: str, wrong: str) -> None:
    misread = text.encode().decode(wrong, errors="ignore")
    file = write_case(content, "kk", f"Бір {misread} екі\n")
    found = [
        (path, line, values["kind"]) for path, line, _, _, values in reported_by(invisible_character.check, content)
    ]
    assert (file, CASE_BODY_LINE, "@char-lost") in found


FINE = {
    "letters of other languages": "Côte, Ñandú, Reykjavík, РСФСР, «СССР» № 5, Сіз, Рҳ",
    "a sum in yen": "¥ 500, 500 ¥",
    "no-break space": "350\u00a0000",
    "narrow space": "5\u202f%",
    "a family": "👨\u200d👩\u200d👧",
    "heart": "❤️",
    "dash": "—",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_spaces_of_print_and_emoji_are_right(content: Path, text: str) -> None:
    write_case(content, "kk", f"Бір {text} екі\n")
    assert reported_by(invisible_character.check, content) == []


def test_it_may_be_excused_with_a_reason(content: Path) -> None:
    write_case(content, "kk", "<!-- allow invisible-character: таңбаның өзі туралы -->\nә\u200bке\n")
    assert [p.rule for p in check_all(checked_site(content)) if "character" in p.rule or "exception" in p.rule] == []
