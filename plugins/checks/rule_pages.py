"""One page a rule in each language, made from the rule itself: `docs/rules/<language>/<rule>.md`.

What, why and how to mend come from the catalogs that also speak in the terminal; the Bad, Good and Source lines come
from the rule's docstring. So the pages cannot drift from what the check does.
"""

import inspect
import re
import sys
from pathlib import Path

from plugins.checks import built_pages, exceptions, interface_words
from plugins.checks.registry import RULES
from plugins.checks.rule import Group, PartRule, PassageRule, SiteRule
from plugins.diagnostics.catalog import Catalog, Message, load_catalog
from plugins.diagnostics.telling import rule_page
from plugins.words.store import LANGUAGES, words

FOLDER = "docs/rules"
_SAMPLE = re.compile(r"^(Bad|Good|Source):\s+(.*(?:\n(?!\n|Bad:|Good:|Source:).+)*)", re.MULTILINE)


def rule_pages() -> dict[str, str]:
    """Return every page and every index by its path."""
    samples = _samples()
    pages: dict[str, str] = {}
    for language in LANGUAGES:
        catalog = load_catalog(language)
        for rule in catalog.rules:
            pages[rule_page(rule, language)] = _page(
                rule, catalog.general_message(rule), catalog, samples.get(rule, {})
            )
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


def _samples() -> dict[str, dict[str, str]]:
    """Return the Bad, Good and Source lines of every rule that has a function."""
    found: dict[str, dict[str, str]] = {}
    elsewhere = {
        "invalid-exception": exceptions,
        "useless-exception": exceptions,
        "login-form": built_pages,
        "untranslated-interface-word": interface_words,
    }
    for rule in RULES:
        module = elsewhere.get(rule.id)
        if isinstance(rule, (PassageRule, PartRule, SiteRule)):
            module = sys.modules[rule.check.__module__]
        if module:
            samples = _SAMPLE.findall(inspect.getdoc(module) or "")
            found[rule.id] = {name: " ".join(text.split("\n")) for name, text in samples}
    return found


def _page(rule: str, message: Message, catalog: Catalog, samples: dict[str, str]) -> str:
    pages = words(catalog.language, "rule_pages")
    heading, own = pages["headings"], pages["pages"].get(rule, {})
    parts = [f"# {rule}"]
    for name in ("what", "why", "fix"):
        parts += [f"## {heading[name]}", getattr(message, name)]
    for title, name in ((heading["wrong"], "Bad"), (heading["right"], "Good")):
        if sample := own.get(name.lower(), samples.get(name)):
            parts += [f"## {title}", "```\n" + sample.replace(" · ", "\n") + "\n```"]
    # the docstrings are English, and no page mixes languages
    found = samples.get("Source") if catalog.language == "en" else own.get("source")
    if found:
        parts += [f"## {heading['source']}", found]
    return "\n\n".join(parts) + "\n"


def _index(catalog: Catalog) -> str:
    parts = [f"# {words(catalog.language, 'rule_pages')['headings']['rules']}"]
    for group in Group:
        ids = [rule.id for rule in RULES if rule.group is group]
        rows = [f"- [{rule}]({rule}.md): {catalog.general_message(rule).what}" for rule in ids]
        parts += [f"## {catalog.label('group_' + group.replace('-', '_'))}", "\n".join(rows)]
    return "\n\n".join(parts) + "\n"
