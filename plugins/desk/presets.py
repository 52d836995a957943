"""What a new item begins with: today's dates, the next place in the list, and what is usual in its section."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from plugins.desk.shapes import Kind, shapes_of
from plugins.model.items import FACTS_FILE, LANGUAGES
from plugins.model.sections import Section
from plugins.model.yaml_source import parse

NEXT_PAGES = 3
"""Pages an item names to be read after it."""


def first_tree(content: Path, section: Section, today: date) -> dict[str, Any]:
    """Return the tree of a new item's form: a draft. Everything in it is shown, and can be changed."""
    others = list(_facts_of(content / section.folder))
    day = today.isoformat()
    facts: dict[str, Any] = {"draft": "true", "date": day, "answered": day, "order": str(_next_order(others))}
    for shape in shapes_of(section.schema.facts):
        if shape.kind is Kind.CHOICE and shape.required:
            facts[shape.name] = "".join(_most_usual((other.get(shape.name) for other in others), 1))
    if _is_usual("sources", others):
        facts["sources"] = {"0": source_read(today)}
    if _is_usual("next", others):
        paths = (path for other in others for path in other.get("next", ()))
        facts["next"] = {str(number): path for number, path in enumerate(_most_usual(paths, NEXT_PAGES))}
    return {"facts": facts} | {language: {} for language in LANGUAGES}


def source_read(today: date) -> dict[str, str]:
    """Return a source of which only the day is known on which it was read."""
    return {"checked": today.isoformat(), "checked_in": "live"}


def known_names(content: Path, section: Section) -> dict[str, list[tuple[str, str]]]:
    """Return the names that the items of a section have in both languages, by their field of the form."""
    fields = [shape.name for shape in shapes_of(section.schema.facts) if shape.is_words and shape.required]
    others = list(_facts_of(content / section.folder)) if fields else []
    found: dict[str, list[tuple[str, str]]] = {}
    for field in fields:
        values = (other.get(field) for other in others)
        pairs = {(str(names.get("kk", "")), str(names.get("ru", ""))) for names in values if isinstance(names, Mapping)}
        found[f"facts.{field}"] = sorted(pair for pair in pairs if all(pair))
    return found


def _facts_of(folder: Path) -> Iterator[Mapping[str, Any]]:
    for file in sorted(folder.glob(f"*/{FACTS_FILE}")):
        source = parse(file.read_text(encoding="utf-8", errors="replace"), "")[0]
        if source is not None:
            yield source.data


def _next_order(others: list[Mapping[str, Any]]) -> int:
    orders = (other.get("order") for other in others)
    return max((int(order) for order in orders if isinstance(order, str) and order.isdecimal()), default=0) + 1


def _is_usual(key: str, others: list[Mapping[str, Any]]) -> bool:
    """Return whether most items of the section have a list under `key`."""
    return sum(isinstance(other.get(key), list) and bool(other[key]) for other in others) * 2 > len(others)


def _most_usual(values: Iterator[Any], most: int) -> list[str]:
    return [value for value, _ in Counter(value for value in values if isinstance(value, str)).most_common(most)]
