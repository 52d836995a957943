"""Mending: only what is mechanical, and never twice."""

from pathlib import Path

import pytest

from plugins.checks.mending import as_diff, mended_files
from plugins.checks.results import check
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem
from plugins.markdown import Documents
from plugins.model import load_content
from tests.small_site import TODAY, write_small_site

NBSP = "\u00a0"

CASES = {
    "quotes": ('Ол "Ауыл аманаты" деді', "Ол «Ауыл аманаты» деді"),
    "quotes at the beginning and in brackets": ('"Бір" ("екі")', "«Бір» («екі»)"),
    "a hyphen for a dash": ("кооператив - банк емес", "кооператив — банк емес"),
    "a sum": ("бағасы 350 000 ₸ болды", f"бағасы 350{NBSP}000{NBSP}₸ болды"),
    "a sum without a space": ("бағасы 5₸, үлесі 7%", f"бағасы 5{NBSP}₸, үлесі 7{NBSP}%"),
    "a number of a law": ("№197-II және № 450-I", f"№{NBSP}197-II және №{NBSP}450-I"),
    "a letter in pieces": ("бай\u0306 и\u0306од".replace("бай\u0306", "бай"), "бай йод"),
    "several on one line, from the first to the last": ('"а" - 1 000 ₸', f"«а» — 1{NBSP}000{NBSP}₸"),
    "a line separator, and a fault below it": ("бір\u2028екі\n\nекі - үш", "бір екі\n\nекі — үш"),
    "nothing to mend": ("«Ауыл аманаты» — бағдарлама", "«Ауыл аманаты» — бағдарлама"),
}


def problems_of(root: Path) -> list[Problem]:
    content = load_content(root / "content")
    documents = Documents((body.source for body in content.all_bodies()), root / ".cache")
    return list(check(CheckedSite(content, documents, root, TODAY)))


@pytest.mark.parametrize(("written", "mended"), CASES.values(), ids=CASES)
def test_a_line_is_mended_and_a_second_run_finds_nothing(tmp_path: Path, written: str, mended: str) -> None:
    page = write_small_site(tmp_path) / "news/meeting/index.kk.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(f"{before}\n{written}\n", encoding="utf-8")
    for _, new in mended_files(problems_of(tmp_path), tmp_path).values():
        page.write_text(new, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == f"{before}\n{mended}\n"
    assert mended_files(problems_of(tmp_path), tmp_path) == {}


def test_front_matter_is_mended_without_touching_its_yaml(tmp_path: Path) -> None:
    page = write_small_site(tmp_path) / "news/meeting/index.ru.md"
    text = page.read_text(encoding="utf-8").replace("summary: О странице.", "summary: 'Сбор \"Весна\" - 5 000 ₸.'")
    page.write_text(text, encoding="utf-8")
    ((_, new),) = mended_files(problems_of(tmp_path), tmp_path).values()
    assert f"summary: 'Сбор «Весна» — 5{NBSP}000{NBSP}₸.'" in new


def test_the_diff_names_the_file_and_shows_both_lines(tmp_path: Path) -> None:
    changed = {"content/a.md": ("бір\nекі - үш\n", "бір\nекі — үш\n")}
    assert as_diff(changed).splitlines() == [
        "--- content/a.md",
        "+++ content/a.md",
        "@@ -2 +2 @@",
        "-екі - үш",
        "+екі — үш",
    ]


def test_a_text_that_has_changed_since_the_check_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("екі - үш\n", encoding="utf-8")
    quotes = Problem("a.md", 1, 1, "loose-typography", {"found": '"', "better": "«…»"})
    assert mended_files([quotes], tmp_path) == {}
