"""Checks one item whose texts are not saved, against what the last survey found in all others.

Nothing but this item is read. The rules are those of a survey and their verdict on the item is the same; only `survey` says
what the edit does to other items.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from plugins.checks.consequences import without_echoes
from plugins.checks.page_index import Overview
from plugins.checks.registry import graded
from plugins.checks.results import Findings, findings_in_unfinished, findings_of, problems_of
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem, in_order
from plugins.markdown import Documents
from plugins.media import inspect_media
from plugins.media.uses import images_of, picture_uses
from plugins.model import SiteContent
from plugins.model.files import unusable_files_of
from plugins.model.items import FACTS_FILE, Intro, Item, Part
from plugins.model.loading import ReadPart, read_part, taken_aliases
from plugins.model.publication import drawable
from plugins.model.references import check_references_of
from plugins.model.sections import Section
from plugins.pipeline.check import Survey
from plugins.video.inspect import inspect_videos


@dataclass(frozen=True, slots=True)
class ItemCheck:
    """Checks single items of the content in `folder`, of which `survey` knows the rest; made for the day `today`.

    The survey was made without `published`, with drafts.
    """

    survey: Survey
    folder: Path
    theme: Path
    cache: Path
    today: date

    def problems(self, section: Section, slug: str) -> list[Problem]:
        """Return every problem in the files of an item as they are now; of an intro where `slug` is empty."""
        place = "/".join(filter(None, (self.folder.name, section.folder, slug)))
        if slug and (unusable := list(unusable_files_of(self.folder / section.folder / slug, place))):
            return unusable
        read = read_part(self.folder, section, slug)
        documents = Documents((words.body.source for words in read.texts), self.cache)
        content = self._content_with(read, place, f"/{section.item_path(slug) if slug else section.index_path}")
        problems = [*read.problems, *self._references(read.part, content)]
        content, withheld = self._shown(content)
        own = Findings()
        if content.parts() and read.part is not None:
            found, own = self._found(read.part, content, documents)
            problems += found
        outlines = chain.from_iterable(known.outlines for folder, known in self.survey.findings.items() if folder != place)  # fmt: skip
        site = CheckedSite(content, documents, self.folder.parent, self.today)
        unfinished = Findings() if withheld else findings_in_unfinished(site)
        overview = Overview(content, (*outlines, *own.outlines, *unfinished.outlines), self.today)
        problems += problems_of([own, unfinished], overview)
        own_problems = without_echoes(one for one in problems if _is_in(one, place, slug))
        return list(in_order(graded(own_problems, published=False)))

    def _content_with(self, read: ReadPart, place: str, path: str) -> SiteContent:
        """Return content with this item alone, beside what exists once and the addresses of all others."""
        known = self.survey.content
        part = read.part
        intros = {part.section.folder: part} if isinstance(part, Intro) else {}
        items = dict.fromkeys(known.items, ()) | ({part.section.folder: (part,)} if isinstance(part, Item) else {})
        paths, withheld = known.paths | {path}, known.withheld - {path}
        others = {file: source for file, source in known.sources.items() if file.rpartition("/")[0] != place}
        sources = others | dict(read.sources)
        content = replace(known, intros=intros, items=items, paths=paths, withheld=withheld, sources=sources)
        finished = {body.path for body in content.all_bodies()}
        return replace(content, unfinished=tuple(one for one in read.texts if one.body.path not in finished))

    def _references(self, part: Part | None, content: SiteContent) -> Iterable[Problem]:
        if not isinstance(part, Item):
            return
        yield from check_references_of(part, content.sources[f"{part.folder}/{FACTS_FILE}"], content.acts, self.folder.parent)  # fmt: skip
        names = {entry.name for entry in (self.folder / part.section.folder).iterdir()}
        yield from taken_aliases(part, names)

    def _shown(self, content: SiteContent) -> tuple[SiteContent, bool]:
        """Return the content without the item where no one is shown it, and whether it is so."""
        shown = drawable(content)
        hidden = content.paths - shown.paths
        return replace(shown, withheld=content.withheld | hidden), bool(hidden)

    def _found(self, part: Part, content: SiteContent, documents: Documents) -> tuple[list[Problem], Findings]:
        """Return what is wrong with the pictures and videos of an item, and what the rules find in it."""
        root = self.folder.parent
        uses = [use for use in picture_uses(content, {part.folder: images_of(part, documents)}) if (root / use.path).is_file()]  # fmt: skip
        faults = inspect_media(root, uses, self.cache)
        videos, video_faults = inspect_videos(content, documents, root, self.theme, self.cache)
        site = CheckedSite(content, documents, root, self.today, published=False, video_seconds=videos.seconds)
        return [*faults, *video_faults], findings_of(site, part)


def _is_in(problem: Problem, place: str, slug: str) -> bool:
    """Return whether a problem is in a folder, or beside the items of a section where `slug` is empty."""
    return problem.path.startswith(f"{place}/") if slug else problem.path.rpartition("/")[0] == place
