"""References that rely on a repealed act; the small site's 450-I is repealed since 2016 by 197-II."""

from pathlib import Path

import pytest

from plugins.checks.rules import repealed_law_relied_on
from tests.plugins.checks.checked import reported_by
from tests.plugins.model.edits import Edit, Reported, all_of, replaced, written

FAQ, NEWS = "faq/how-to-join/facts.yaml", "news/meeting/facts.yaml"
LAWYER = "lawyer/who-admits/facts.yaml"
VALUES = {"act": "450-I", "day": "2016-01-01", "by": "197-II"}
GOOD, OLD, HISTORY = "{act: 197-II}", "{act: 450-I}", "{act: 450-I, role: history}"


def cites(file: str, head: str, *references: str) -> Edit:
    """Return the edit that lets an item cite these laws, one a line after its `head`."""
    return written(file, f"{head}\nlaws:\n" + "".join(f"  - {reference}\n" for reference in references))


def faq(*references: str) -> Edit:
    return cites(FAQ, "order: 1\ntopic: joining", *references)


def relied(file: str, line: int, column: int = 11) -> Reported:
    return (file, line, column, "repealed-law-relied-on", VALUES)


CASES: dict[str, tuple[Edit, list[Reported]]] = {
    "only": (faq(OLD), [relied(FAQ, 4)]),
    "first": (faq(OLD, GOOD, GOOD), [relied(FAQ, 4)]),
    "middle": (faq(GOOD, OLD, GOOD), [relied(FAQ, 5)]),
    "last": (faq(GOOD, HISTORY, OLD), [relied(FAQ, 6)]),
    "twice": (faq(OLD, OLD), [relied(FAQ, 4), relied(FAQ, 5)]),
    "with articles": (faq('{act: 450-I, articles: ["1", "73"]}'), [relied(FAQ, 4)]),
    "with the role in words": (faq("{role: relied-on, act: 450-I}"), [relied(FAQ, 4, 28)]),
    "in quotation marks": (faq('{act: "450-I"}'), [relied(FAQ, 4)]),
    "on lines of its own": (
        written(FAQ, "order: 1\ntopic: joining\nlaws:\n  - act: 450-I\n    role: relied-on\n"), [relied(FAQ, 4, 10)],
    ),
    "by the lawyer": (
        cites(LAWYER, "order: 1\nanswered: 2026-11-22\ntopic: joining", '{act: 450-I, articles: ["13"]}'),
        [relied(LAWYER, 5)],
    ),
    "in news and in an answer": (
        all_of(faq(OLD), cites(NEWS, "date: 2025-11-28", OLD)), [relied(FAQ, 4), relied(NEWS, 3)],
    ),
    "the act was repealed today": (
        all_of(
            replaced("acts.yaml", "  status: in-force\n", "  status: repealed\n  repealed_by: 450-I\n  repealed_from: 2026-12-01\n"),
            replaced(LAWYER, "act: 197-II", "act: 197-II, role: history"),
        ),
        [(FAQ, 4, 11, "repealed-law-relied-on", {"act": "197-II", "day": "2026-12-01", "by": "450-I"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_a_reference_that_relies_on_a_repealed_act_is_reported(
    content: Path, edit: Edit, expected: list[Reported]
) -> None:
    edit(content)
    assert reported_by(repealed_law_relied_on.check, content) == expected


FINE: dict[str, Edit] = {
    "nothing changed: a page tells a repealed act": lambda content: None,
    "no laws": written(FAQ, "order: 1\ntopic: joining\n"),
    "an act in force": faq(GOOD, GOOD),
    "told as history": faq(HISTORY, '{act: 450-I, articles: ["1"], role: history}'),
    "an act in force told as history": faq("{act: 197-II, role: history}"),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE)
def test_a_repealed_act_may_be_cited_as_history(content: Path, edit: Edit) -> None:
    edit(content)
    assert reported_by(repealed_law_relied_on.check, content) == []


def test_a_law_inside_a_list_of_checks_is_found(content: Path) -> None:
    words = "checks:\n  licence: {question: Ә?, lawful: Ғ., warning: Қ.}\n"
    for language in ("kk", "ru"):
        written(f"pages/pyramid-check/index.{language}.md", f"---\ntitle: Ә\nsummary: Ғ.\n{words}---\nСөз.\n")(content)
    file = "pages/pyramid-check/facts.yaml"
    written(file, "checks:\n  licence:\n    laws:\n      - {act: 450-I}\n")(content)
    replaced("site.yaml", "/loans/]", "/loans/, /pyramid-check/]")(content)
    assert reported_by(repealed_law_relied_on.check, content) == [relied(file, 4, 15)]
