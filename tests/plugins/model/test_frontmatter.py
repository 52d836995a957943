"""An index file taken apart at its two `---` lines."""

import pytest

from plugins.model.frontmatter import Parts, split

GOOD = {
    "usual": ("---\ntitle: Ә\n---\nМәтін.\n", Parts("title: Ә\n", 2, "Мәтін.\n", 4)),
    "longer": ("---\na: 1\nb: 2\n\n---\n\nё\n", Parts("a: 1\nb: 2\n\n", 2, "\nё\n", 6)),
    "empty front matter": ("---\n---\nМәтін.", Parts("", 2, "Мәтін.", 3)),
    "nothing below": ("---\na: 1\n---\n", Parts("a: 1\n", 2, "", 4)),
    "no newline at the end": ("---\na: 1\n---", Parts("a: 1\n", 2, "", 4)),
    "spaces behind the lines": ("--- \na: 1\n---\t\nб", Parts("a: 1\n", 2, "б", 4)),
    "a rule in the body": ("---\na: 1\n---\nб\n---\nв\n", Parts("a: 1\n", 2, "б\n---\nв\n", 4)),
    "ends of lines for YAML alone": (
        "---\na: б\u2028в\nc: \x85\n---\nг\n",
        Parts("a: б\u2028в\nc: \x85\n", 2, "г\n", 5),
    ),
    "a fence behind a line separator": ("---\na: б\u2028---\n---\nг", Parts("a: б\u2028---\n", 2, "г", 4)),
    "hyphens inside the front matter": ("---\na: ---\nb: |\n  ---\n---\nб", Parts("a: ---\nb: |\n  ---\n", 2, "б", 6)),
}


@pytest.mark.parametrize(("source", "expected"), GOOD.values(), ids=GOOD)
def test_an_index_file_is_split_at_its_first_two_fences(source: str, expected: Parts) -> None:
    assert split(source) == expected


BAD = {
    "empty file": "",
    "no front matter": "Мәтін.\n",
    "empty line first": "\n---\na: 1\n---\nб\n",
    "space before the fence": " ---\na: 1\n---\nб\n",
    "four hyphens": "----\na: 1\n----\nб\n",
    "not closed": "---\na: 1\n\nб\n",
    "closed by two hyphens": "---\na: 1\n--\nб\n",
    "only a fence": "---\n",
}


@pytest.mark.parametrize("source", BAD.values(), ids=BAD)
def test_a_file_without_two_fences_has_no_parts(source: str) -> None:
    assert split(source) is None
