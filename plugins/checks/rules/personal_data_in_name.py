"""No name of a folder, a file or a heading's place holds a number that names one person.

Such names are part of an address: they are in the history of browsers, in logs and in search engines, and stay there.
Camera and scan programs name files by the phone or the paper they come from.
Source: law 94-V on personal data, arts 11 and 15.
"""

import re
from collections.abc import Iterator

from plugins.checks.bundle_files import files_in
from plugins.checks.passages import Kind, Passage, declared_by
from plugins.checks.rules import personal_data_in_text
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Phrase, Problem
from plugins.documents.identifiers import is_iin
from plugins.model.items import FACTS_FILE, Item, Part
from plugins.model.scalars import as_written
from plugins.model.yaml_source import scalar_nodes

_KINDS = frozenset(("iin", "card", "account", "phone", "email"))
_FILE = re.compile(r"[^\s/]+\.\w{2,5}")
_WORTH_A_LOOK = re.compile(r"\d[\d._ ()+-]{5}|@")


def check(site: CheckedSite) -> Iterator[Problem]:
    """Yield a problem for the slug, for every file and for every place of a heading with somebody's number."""
    declared = declared_by(site.content.cooperative)
    for part in site.content.parts():
        yield from _in_names(part, site, declared)
        for body in part.bodies.values():
            markdown = site.markdown(body)
            for heading in markdown.document.headings:
                if heading.given_id and (kind := _kind_in(heading.given_id, declared)):
                    yield markdown.problem(
                        "personal-data-in-name", heading.span.start, name=f"#{heading.given_id}", kind=kind
                    )


def _in_names(part: Part, site: CheckedSite, declared: frozenset[str]) -> Iterator[Problem]:
    slug = part.folder.rpartition("/")[2]
    if kind := _kind_in(slug, declared):
        yield Problem(f"{part.folder}/{FACTS_FILE}", 1, 1, "personal-data-in-name", {"name": slug, "kind": kind})
    named: set[str] = set()
    if isinstance(part, Item) and (source := site.content.sources.get(f"{part.folder}/{FACTS_FILE}")):
        for node in scalar_nodes(source.root) if _WORTH_A_LOOK.search(source.text) else ():
            if _FILE.fullmatch(node.value) and (kind := _kind_in(node.value, declared)):
                named.add(node.value)
                _, line, column = as_written(node, source.text)
                values = {"name": node.value, "kind": kind}
                yield Problem(source.path, line + source.first_line, column + 1, "personal-data-in-name", values)
    for name in files_in(part, site.root):
        if name not in named and (kind := _kind_in(name, declared)):
            yield Problem(f"{part.folder}/{name}", 1, 1, "personal-data-in-name", {"name": name, "kind": kind})


def _kind_in(name: str, declared: frozenset[str]) -> str:
    """Return the phrase that names what of a person is in a name; nothing where there is nothing."""
    if not _WORTH_A_LOOK.search(name):
        return ""
    passage = Passage("name", "ru", Kind.PARAGRAPH, name.replace("_", " "), 1, 1, declared)
    for kind, start, end in personal_data_in_text.spans_in(passage):
        is_a_time = kind == "iin" and not is_iin(re.sub(r"\D", "", name[start:end]))  # cameras write 260305142210
        if kind in _KINDS and not is_a_time:
            return Phrase(kind)
    return ""
