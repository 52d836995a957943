"""Aligns the two languages: blocks of the Markdown, values of front matter, words of YAML files, captions.

Blocks correspond one by one where both languages have the same kinds of blocks in the same order; otherwise the texts
are held side by side as wholes. Words of another language inside a block (`[«Қазақ»]{lang=kk}`) need no counterpart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import yaml

from plugins.checks.passages import Kind, Passage
from plugins.checks.site import CheckedSite, MarkdownText
from plugins.markdown import Block, BlockKind
from plugins.model.captions import Captions
from plugins.model.items import LANGUAGES, Language
from plugins.model.scalars import as_written
from plugins.model.synced import IN_STEP_FILE
from plugins.model.yaml_source import YamlSource

Counterparts = Mapping[Language, Passage]
"""The same passage in each language."""

_WEB_ADDRESS = re.compile(r"https?://\S+")
_ADDRESS = re.compile(r"/|https?:")


@dataclass(frozen=True, slots=True)
class Entries:
    """What front matter has in one language: the first entry of a list that is longer, or an address."""

    path: str
    line: int
    column: int
    other: str
    """File of the language that lacks it."""
    found: str
    kind: str = "entries"
    """Or `links`."""
    addresses: tuple[str, ...] = ()
    """Of `links`: what both languages have there."""


def counterparts(site: CheckedSite) -> Iterator[Sequence[Counterparts]]:
    """Yield for each item, intro and video the aligned passages of its two languages, then for each YAML file.

    Captions are held side by side as wholes: each language may cut its words into cues of its own.
    """
    written = set()
    for bodies in site.pairs():
        written |= {body.path for body in bodies.values()}
        kk, ru = site.markdown(bodies["kk"]), site.markdown(bodies["ru"])
        yield [*_values(site, kk.path, ru.path), *_blocks(kk, ru)]
    for path, source in site.content.sources.items():
        if path not in written and not path.endswith(f"/{IN_STEP_FILE}"):
            yield list(_in_both(source, source.root))
    for video in site.content.all_videos():
        if all(language in video.captions for language in LANGUAGES):
            yield [{language: _spoken(video.captions[language], language) for language in LANGUAGES}]


def differing_entries(site: CheckedSite) -> Iterator[Entries]:
    """Yield every address of front matter that differs, and the first entry too many of every list that is longer."""
    for bodies in site.pairs():
        sources = [site.content.sources.get(bodies[language].path) for language in LANGUAGES]
        if sources[0] and sources[1]:
            for entry in _longer(sources[0], sources[0].root, sources[1], sources[1].root):
                if not any(_leads_nowhere(address, site.content.paths) for address in entry.addresses):
                    yield entry


def _blocks(kk: MarkdownText, ru: MarkdownText) -> Iterator[Counterparts]:
    in_kk, in_ru = (
        [block for block in text.document.blocks if block.kind is not BlockKind.QUOTED] for text in (kk, ru)
    )
    if [_form(block) for block in in_kk] == [_form(block) for block in in_ru]:
        for one, other in zip(in_kk, in_ru, strict=True):
            yield {"kk": _block(kk, one, "kk"), "ru": _block(ru, other, "ru")}
        for block in kk.document.blocks:
            if block.kind is BlockKind.QUOTED:
                yield {"kk": _block(kk, block, "kk"), "ru": _nothing(ru, "ru")}
        for block in ru.document.blocks:
            if block.kind is BlockKind.QUOTED:
                yield {"kk": _nothing(kk, "kk"), "ru": _block(ru, block, "ru")}
    else:
        yield {"kk": _whole(kk, "kk"), "ru": _whole(ru, "ru")}


def _form(block: Block) -> object:
    return block.kind, block.depth


def _block(markdown: MarkdownText, block: Block, language: str) -> Passage:
    text = _without_addresses(markdown.document.words(block))
    return Passage(markdown.path, block.language or language, Kind.PARAGRAPH, text, *markdown.place(block.span.start))


def _nothing(markdown: MarkdownText, language: str) -> Passage:
    return Passage(markdown.path, language, Kind.PARAGRAPH, "", *markdown.place(0))


def _whole(markdown: MarkdownText, language: str) -> Passage:
    return Passage(
        markdown.path, language, Kind.PARAGRAPH, _without_addresses(markdown.document.prose), *markdown.place(0)
    )


def _spoken(captions: Captions, language: str) -> Passage:
    """Return the words of all cues as one passage, each on its own line."""
    lines = [""] * (captions.source.count("\n") + 1)
    for cue in captions.cues:
        words = cue.text.split("\n")
        lines[cue.line : cue.line + len(words)] = words
    return Passage(captions.path, language, Kind.CAPTION, "\n".join(lines), 1, 1)


def _without_addresses(text: str) -> str:
    return _WEB_ADDRESS.sub(lambda match: " " * len(match[0]), text) if "://" in text else text


# YAML


def _values(site: CheckedSite, kk: str, ru: str) -> Iterator[Counterparts]:
    one, other = site.content.sources.get(kk), site.content.sources.get(ru)
    if one and other:
        yield from _answering(one, one.root, other, other.root)


def _answering(kk: YamlSource, in_kk: yaml.Node, ru: YamlSource, in_ru: yaml.Node) -> Iterator[Counterparts]:
    """Yield the values that have the same keys and places in both languages."""
    for one, other in _same_places(in_kk, in_ru, enters_uneven=False):
        if isinstance(one, yaml.ScalarNode) and isinstance(other, yaml.ScalarNode) and not _ADDRESS.match(one.value):
            yield {"kk": _scalar(kk, one, "kk"), "ru": _scalar(ru, other, "ru")}


def _same_places(kk: yaml.Node, ru: yaml.Node, *, enters_uneven: bool) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield both nodes, then those below them at the same keys and places; uneven lists differ in length."""
    yield kk, ru
    inside: Iterable[tuple[yaml.Node, yaml.Node]] = ()
    if isinstance(kk, yaml.MappingNode) and isinstance(ru, yaml.MappingNode):
        others = {key.value: value for key, value in ru.value}
        inside = ((value, others[key.value]) for key, value in kk.value if key.value in others)
    elif (
        isinstance(kk, yaml.SequenceNode)
        and isinstance(ru, yaml.SequenceNode)
        and (enters_uneven or len(kk.value) == len(ru.value))
    ):
        inside = zip(kk.value, ru.value, strict=False)
    for one, other in inside:
        yield from _same_places(one, other, enters_uneven=enters_uneven)


def _in_both(source: YamlSource, node: yaml.Node) -> Iterator[Counterparts]:
    """Yield the words of `{kk: …, ru: …}`."""
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _in_both(source, child)
    if isinstance(node, yaml.MappingNode):
        words = {key.value: value for key, value in node.value if isinstance(value, yaml.ScalarNode)}
        if all(language in words and not _ADDRESS.match(words[language].value) for language in LANGUAGES):
            yield {language: _scalar(source, words[language], language) for language in LANGUAGES}
        for _, value in node.value:
            yield from _in_both(source, value)


def _longer(kk: YamlSource, in_kk: yaml.Node, ru: YamlSource, in_ru: yaml.Node) -> Iterator[Entries]:
    for mine, theirs in _same_places(in_kk, in_ru, enters_uneven=True):
        if isinstance(mine, yaml.SequenceNode) and isinstance(theirs, yaml.SequenceNode):
            one, other = len(mine.value), len(theirs.value)
            if one != other:
                source, lacking, entry = (kk, ru, mine.value[other]) if one > other else (ru, kk, theirs.value[one])
                line, column = entry.start_mark.line, entry.start_mark.column
                found = source.text.split("\n")[line].strip()
                yield Entries(source.path, line + source.first_line, column + 1, lacking.path, found)
        elif isinstance(mine, yaml.ScalarNode) and mine.value.startswith("/") and mine.value != theirs.value:
            mark, both = mine.start_mark, (mine.value, theirs.value)
            yield Entries(kk.path, mark.line + kk.first_line, mark.column + 1, ru.path, mine.value, "links", both)


def _leads_nowhere(address: object, paths: Set[str]) -> bool:
    """Return whether an address is a link to no page, which the rule of links reports."""
    return isinstance(address, str) and address.startswith("/") and re.split("[?#]", address)[0] not in paths


def _scalar(source: YamlSource, node: yaml.ScalarNode, language: str) -> Passage:
    text, line, column = as_written(node, source.text)
    return Passage(source.path, language, Kind.WORDS, text, line + source.first_line, column + 1)
