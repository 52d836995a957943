"""One page a rule in each language: `docs/rules/<language>/<rule>.md`.

The words come from the catalogs that also speak in the terminal. The message is filled with the values of the wrong
example, so a page has no sentence with holes and cannot drift from what the check reports.
"""

from pathlib import Path

from plugins.checks.registry import RULES
from plugins.checks.rule import Group
from plugins.diagnostics.catalog import Catalog, load_catalog
from plugins.diagnostics.localized import rule_page
from plugins.words.store import LANGUAGES, words

FOLDER = "docs/rules"


def rule_pages() -> dict[str, str]:
    """Return every page and every index by its path."""
    pages: dict[str, str] = {}
    for language in LANGUAGES:
        catalog = load_catalog(language)
        for rule in RULES:
            pages[rule_page(rule.id, language)] = _page(rule.id, catalog)
        pages[f"{FOLDER}/{language}/README.md"] = _index(catalog)
    return pages


def write_rule_pages(root: Path) -> list[Path]:
    """Write all pages below `root`; return their paths."""
    paths: list[Path] = []
    for name, text in rule_pages().items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _page(rule: str, catalog: Catalog) -> str:
    headings = words(catalog.language, "rule_pages")["headings"]
    message, example = catalog.example_message(rule), catalog.examples[rule]
    parts = [f"# {rule}", f"**{_sentence(example.title)}**"]
    for name in ("what", "why", "fix"):
        parts += [f"## {headings[name]}", _sentence(getattr(message, name))]
    for name in ("wrong", "right"):
        parts += [f"## {headings[name]}", f"```\n{getattr(example, name)}\n```"]
    if example.source:
        parts += [f"## {headings['source']}", _sentence(example.source)]
    return "\n\n".join(parts) + "\n"


def _index(catalog: Catalog) -> str:
    titles = words(catalog.language, "rule_pages")
    parts = [f"# {titles['headings']['rules']}"]
    for group in Group:
        rows = [
            f"- [{rule.id}]({rule.id}.md): {catalog.examples[rule.id].title}" for rule in RULES if rule.group is group
        ]
        parts += [f"## {titles['groups'][group]}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"


def _sentence(text: str) -> str:
    """Return a message as a sentence of its own: a capital letter first, a full stop at the end."""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
