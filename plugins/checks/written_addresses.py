"""Every address an editor wrote: links, bare addresses in texts, values of YAML files, captions."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from yaml import ScalarNode

from plugins.checks.site import CheckedSite, MarkdownText
from plugins.diagnostics import Problem
from plugins.diagnostics.places import place_in
from plugins.model.loading import COOPERATIVE_FILE
from plugins.model.other_sites import Written, addresses_in, host_and_path, refusal
from plugins.model.scalars import as_written
from plugins.model.yaml_source import YamlSource, scalar_nodes

PREVIEWS = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104 - what an editor copies from `inv serve`


@dataclass(frozen=True, slots=True)
class WrittenAddress:
    """An address with its place in a file; a link is one that the page leads by."""

    address: str
    path: str
    line: int
    column: int
    is_link: bool

    def problem(self, rule: str, **values: str) -> Problem:
        """Return a problem at the address."""
        return Problem(self.path, self.line, self.column, rule, values)


def written_addresses(site: CheckedSite, is_wanted: Callable[[str], bool]) -> Iterator[WrittenAddress]:
    """Yield every wanted address once; those of HTML and of pictures are left out, which have rules of their own."""
    for markdown in site.all_markdown():
        yield from _in_markdown(markdown, is_wanted)
    for source in site.content.sources.values():
        yield from _in_yaml(source, is_wanted)
    for video in site.content.all_videos():
        for captions in video.captions.values():
            for cue in captions.cues:
                for offset, address in _wanted(cue.text, is_wanted):
                    place = place_in(cue.text, offset, cue.line + 1)
                    yield WrittenAddress(address, captions.path, *place, is_link=False)


def refused_addresses(site: CheckedSite, rule: str) -> Iterator[Problem]:
    """Yield a problem for every address of another site that breaks `rule`."""

    def is_refused(address: str) -> bool:
        refused = refusal(address)
        return refused is not None and refused.rule == rule

    for written in written_addresses(site, is_refused):
        refused = refusal(written.address)
        if refused:
            yield written.problem(rule, **refused.values)


def own_addresses(site: CheckedSite) -> Iterator[tuple[WrittenAddress, str]]:
    """Yield every spelled-out address of this very site with its path; its bare name in a text is none."""
    own = host_and_path(site.content.cooperative.site_address)
    if own is None:
        return
    hosts, settings = (own[0], *PREVIEWS), f"{site.content.folder}/{COOPERATIVE_FILE}"
    for written in written_addresses(site, lambda address: any(host in address.casefold() for host in hosts)):
        if written.path != settings:
            found = host_and_path(written.address)
            if found and found[0] in hosts and (written.is_link or found[1] != "/"):
                yield written, found[1]


def yaml_values(site: CheckedSite, beginning: str) -> Iterator[WrittenAddress]:
    """Yield the values of YAML files that begin so, where they are."""
    for source in site.content.sources.values():
        if beginning in source.text:
            for node in scalar_nodes(source.root):
                if node.value.startswith(beginning):
                    yield _at(node.value, 0, node, source)


def _wanted(text: str, is_wanted: Callable[[str], bool]) -> list[Written]:
    return [written for written in addresses_in(text) if is_wanted(written.address)]


def _in_markdown(markdown: MarkdownText, is_wanted: Callable[[str], bool]) -> Iterator[WrittenAddress]:
    document = markdown.document
    for link in document.links:
        if is_wanted(link.target):
            yield WrittenAddress(link.target, markdown.path, *markdown.place(link.target_span.start), is_link=True)
    bare = _wanted(document.source, is_wanted)
    if not bare:
        return
    taken = {link.target_span.start for link in document.links}
    elsewhere = [html.span for html in document.raw_html] + [removed.span for removed in document.removed]
    elsewhere += [link.target_span for link in document.links] + [image.target_span for image in document.images]
    elsewhere.sort()
    ends = [0, *accumulate((span.end for span in elsewhere), max)]
    for offset, address in bare:
        if offset not in taken and ends[bisect_right(elsewhere, offset, key=attrgetter("start"))] <= offset:
            yield WrittenAddress(address, markdown.path, *markdown.place(offset), is_link=False)


def _in_yaml(source: YamlSource, is_wanted: Callable[[str], bool]) -> Iterator[WrittenAddress]:
    if not addresses_in(source.text):
        return
    for node in scalar_nodes(source.root):
        if addresses_in(node.value):
            text = as_written(node, source.text)[0]
            for offset, address in _wanted(text, is_wanted):
                yield _at(address, offset, node, source)


def _at(address: str, offset: int, node: ScalarNode, source: YamlSource) -> WrittenAddress:
    text, first, start = as_written(node, source.text)
    place = place_in(text, offset, first + source.first_line, start + 1)
    return WrittenAddress(address, source.path, *place, is_link=False)
