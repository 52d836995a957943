"""The small site after its languages were declared in step, for the two rules about translations."""

from pathlib import Path

from plugins.model.sync_translations import declare_in_step
from tests.plugins.model.edits import Reported
from tests.small_site import write

ITEMS = ("charity/elders", "news/meeting", "testimonials/sample")
"""The first, a middle and the last item by path."""


def add_sentence(content: Path, item: str, language: str) -> None:
    """Add a sentence to the text of an item."""
    file = content / item / f"index.{language}.md"
    write(
        file,
        f"{file.read_text(encoding='utf-8')}\n{ {'kk': 'Тағы бір сөйлем.', 'ru': 'Ещё одно предложение.'}[language] }\n",
    )


def declare(content: Path, item: str) -> None:
    """Declare both languages of an item in step, as an editor does after reading both."""
    assert declare_in_step(content, lambda folder: folder == item) == [item]


def behind(item: str, language: str, rule: str) -> Reported:
    """Return the problem at the title of a text that is to be compared with the other language."""
    other = {"kk": "ru", "ru": "kk"}[language]
    return (f"{item}/index.{language}.md", 2, 8, rule, {"other": f"index.{other}.md", "item": item})
