"""Links to no page and pictures that are not there: in a marked document, and one at a time."""

import re
from operator import itemgetter
from pathlib import Path

import pytest

from plugins.checks.rules import broken_link, missing_file
from tests.plugins.checks.checked import told_by, told_of_all_by
from tests.plugins.model.edits import Told
from tests.small_site import PICTURE, index_text, write

MARK = re.compile(r"‹([a-z-]+)›")
"""Stands right before an address that must be told, and names the rule."""

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

![сурет](paper.svg) ![жоқ](‹missing-file›papre.svg) ![бар емес](‹missing-file›үй.png)
[![беттің суреті](paper.svg)](/news/) [![беттің суреті](paper.svg)](‹broken-link›/missing/)

`[код](/nwes2/)` және [басты бет](/).
"""


def without_marks(document: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text an editor would write, and line, column and rule of every mark in it."""
    marks: list[tuple[int, int, str]] = []
    for number, line in enumerate(document.split("\n"), start=1):
        removed = 0
        for match in MARK.finditer(line):
            marks.append((number, match.start() - removed + 1, match.group(1)))
            removed += len(match.group(0))
    return MARK.sub("", document), marks


def found_in(content: Path) -> list[Told]:
    return sorted(
        told_of_all_by(broken_link.check, content) + told_by(missing_file.check, content), key=itemgetter(0, 1, 2)
    )


def write_case(content: Path, language: str, body: str) -> str:
    """Write the body into the testimonial, which has a picture beside it; return the file."""
    file = f"testimonials/sample/index.{language}.md"
    front_matter = (content / file).read_text(encoding="utf-8").split("---\n")[1]
    write(content / file, f"---\n{front_matter}---\n{body}")
    return file


BODY_LINE = 8
"""First line of the body in the testimonial's files: its front matter and the fences take seven."""


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_marked_document_is_told_at_its_marks_and_nowhere_else(content: Path, language: str) -> None:
    text, marks = without_marks(DOCUMENT)
    file = write_case(content, language, text)
    found = [(path, line - BODY_LINE + 1, column, rule) for path, line, column, rule, _ in found_in(content)]
    assert len(marks) == 15
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
def test_a_broken_link_is_told_with_the_page_that_was_meant(content: Path, link: str, near: str) -> None:
    file = write_case(content, "ru", f"Ёлка: [а]({link}).\n")
    assert found_in(content) == [(file, BODY_LINE, 11, "broken-link", {"link": link, "nearest": near})]


PICTURES = {
    "misspelt": ("papre.svg", "paper.svg"),
    "in capitals": ("Paper.svg", "paper.svg"),
    "with another ending": ("paper.png", "paper.svg"),
    "like none": ("үй.jpeg", ""),
    "of another bundle": ("../../honor-board/sample/portrait.svg", ""),
}


@pytest.mark.parametrize(("picture", "near"), PICTURES.values(), ids=PICTURES)
def test_a_missing_picture_is_told_with_the_file_that_was_meant(content: Path, picture: str, near: str) -> None:
    file = write_case(content, "kk", f"Сурет:\n\n![үй]({picture})\n")
    assert found_in(content) == [(file, BODY_LINE + 2, 7, "missing-file", {"file": picture, "nearest": near})]


def test_a_picture_with_a_kazakh_name_is_found(content: Path) -> None:
    write(content / "testimonials/sample/сурет-ұү.svg", PICTURE)
    write_case(content, "kk", "![үй](сурет-ұү.svg)\n")
    assert found_in(content) == []


def test_a_link_in_the_words_above_a_list_is_checked(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Слова.\n\n[а](/nwes/) ![б](b.svg)"))
    assert [(path, line, column, rule) for path, line, column, rule, _ in found_in(content)] == [
        ("news/index.ru.md", 7, 5, "broken-link"),
        ("news/index.ru.md", 7, 18, "missing-file"),
    ]


def test_a_link_written_by_reference_is_told_where_the_reference_is_defined(content: Path) -> None:
    file = write_case(content, "kk", "Бірінші жол.\n\n[а][1]\n\n[1]: /nwes/\n")
    assert found_in(content) == [(file, BODY_LINE + 4, 6, "broken-link", {"link": "/nwes/", "nearest": "/news/"})]


def test_a_link_in_front_matter_is_told_at_its_value(content: Path) -> None:
    home = content / "pages/home/index.ru.md"
    text = home.read_text(encoding="utf-8").replace("link: /laws/", "link: /lwas/")
    write(home, text)
    line = text[: text.index("/lwas/")].count("\n") + 1
    column = len(text[: text.index("/lwas/")].split("\n")[-1]) + 1
    assert found_in(content) == [
        ("pages/home/index.ru.md", line, column, "broken-link", {"link": "/lwas/", "nearest": "/laws/"})
    ]


def test_each_language_is_told_by_itself(content: Path) -> None:
    files = [write_case(content, language, "[а](/nwes/)\n") for language in ("kk", "ru")]
    assert [path for path, *_ in found_in(content)] == files
