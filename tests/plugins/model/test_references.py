"""What one YAML file says of another: acts and articles, pictures, the menu."""

from pathlib import Path

import pytest

from tests.plugins.model.edits import Edit, Reported, all_of, problems_of, removed, replaced, written
from tests.small_site import PICTURE

FAQ, LAW, HONOR = "faq/how-to-join/facts.yaml", "laws/in-force/facts.yaml", "honor-board/sample/facts.yaml"
CASE, CASE_KK, CASE_RU = (f"testimonials/sample/{name}" for name in ("facts.yaml", "index.kk.md", "index.ru.md"))
MENU = "paths: [/about/, /news/, /history/, /laws/, /lawyer/, /faq/, /testimonials/, /honor-board/, /education/, /charity/, /loans/]"
CHECKS = "pages/pyramid-check/"


def cites(*references: str) -> Edit:
    """Return the edit that lets the question cite these laws, one per line from line 4."""
    lines = "".join(f"  - {reference}\n" for reference in references)
    return written(FAQ, f"order: 1\ntopic: joining\nlaws:\n{lines}")


def menu(paths: str) -> Edit:
    return replaced("site.yaml", MENU, f"paths: [{paths}]")


ALL = "/about/, /news/, /history/, /laws/, /lawyer/, /faq/, /testimonials/, /honor-board/, /education/, /charity/, /loans/"
GOOD, FOREIGN = "{act: 197-II}", "{act: 197-I}"
ACT = {"act": "197-I", "nearest": "197-II"}
ARTICLE = {"act": "197-II", "article": "41"}

CASES: dict[str, tuple[Edit, list[Reported]]] = {
    "unknown act, first": (cites(FOREIGN, GOOD, GOOD), [(FAQ, 4, 11, "unknown-law", ACT)]),
    "unknown act, middle": (cites(GOOD, FOREIGN, GOOD), [(FAQ, 5, 11, "unknown-law", ACT)]),
    "unknown act, last": (cites(GOOD, GOOD, FOREIGN), [(FAQ, 6, 11, "unknown-law", ACT)]),
    "unknown act like none": (
        cites("{act: Конституция}"),
        [(FAQ, 4, 11, "unknown-law", {"act": "Конституция", "nearest": ""})],
    ),
    "act with a Cyrillic look-alike": (  # І in place of I
        cites("{act: 197-ІІ}"),
        [(FAQ, 4, 11, "unknown-law", {"act": "197-ІІ", "nearest": "197-II"})],
    ),
    "unknown act of a law page": (
        replaced(LAW, "act: 197-II", "act: 197-II-ҚРЗ"),
        [(LAW, 2, 6, "unknown-law", {"act": "197-II-ҚРЗ", "nearest": "197-II"})],
    ),
    "unknown act of a lawyer's answer": (
        replaced("lawyer/who-admits/facts.yaml", "act: 197-II", "act: 197-I"),
        [("lawyer/who-admits/facts.yaml", 5, 11, "unknown-law", ACT)],
    ),
    "an act repealed by an unknown one": (
        replaced("acts.yaml", "repealed_by: 197-II", "repealed_by: 197-I"),
        [("acts.yaml", 18, 16, "unknown-law", ACT)],
    ),
    "unknown article, first": (
        cites("{act: 197-II, articles: [41, 1, 40]}"), [(FAQ, 4, 30, "unknown-article", ARTICLE)],
    ),
    "unknown article, middle": (
        cites("{act: 197-II, articles: [1, 41, 40]}"), [(FAQ, 4, 33, "unknown-article", ARTICLE)],
    ),
    "unknown article, last": (
        cites("{act: 197-II, articles: [1, 40, 41]}"), [(FAQ, 4, 37, "unknown-article", ARTICLE)],
    ),
    "article nought": (
        cites("{act: 197-II, articles: [0]}"),
        [(FAQ, 4, 30, "unknown-article", {"act": "197-II", "article": "0"})],
    ),
    "article with a hyphen of an act that has none": (
        cites("{act: 197-II, articles: [13-1]}"),
        [(FAQ, 4, 30, "unknown-article", {"act": "197-II", "article": "13-1"})],
    ),
    "article of an act whose articles were not read": (
        all_of(replaced("acts.yaml", "  articles: 40\n", ""), cites('{act: 197-II, articles: ["41"]}'),
               replaced("lawyer/who-admits/facts.yaml", '["13"]}', '["13"]}')),
        [
            (FAQ, 4, 30, "unknown-article", ARTICLE),
            ("lawyer/who-admits/facts.yaml", 5, 30, "unknown-article", {"act": "197-II", "article": "13"}),
        ],
    ),
    "two faults of one reference list": (
        cites("{act: 197-II, articles: [41]}", FOREIGN),
        [(FAQ, 4, 30, "unknown-article", ARTICLE), (FAQ, 5, 11, "unknown-law", ACT)],
    ),
    "page of an act that is none": (
        replaced("acts.yaml", "page: in-force", "page: in-froce"),
        [("acts.yaml", 11, 9, "broken-link", {"link": "in-froce", "nearest": "in-force"})],
    ),
    "missing picture": (
        replaced(HONOR, "portrait.svg", "portriat.svg"),
        [(HONOR, 1, 18, "missing-file", {"file": "portriat.svg", "nearest": "portrait.svg"})],
    ),
    "picture that was deleted": (
        removed("honor-board/sample/portrait.svg"),
        [(HONOR, 1, 18, "missing-file", {"file": "portrait.svg", "nearest": ""})],
    ),
    "picture with another ending": (
        replaced(HONOR, "portrait.svg", "portrait.png"),
        [(HONOR, 1, 18, "missing-file", {"file": "portrait.png", "nearest": "portrait.svg"})],
    ),
    "missing picture of a map, last of two": (
        all_of(
            replaced(CASE, "  paper: {file: paper.svg}\n", "  paper: {file: paper.svg}\n  seal: {file: мөр.jpeg}\n"),
            replaced(CASE_KK, "  paper: Үлгі құжат\n", "  paper: Үлгі құжат\n  seal: Мөр\n"),
            replaced(CASE_RU, "  paper: Образец документа\n", "  paper: Образец\n  seal: Печать\n"),
        ),
        [(CASE, 7, 16, "missing-file", {"file": "мөр.jpeg", "nearest": ""})],
    ),
    "menu leads to no page": (
        menu(ALL.replace("/news/", "/nwes/")),
        [
            ("site.yaml", 15, 1, "not-in-menu", {"link": "/news/"}),
            ("site.yaml", 17, 22, "broken-link", {"link": "/nwes/", "nearest": "/news/"}),
        ],
    ),
    "menu leads to an item of a list": (
        menu(f"/news/meeting/, {ALL}"),
        [("site.yaml", 17, 13, "broken-link", {"link": "/news/meeting/", "nearest": "/news/"})],
    ),
    "menu names the first page twice": (
        menu(f"{ALL}, /about/"), [("site.yaml", 17, 130, "twice-in-menu", {"link": "/about/"})],
    ),
    "menu names the last page twice": (
        menu(f"/loans/, {ALL}"), [("site.yaml", 17, 130, "twice-in-menu", {"link": "/loans/"})],
    ),
    "menu names a page three times": (
        menu(f"/about/, /about/, {ALL}"),
        [
            ("site.yaml", 17, 22, "twice-in-menu", {"link": "/about/"}),
            ("site.yaml", 17, 31, "twice-in-menu", {"link": "/about/"}),
        ],
    ),
    "menu lacks the first": (
        menu(ALL.removeprefix("/about/, ")), [("site.yaml", 15, 1, "not-in-menu", {"link": "/about/"})],
    ),
    "menu lacks two": (
        menu(ALL.replace("/faq/, ", "").replace("/laws/, ", "")),
        [
            ("site.yaml", 15, 1, "not-in-menu", {"link": "/faq/"}),
            ("site.yaml", 15, 1, "not-in-menu", {"link": "/laws/"}),
        ],
    ),
    "menu is empty but for one": (
        menu("/news/"),
        [
            ("site.yaml", 15, 1, "not-in-menu", {"link": f"/{path}/"})
            for path in ("about", "charity", "education", "faq", "history", "honor-board", "laws", "lawyer", "loans",
                         "testimonials")
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_a_reference_that_leads_nowhere_is_reported_where_it_stands(
    content: Path, edit: Edit, expected: list[Reported]
) -> None:
    edit(content)
    assert problems_of(content) == expected


FINE: dict[str, Edit] = {
    "first and last article": cites("{act: 197-II, articles: [1, 40]}"),
    "an act without an article": cites("{act: 197-II}"),
    "a repealed act told as history": cites("{act: 450-I, articles: [73], role: history}"),
    "a law twice": cites(GOOD, GOOD),
    "articles read one by one": all_of(
        replaced("acts.yaml", "  articles: 73\n", '  known_articles: ["725", 725-1]\n'),
        cites("{act: 450-I, articles: [725, 725-1], role: history}"),
    ),
    "two groups of the menu": replaced(
        "site.yaml", "/news/, /history/", "/news/]\n  - title: {kk: Ә, ru: Ё}\n    paths: [/history/"
    ),
    "menu in another order": menu(", ".join(reversed(ALL.split(", ")))),
    "picture with a Kazakh name": all_of(
        replaced(HONOR, "portrait.svg", "сурет-ұү.svg"), written("honor-board/sample/сурет-ұү.svg", PICTURE)
    ),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE)
def test_a_reference_that_leads_somewhere_is_fine(content: Path, edit: Edit) -> None:
    edit(content)
    assert problems_of(content) == []


def test_an_act_cited_inside_a_map_of_a_page_is_checked(content: Path) -> None:
    words = "checks:\n  {}: {{question: Ә?, lawful: Ғ., warning: Қ.}}\n"
    for language in ("kk", "ru"):
        front_matter = f"title: Ә\nsummary: Ғ.\n{words.format('licence')}"
        written(f"{CHECKS}index.{language}.md", f"---\n{front_matter}---\nМәтін.\n")(content)
    written(f"{CHECKS}facts.yaml", "checks:\n  licence:\n    laws:\n      - {act: 197-I}\n")(content)
    menu(f"{ALL}, /pyramid-check/")(content)
    assert problems_of(content) == [(f"{CHECKS}facts.yaml", 4, 15, "unknown-law", ACT)]


def test_a_page_that_cannot_be_read_still_stands_in_the_menu(content: Path) -> None:
    removed("news/index.ru.md")(content)
    written("pages/about/facts.yaml", "- a\n")(content)
    assert [(file, rule) for file, _, _, rule, _ in problems_of(content)] == [
        ("news/index.ru.md", "missing-translation"),
        ("pages/about/facts.yaml", "broken-yaml"),
    ]
