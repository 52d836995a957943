"""Links to no page: in a marked document, and one at a time."""

import re
from pathlib import Path

import pytest

from plugins.checks.rules import broken_link
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by_comparing, write_case
from tests.plugins.model.edits import Reported
from tests.small_site import index_text, write

MARK = "‹broken-link›"
"""Stands right before an address that must be reported."""

DOCUMENT = """\
## Тақырып {#first}

[Бірінші](‹broken-link›/nwes/), [ортаңғы](/news/), [соңғы](‹broken-link›/lwas/).
Келесі жолда [сілтеме](‹broken-link›/faq/how-to-jion/ "атауы") және [дұрысы](/faq/how-to-join/).

- тізімде: [а](/laws/)
- тізімде: [б](‹broken-link›/laws) — қиғаш сызықсыз
- тізімде: [в](‹broken-link›laws/) — басында сызықсыз

| Кесте | Бағаны |
|---|---|
| [а](‹broken-link›/жоқ/) | [б](/about/) |

[Екі рет](‹broken-link›/twice/) және [тағы](‹broken-link›/twice/).

[Жолы ұзын](‹broken-link›/nwes/meeting/), [жолы қысқа](‹broken-link›/nwes/) және [сұраумен](‹broken-link›/nwes/?a=1).

[Бөлігі](/news/#ә), [бөлігі жоқ беттің](‹broken-link›/nwes/#ә), [сұрау](/news/?a=1&b=2), [осы бетте](#first).

Басқа сайттар: [а](https://example.org/nwes/), [б](http://example.org), <https://example.org/>, <a@example.kz>,
[в](mailto:a@example.kz), [г](tel:+77000000000).

![сурет](paper.svg) ![жоқ](papre.svg) ![бар емес](үй.png)
[![беттің суреті](paper.svg)](/news/) [![беттің суреті](paper.svg)](‹broken-link›/missing/)

`[код](/nwes2/)` және [басты бет](/).
"""


def without_marks(document: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text an editor would write, and line and column of every mark in it."""
    marks = [
        (number, match.start() - removed * len(MARK) + 1)
        for number, line in enumerate(document.split("\n"), start=1)
        for removed, match in enumerate(re.finditer(MARK, line))
    ]
    return document.replace(MARK, ""), marks


def found_in(content: Path) -> list[Reported]:
    return reported_by_comparing(broken_link.check, content)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_marked_document_is_reported_at_its_marks_and_nowhere_else(content: Path, language: str) -> None:
    text, marks = without_marks(DOCUMENT)
    file = write_case(content, language, text)
    found = [(path, line - CASE_BODY_LINE + 1, column) for path, line, column, *_ in found_in(content)]
    assert len(marks) == 13
    assert found == [(file, *mark) for mark in marks]


def test_the_small_site_itself_has_no_broken_link(content: Path) -> None:
    assert found_in(content) == []


# link, near match
NEAR = {
    "misspelt list": ("/nwes/", "/news/"),
    "misspelt item": ("/faq/how-to-jion/", "/faq/how-to-join/"),
    "misspelt section of an item": ("/fag/how-to-join/", "/faq/how-to-join/"),
    "misspelt with a fragment": ("/nwes/#ә", "/news/"),
    "misspelt with a query": ("/nwes/?a=1", "/news/"),
    "without its last slash": ("/news", "/news/"),
    "Latin and Cyrillic mixed": ("/nеws/", "/news/"),
    "like none": ("/әғқңөұүһі-ё/", ""),
}


@pytest.mark.parametrize(("link", "near"), NEAR.values(), ids=NEAR)
def test_a_broken_link_is_reported_with_the_page_that_was_meant(content: Path, link: str, near: str) -> None:
    file = write_case(content, "ru", f"Ёлка: [а]({link}).\n")
    assert found_in(content) == [(file, CASE_BODY_LINE, 11, "broken-link", {"link": link, "nearest": near})]


def test_a_link_in_the_words_above_a_list_is_checked(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слова.\n\n[а](/nwes/)"))
    assert [(path, line, column) for path, line, column, *_ in found_in(content)] == [("news/index.ru.md", 7, 5)]


def test_a_link_written_by_reference_is_reported_where_the_reference_is_defined(content: Path) -> None:
    file = write_case(content, "kk", "Бірінші жол.\n\n[а][1]\n\n[1]: /nwes/\n")
    assert found_in(content) == [(file, CASE_BODY_LINE + 4, 6, "broken-link", {"link": "/nwes/", "nearest": "/news/"})]


def test_a_link_in_front_matter_is_reported_at_its_value(content: Path) -> None:
    home = content / "pages/home/index.ru.md"
    text = home.read_text(encoding="utf-8").replace("link: /laws/", "link: /lwas/")
    write(home, text)
    line = text[: text.index("/lwas/")].count("\n") + 1
    column = len(text[: text.index("/lwas/")].split("\n")[-1]) + 1
    assert found_in(content) == [
        ("pages/home/index.ru.md", line, column, "broken-link", {"link": "/lwas/", "nearest": "/laws/"})
    ]


def test_each_language_is_reported_by_itself(content: Path) -> None:
    files = [write_case(content, language, "[а](/nwes/)\n") for language in ("kk", "ru")]
    assert [path for path, *_ in found_in(content)] == files
