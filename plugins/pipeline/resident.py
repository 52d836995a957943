"""Keeps the site in memory, so that an edited text is read, checked and shown without reading the rest again.

An edit whose effects it cannot be sure of is refused, and only a build shows it.
"""

import stat
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import filterfalse
from pathlib import Path
from threading import RLock
from typing import Any

from plugins.checks.exceptions import is_about_exception, with_exceptions
from plugins.checks.registry import EXCUSABLE, NEVER_EXCUSED, PART_RULES, PASSAGE_RULES, RULES, SITE_RULES, graded
from plugins.checks.results import findings_in_unfinished, findings_of
from plugins.checks.rule import Group
from plugins.checks.site import CheckedSite
from plugins.design.assets import read_assets
from plugins.diagnostics import Problem, in_order
from plugins.diagnostics.progress import no_progress
from plugins.media import PictureUse
from plugins.media.uses import images_of, picture_uses
from plugins.model.files import MOST_TEXT_BYTES, is_of_a_system
from plugins.model.items import (
    BUNDLE_FILES,
    FACTS_FILE,
    LANGUAGES,
    Intro,
    Item,
    Language,
    Part,
    SiteContent,
    index_file,
)
from plugins.model.loading import ReadPart, read_part
from plugins.model.publication import drawable
from plugins.model.references import check_references_of
from plugins.model.sections import SECTIONS
from plugins.model.sections.loans import LoanFacts
from plugins.model.sections.queue import QueueFacts
from plugins.model.sections.section import Section
from plugins.pipeline.day import today
from plugins.pipeline.kept_parts import with_parts
from plugins.pipeline.paths import Paths
from plugins.pipeline.prepare import prepare, with_videos
from plugins.pipeline.showable import without_unshowable
from plugins.site.single_pages import Look, SinglePages
from plugins.views.loan_figures import figures_of
from plugins.views.pages import UnlinkedPages, unlinked_pages, updated_pages
from plugins.views.prepared import PreparedSite
from plugins.views.queue_page import queue_view

_FOUND_BY_COMPARISON = frozenset(
    {rule.id for rule in SITE_RULES} | {rule.id for rule in RULES if rule.group is Group.MEDIA}
)
"""Rules that need more than the edited item: what the last build found by them remains until the next one."""
_FOUND_IN_WORDS = frozenset(rule.id for rule in (*PASSAGE_RULES, *PART_RULES))
"""Rules that `check` asks: what they found before remains until then."""


class UnsureError(Exception):
    """More has changed than one item by itself."""


@dataclass(frozen=True, slots=True)
class _State:
    prepared: PreparedSite
    unlinked: Mapping[Language, UnlinkedPages]
    look: Look
    pages: SinglePages
    is_exact: bool
    """Whether all of it is as a build would read it now."""
    unchecked: Mapping[str, ReadPart] = field(default_factory=dict)
    """What was read since the last check, by its folder."""


class ResidentSite:
    """The site of a project as an editor sees it, drafts included. It may be asked from several threads."""

    def __init__(self, paths: Paths, today: Callable[[], date] = today) -> None:
        """Nothing is read yet."""
        self._paths, self._today = paths, today
        self._lock = RLock()
        self._state: _State | None = None

    @property
    def is_exact(self) -> bool:
        """Whether the site in memory is the one a build would read, as far as `take` was given all edits."""
        return self._state is not None and self._state.is_exact

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known to be wrong in the content."""
        return self._state.prepared.warnings if self._state else ()

    def read(self) -> None:
        """Read all of the content and the theme. Raises ContentError, and whatever a faulty theme raises."""
        from pelican.settings import read_settings  # noqa: PLC0415 - most commands keep no site in memory

        paths = self._paths
        with self._lock:
            settings: dict[str, Any] = read_settings(str(paths.settings))
            prepared = prepare(
                paths.content, paths.theme, paths.cache,
                published=settings["PUBLISHED"], today=self._today(), lenient=True,
            )  # fmt: skip
            prepared = with_videos(prepared, paths.cache, no_progress)
            unlinked = {language: unlinked_pages(prepared, language, paths.cache) for language in LANGUAGES}
            look = Look(paths.theme, paths.cache, settings["SITEURL"])
            self._state = _State(prepared, unlinked, look, SinglePages(prepared, unlinked, look), is_exact=True)

    def take(self, changed: Collection[Path]) -> bool:
        """Take edits of texts, facts and theme into the site; return whether all of `changed` could be taken.

        Otherwise the site stays as it was, and is not exact until it is read again. What is wrong with words is not looked for
        yet: their page need not wait for it.
        """
        with self._lock:
            if self._state is None:
                return False
            try:
                self._state = self._taken(self._state, changed)
            except Exception:  # a fault of the theme, or of more than one item: a build reports it
                self._state = replace(self._state, is_exact=False)
                return False
            return True

    def check(self) -> None:
        """Bring `problems` up to date with what was taken."""
        with self._lock:
            if self._state is None or not self._state.unchecked:
                return
            prepared = self._state.prepared
            for folder, read in self._state.unchecked.items():
                assert read.part is not None
                references = _references(read, read.part, prepared)
                reported = [*references, *_findings(read.part, prepared)]
                prepared = _with_problems(prepared, folder, reported, _FOUND_BY_COMPARISON)
            self._state = replace(self._state, prepared=prepared, unchecked={})

    def found_by_build(self, problems: Sequence[Problem]) -> None:
        """Take over what a build of the site as it is now has found: it compared the pages too."""
        with self._lock:
            if self._state is not None:
                prepared = replace(self._state.prepared, warnings=tuple(problems))
                self._state = replace(self._state, prepared=prepared)

    def page(self, language: Language, path: str) -> str | None:
        """Return the page at `path` below its language; empty where the faults of its item leave none, None where none is known."""
        state = self._state
        if state is None:
            return None
        page = state.pages.page(language, path)
        content = state.prepared.content
        is_left_out = page is None and f"/{path}" in content.paths and _item_at(path, content) is None
        return "" if is_left_out else page

    def page_with(self, part: Part, language: Language) -> str | None:
        """Return the page of an item or intro as it would be with `part` in its place; the site stays as it is."""
        with self._lock:
            if self._state is None:
                self.read()
            assert self._state is not None
            state, saved = _with_part(self._state, part, self._paths.cache), self._state.prepared
        try:
            return state.pages.page(language, part.path)
        finally:
            _forget(part, _item_at(part.path, saved.content), saved)

    def _taken(self, state: _State, changed: Iterable[Path]) -> _State:
        if state.prepared.today != self._today():
            raise UnsureError
        places: dict[tuple[str, str], Section] = {}
        has_new_look = False
        for path in changed:
            if path.is_relative_to(self._paths.theme):
                has_new_look = True
            elif not _is_passing(path):
                section, slug = self._place(path, state.prepared.content)
                places[section.folder, slug] = section
        for (_, slug), section in places.items():
            state = self._with_edit(state, section, slug)
        return self._with_look(state) if has_new_look else state

    def _place(self, path: Path, content: SiteContent) -> tuple[Section, str]:
        """Return section and slug of the item a file belongs to. Raises UnsureError for a file or an item of another kind."""
        parts = path.relative_to(self._paths.content).parts
        section = next((section for section in SECTIONS if section.folder == parts[0]), None)
        slug = parts[1] if len(parts) == 3 else ""
        names = BUNDLE_FILES if slug else tuple(map(index_file, LANGUAGES))
        if section is None or len(parts) not in (2, 3) or parts[-1] not in names:
            raise UnsureError
        address = section.item_path(slug) if slug else section.index_path
        is_known = f"/{address}" in content.paths and path.parent.is_dir() and not path.parent.is_symlink()
        if not is_known or not all(_may_be_opened(path.with_name(name)) for name in names):
            raise UnsureError
        return section, slug

    def _with_edit(self, state: _State, section: Section, slug: str) -> _State:
        read = read_part(self._paths.content, section, slug)
        prepared = state.prepared
        folder = f"{prepared.content.folder}/{section.folder}" + (f"/{slug}" if slug else "")
        before = next((part for part in prepared.content.parts() if part.folder == folder), None)
        if read.part is None and not slug:
            raise UnsureError  # without its intro a section is shown another way
        if read.part is not None:
            self._be_sure(read.part, before, prepared)
        if before is not None:
            _forget(before, read.part, prepared)
        shown, reported = read.part, list(read.problems)
        if shown is None:
            others = {
                path: source for path, source in prepared.content.sources.items() if not path.startswith(f"{folder}/")
            }
            unfinished = replace(prepared.content, sources=others | dict(read.sources), unfinished=tuple(read.texts))
            site = CheckedSite(unfinished, prepared.documents, prepared.root, prepared.today)
            reported += findings_in_unfinished(site).problems
        else:
            content = replace(prepared.content, sources={**prepared.content.sources, **read.sources})
            prepared = replace(prepared, content=content)
            reported += _references(read, shown, prepared)
            if isinstance(shown, Item) and not without_unshowable(_only(content, shown), reported).all_items():
                shown = None
        still = _FOUND_BY_COMPARISON if shown is None else _FOUND_BY_COMPARISON | _FOUND_IN_WORDS
        prepared = _with_problems(prepared, folder, reported, still)
        if shown is None:
            prepared = replace(prepared, content=_without(prepared.content, folder))
            unlinked = {language: updated_pages(state.unlinked[language], prepared, ()) for language in LANGUAGES}
            return _State(prepared, unlinked, state.look, SinglePages(prepared, unlinked, state.look), is_exact=False)
        is_exact = state.is_exact and before is not None and _facts(shown) == _facts(before)
        unchecked = {**state.unchecked, folder: read}
        state = replace(state, prepared=prepared, is_exact=is_exact, unchecked=unchecked)
        return _with_part(state, shown, self._paths.cache)

    def _be_sure(self, part: Part, before: Part | None, prepared: PreparedSite) -> None:
        """Raise UnsureError where an edit changed pictures or videos, or whether the item is shown at all."""
        uses = _uses(part, prepared)
        if uses != (_uses(before, prepared) if before else set()):
            raise UnsureError
        if isinstance(part, Item):
            if part.videos != (before.videos if isinstance(before, Item) else ()):
                raise UnsureError
            if not drawable(_only(prepared.content, part)).all_items():
                raise UnsureError

    def _with_look(self, state: _State) -> _State:
        look = Look(self._paths.theme, self._paths.cache, state.look.site_url)
        prepared = replace(state.prepared, assets=read_assets(self._paths.theme / "static"))
        if _files_of(prepared) - _files_of(state.prepared):
            raise UnsureError  # a page would name a file that no build has written yet
        return _State(prepared, state.unlinked, look, SinglePages(prepared, state.unlinked, look), is_exact=False)


def _with_part(state: _State, part: Part, cache: Path) -> _State:
    """Return the site with `part` in the place of the one that stood there, if any."""
    content = with_parts(_without(state.prepared.content, part.folder), [part])
    prepared = replace(state.prepared, content=content)
    if isinstance(part, Item) and isinstance(part.facts, LoanFacts):
        prepared = replace(prepared, figures={**prepared.figures, part.slug: figures_of(part.facts, prepared.today)})
    if isinstance(part, Item) and isinstance(part.facts, QueueFacts):
        prepared = replace(prepared, queues={**prepared.queues, part.slug: queue_view(part.facts)})
    unlinked = {language: updated_pages(state.unlinked[language], prepared, [part], cache) for language in LANGUAGES}
    return _State(
        prepared, unlinked, state.look, SinglePages(prepared, unlinked, state.look), state.is_exact, state.unchecked
    )


def _references(read: ReadPart, part: Part, prepared: PreparedSite) -> Iterable[Problem]:
    """Yield the references in the facts of a part that lead nowhere."""
    if isinstance(part, Item):
        source = read.sources[f"{part.folder}/{FACTS_FILE}"]
        yield from check_references_of(part, source, prepared.content.acts, prepared.root)


def _findings(part: Part, prepared: PreparedSite) -> Iterable[Problem]:
    """Yield what the rules find in a part by itself."""
    seconds = prepared.inspected_videos.seconds
    site = CheckedSite(prepared.content, prepared.documents, prepared.root, prepared.today, prepared.published, seconds)
    found = findings_of(site, part)
    reported = with_exceptions(found.problems, found.exceptions, EXCUSABLE, NEVER_EXCUSED)
    yield from filterfalse(is_about_exception, reported)  # what it excuses may need a comparison


def _with_problems(prepared: PreparedSite, folder: str, found: Iterable[Problem], still: Set[str]) -> PreparedSite:
    """Return the site with the problems `found` in a folder; of those before, the ones of other folders and of the rules `still` stand."""
    before = prepared.warnings
    stay = [problem for problem in before if problem.path.rpartition("/")[0] != folder or problem.rule in still]
    return replace(prepared, warnings=tuple(in_order([*stay, *graded(found, published=prepared.published)])))


def _uses(part: Part, prepared: PreparedSite) -> set[PictureUse]:
    images = {part.folder: images_of(part, prepared.documents)}
    return set(picture_uses(_only(prepared.content, part), images))


def _forget(gone: Part, instead: Part | None, prepared: PreparedSite) -> None:
    """Let go of the documents of a part that has another in its place: a server runs for days."""
    kept = {body.source for body in instead.bodies.values()} if instead else set()
    prepared.documents.forget(body.source for body in gone.bodies.values() if body.source not in kept)


def _files_of(prepared: PreparedSite) -> set[str]:
    """Return the addresses of the theme's files that pages name; stylesheets are in the pages."""
    return {asset.url for name, asset in prepared.assets.items() if not name.endswith(".css")}


def _only(content: SiteContent, part: Part) -> SiteContent:
    intros = {part.section.folder: part} if isinstance(part, Intro) else {}
    items = dict.fromkeys(content.items, ()) | ({part.section.folder: (part,)} if isinstance(part, Item) else {})
    return replace(content, intros=intros, items=items)


def _without(content: SiteContent, folder: str) -> SiteContent:
    items = {name: tuple(item for item in group if item.folder != folder) for name, group in content.items.items()}
    return replace(content, items=items)


def _facts(part: Part) -> object:
    return part.facts if isinstance(part, Item) else None


def _item_at(path: str, content: SiteContent) -> Part | None:
    return next((part for part in content.parts() if part.path == path), None)


def _is_passing(path: Path) -> bool:
    """Return whether a file is one that a program keeps beside the one it is writing; Vim calls one of its own 4913."""
    return is_of_a_system(path.name) or path.name == "4913"


def _may_be_opened(path: Path) -> bool:
    """Return whether a text can be read without harm, or is not there; `unusable_files` tells what is wrong with another."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return True
    return stat.S_ISREG(status.st_mode) and status.st_size <= MOST_TEXT_BYTES
