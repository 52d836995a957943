"""Signs of markup that a page would show: their places, what may be mended, and what is good text."""

from pathlib import Path

import pytest

from plugins.checks.mending import mended_files
from plugins.checks.rules import left_over_markup
from tests.plugins.checks.checked import CASE_BODY_LINE, checked_site, reported_by, write_case
from tests.plugins.model.edits import replaced

# body, (line, column, kind, found) of each sign, the body after `inv fix`
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]], str]] = {
    "a blank inside a link": ("Ә [а б] (/news/)", [(1, 3, "link", "[а б] (/news/)")], "Ә [а б](/news/)"),
    "brackets the other way round": ("(а б)[/news/] ә", [(1, 1, "link", "(а б)[/news/]")], "[а б](/news/) ә"),
    "an address with backslashes": ("[а](\\news\\)", [(1, 1, "link", "[а](\\news")], "[а](\\news\\)"),
    "a link that is not closed, last": ("Ә\n[а](https://x.kz", [(2, 1, "link", "[а](https://x.kz")], "Ә\n[а](https://x.kz"),
    "numbers with a parenthesis": (
        "1) а\n2) ё", [(1, 1, "number", "1)"), (2, 1, "number", "2)")], "1. а\n2. ё",
    ),
    "bullets of a word processor": (
        "Ә:\n• а\n● б", [(2, 1, "bullet", "•"), (3, 1, "bullet", "●")], "Ә:\n- а\n- б",
    ),
    "dashes for bullets": (
        "– а\n– ә", [(1, 1, "bullet", "–"), (2, 1, "bullet", "–")], "- а\n- ә",
    ),
    "long dashes for bullets": (
        "Ә:\n— ә\n— б", [(2, 1, "bullet", "—"), (3, 1, "bullet", "—")], "Ә:\n- ә\n- б",
    ),
    "bullets with a tabulator": ("Ә:\n\no\tсөз\no\tә", [(3, 1, "bullet", "o"), (4, 1, "bullet", "o")], "Ә:\n\n-\tсөз\n-\tә"),
    "signs of paragraphs for bullets": ("§\tсөз\n§\tә", [(1, 1, "bullet", "§"), (2, 1, "bullet", "§")], "-\tсөз\n-\tә"),
    "a fence in a line": ("Ә ```сөз сөз``` ё", [(1, 3, "fence", "```сөз сөз")], "Ә ```сөз сөз``` ё"),
    "a link whose words are not closed": ("Ә [а б(/news/) ё.", [(1, 3, "link", "[а б(/news/)")], "Ә [а б](/news/) ё."),
    "a star that is not closed": ("Ә «*сөз» ё", [(1, 4, "emphasis", "*")], "Ә «*сөз» ё"),
    "marks of other sites": (
        "Ә [b]сөз[/B] ==ё==",
        [(1, 3, "emphasis", "[b]"), (1, 9, "emphasis", "[/B]"), (1, 14, "emphasis", "==ё==")],
        "Ә [b]сөз[/B] ==ё==",
    ),
    "bullets of other programs": (
        "➤ а\n✔ б\n§  сөз", [(1, 1, "bullet", "➤"), (2, 1, "bullet", "✔"), (3, 1, "bullet", "§")], "- а\n- б\n-  сөз",
    ),
    "letters for bullets": ("а) сөз\nә) ё", [(1, 1, "letters", "а)"), (2, 1, "letters", "ә)")], "- сөз\n- ё"),
    "stars with blanks inside": ("Ә * сөз сөз * ё", [(1, 3, "emphasis", "*")], "Ә * сөз сөз * ё"),
    "waves of a messenger": ("Ә ~сөз~ ё", [(1, 3, "emphasis", "~")], "Ә ~сөз~ ё"),
    "the sign of a line's end": ("Ә.\\n Ё", [(1, 3, "newline", "\\n")], "Ә.\\n Ё"),
    "one mark of a conflict": ("Ә\n>>>>>>> main", [(2, 1, "conflict", ">>>>>>> main")], "Ә\n>>>>>>> main"),
    "the middle of a conflict": ("=======\n\nӘ", [(1, 1, "conflict", "=======")], "=======\n\nӘ"),
    "a link of a wiki": ("Ә [[а б]] ё", [(1, 3, "reference", "[[а б]]")], "Ә [[а б]] ё"),
    "an address nobody can follow": ("Ә: /faq/how-to-join/.", [(1, 4, "path", "/faq/how-to-join/")], "Ә: /faq/how-to-join/."),
    "a frame of another program": (
        "Ә\n:::warning\nа\n:::", [(2, 1, "program", ":::warning"), (4, 1, "program", ":::")], "Ә\n:::warning\nа\n:::",
    ),
    "a smile of a messenger": ("Ә :smile: ё", [(1, 3, "program", ":smile:")], "Ә :smile: ё"),
    "a formula": ("Ә $x^2$ ё", [(1, 3, "program", "$x^2$")], "Ә $x^2$ ё"),
    "a table without bars at its ends": ("А | Ә | Б\nв | г | ғ", [(1, 1, "table", "А | Ә | Б"), (2, 1, "table", "в | г | ғ")], "А | Ә | Б\nв | г | ғ"),
    "a table of two columns without its line": (
        "Аа | Әә\nбб | вв", [(1, 1, "table", "Аа | Әә"), (2, 1, "table", "бб | вв")], "Аа | Әә\nбб | вв",
    ),
    "a check box within a line": ("Ә - [ ] сөз", [(1, 3, "task", "- [ ]")], "Ә - [ ] сөз"),
    "a line of signs": ("Ә\n\n===========\n\nб", [(3, 1, "program", "===========")], "Ә\n\n===========\n\nб"),
    "code that is not closed": ("Ә `сөз ё", [(1, 3, "program", "`")], "Ә `сөз ё"),
    "inside parentheses": ("(ә **б)", [(1, 4, "emphasis", "**")], "(ә **б)"),
    "a heading with seven signs": ("####### А", [(1, 7, "heading", "#")], "####### А"),
    "underscores that are not closed": ("а __сөз", [(1, 3, "emphasis", "__")], "а __сөз"),
    "a fence that is not closed": ("```\nа", [(1, 1, "fence", "```")], "```\nа"),
    "in a heading, a cell, a quotation": (
        "## А **б\n\n| ~~в | г |\n|---|---|\n\n> [^2] ғ",
        [(1, 6, "emphasis", "**"), (3, 3, "emphasis", "~~"), (6, 3, "footnote", "[^2]")],
        "## А **б\n\n| ~~в | г |\n|---|---|\n\n> [^2] ғ",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "signs", "mended"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_sign_is_reported_at_its_place_and_mended_where_its_sense_is_known(
    content: Path, language: str, body: str, signs: list[tuple[int, int, str, str]], mended: str
) -> None:
    file = write_case(content, language, body)
    problems = [p for p in left_over_markup.check(checked_site(content)) if p.path == f"content/{file}"]
    found = [(p.line - CASE_BODY_LINE + 1, p.column, p.values["cure"], p.values["found"]) for p in problems]
    assert sorted(found) == [(line, column, f"left-{kind}", sign) for line, column, kind, sign in signs]
    changed = mended_files(problems, content.parent)
    assert (content / file).read_text(encoding="utf-8").endswith(f"---\n{body}")
    assert changed == {} if mended == body else changed[f"content/{file}"][1].endswith(f"---\n{mended}")


def test_signs_in_front_matter_are_reported(content: Path) -> None:
    replaced("news/meeting/index.ru.md", "summary: ", "summary: ~~А~~ ")(content)
    (first, second) = reported_by(left_over_markup.check, content)
    assert (first[0], second[0]) == ("news/meeting/index.ru.md", "news/meeting/index.ru.md")
    assert second[2] - first[2] == 3


FINE = {
    "speech": "– Кім келді?\n\n– Әжем, – деді ол.",
    "speech with long dashes": "— Кім?\n— Әжем, — деді ол.",
    "a star for a note below, and a product": "Баға 5 %* немесе 3 * 4 ₸*, сөз*.",
    "a list without an empty line": "Қажет:\n- а\n- ә\n  - б",
    "a table after a paragraph": "Кесте:\n| А | Ә |\n|---|---|\n| б | в |",
    "a numbered sentence": "Керегі: 1) төлқұжат; 2) өтініш.",
    "a parenthesis at the beginning of a line": "13-баптың (2-тармақ,\n1) тармақшасы) бойынша",
    "a quotation with brackets": "«Ол [төраға] (жиында) айтты»",
    "a plain reference in brackets": "[1], [қоғам] және [2026]",
    "signs in code": "`[а] (/b/)` `**` `~~` `1)` `{#a}`",
    "escaped signs": "\\*\\*а\\*\\* \\[а\\] \\~\\~",
    "stars of a footnote": "Баға* мен 5 * 6",
    "a line to sign on": "____________ (қолы), Т.А.Ә.______",
    "a dash and a figure": "— Иә.\n-5 градус",
    "an id and a language": "## А {#a}\n\n[слово]{lang=ru}",
    "two ids": "## А {#a}\n\n## Б {#b}",
    "a short piece of code": "    а = б",
    "a vertical line in a sentence": "а | б",
    "less and more": "а << б >> в",
    "times and prices": "10:30–11:00, $5 мен $10, 1:2:3, и/или, км/сағ, 24/7, kk/ru",
    "addresses that lead": "[а](/news/), <https://x.kz/a/b/>, https://x.kz/a/b/",
    "two preposition lines and a paragraph sign": "§ 2 және § 3\n§ 4",
    "code in a line": "`inv check` және ``inv fix``, ```inv```",

    "an apostrophe of a Latin word": "Côte d`Ivoire",
    "a house number": "№5, 1-бап, 2)",
}  # fmt: skip


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_good_text_is_not_reported(content: Path, body: str) -> None:
    write_case(content, "kk", body)
    assert reported_by(left_over_markup.check, content) == []
