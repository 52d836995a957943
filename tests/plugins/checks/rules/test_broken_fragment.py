"""Links to a place that the page does not have."""

from pathlib import Path

import pytest

from plugins.checks.rules import broken_fragment
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by_comparing, write_case
from tests.small_site import index_text, write

TARGET = "## Бірінші {#first}\n\nСөз.\n\n## Өлең {#өлең}\n\n## Ёлка {#last}"

# body, (line of the body, column, place, near match) of each fault
CASES: dict[str, tuple[str, list[tuple[int, int, str, str]]]] = {
    "first, middle and last": (
        "[а](/news/#frist) ә\n\n- [б](/news/#last) [в](/news/#lost)\n\n[г](/news/#жоқ)",
        [(1, 12, "frist", "first"), (3, 31, "lost", "last"), (5, 12, "жоқ", "")],
    ),
    "on the page itself": ("## Ә {#here}\n\n[а](#here) [б](#hare)", [(3, 17, "hare", "here")]),
    "by reference": ("[а][1]\n\n[1]: /news/#frist", [(3, 13, "frist", "first")]),
    "in a cell": ("| а |\n|---|\n| [б](/news/#frist) |", [(3, 14, "frist", "first")]),
    "a Latin look-alike": ("[а](/news/#fіrst)", [(1, 12, "fіrst", "first")]),
    "a page without places": ("[а](/laws/#first)", [(1, 12, "first", "")]),
    "the places of the page": ("[а](/news/#first) [ә](/news/#өлең) [б](/news/#%D3%A9%D0%BB%D0%B5%D2%A3)", []),
    "no place": ("[а](/news/)", []),
    "a broken link, which another rule reports": ("[а](/nwes/#first)", []),
    "another site": ("[а](https://example.org/#first)", []),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_a_place_that_is_not_on_the_page_is_reported(
    content: Path, language: str, body: str, expected: list[tuple[int, int, str, str]]
) -> None:
    write(content / f"news/index.{language}.md", index_text("Ә", "Ё", body=TARGET))
    file = write_case(content, language, body)
    assert reported_by_comparing(broken_fragment.check, content) == [
        (file, CASE_BODY_LINE - 1 + line, column, "broken-fragment", {"place": place, "nearest": near})
        for line, column, place, near in expected
    ]


def test_a_place_of_the_other_language_does_not_count(content: Path) -> None:
    write(content / "news/index.kk.md", index_text("Ә", "Ғ", body=TARGET))
    file = write_case(content, "ru", "[а](/news/#first)")
    assert [found[0] for found in reported_by_comparing(broken_fragment.check, content)] == [file]
