"""Reads, converts and checks the content, and inspects its pictures and videos, for a build and for `inv check`.

What was found before is kept by content. A check reads again only what changed; a build needs all of it to draw.
"""

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from itertools import chain
from pathlib import Path, PurePosixPath

from plugins.cache.fingerprint import Inputs, below, digest_of, folder_digests, inputs_of
from plugins.cache.memo import kept_objects, key_of
from plugins.cache.store import Records
from plugins.checks.consequences import without_echoes
from plugins.checks.interface_words import check_interface_words
from plugins.checks.page_index import Overview
from plugins.checks.registry import graded
from plugins.checks.result_cache import read_findings, write_findings
from plugins.checks.results import Findings, Progress, findings_in, findings_in_unfinished, problems_of
from plugins.checks.rules import unconfirmed_identity
from plugins.checks.site import CheckedSite
from plugins.diagnostics import ContentError, Problem, Severity, in_order
from plugins.diagnostics.progress import Report, no_progress
from plugins.diagnostics.timing import timed
from plugins.markdown import Documents
from plugins.media import MediaManifest, inspect_media, read_media
from plugins.media.uses import images_of, picture_uses
from plugins.model import SiteContent, read_content
from plugins.model.drafts import draft_folders
from plugins.model.files import unusable_files
from plugins.model.items import FACTS_FILE, Intro
from plugins.model.publication import drawable, publishable, without_empty_sections
from plugins.model.synced import IN_STEP_FILE
from plugins.model.unpublished import Unpublished, unpublished
from plugins.pipeline.garbage import no_garbage_collection
from plugins.pipeline.kept_parts import KeptPart, KeptParts, with_parts
from plugins.video.source import InspectedVideos
from plugins.video.storyboard.style import style_sources

_NO_ITEMS = ("content", "theme")
"""Findings are kept for them too: of what exists once, and of the words of the interface."""
_LIBRARIES = ("markdown", "pydantic", "pyyaml", "pillow", "av")


@dataclass(frozen=True, slots=True)
class Survey:
    """What was read and found."""

    content: SiteContent
    """All of it, or what changed since the last survey; what exists once is always complete."""
    documents: Documents
    """The document of every text by its Markdown; one that was not needed yet is found when it is asked for."""
    media: MediaManifest
    videos: InspectedVideos
    problems: tuple[Problem, ...]
    parts: int
    """Items and intros of the site, with those that were not read again."""
    unpublished: Unpublished | None = None
    """What a release leaves out; None where not all was read."""
    findings: Mapping[str, Findings] = field(default_factory=dict)
    """What was found in each folder by itself; `item_check.py` compares a text that is not saved with them."""

    @property
    def has_errors(self) -> bool:
        """Whether a site may not be built from this content."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@no_garbage_collection()
def survey(
    content_folder: Path,
    theme: Path,
    cache: Path,
    *,
    published: bool,
    today: date,
    whole: bool,
    encodes: bool = True,
    progress: Progress = lambda *_: None,
    report: Report = no_progress,
    inputs: Inputs | None = None,
    media_cache: Path | None = None,
    drafts: bool = False,
    preview: bool = False,
    wanted: Set[str] = frozenset(),
) -> Survey:
    """Return what the content holds and every problem in it; `whole` reads unchanged items too, because rendering needs them;
    otherwise only those in the folders `wanted` are read although they are known.
    `report` is called with the pictures that are made. Videos are rendered in the fonts and colours of `theme`. `inputs` are the files as
    the caller has hashed them; pictures and videos are kept in `media_cache`, by default in `cache` as everything else.
    Drafts are as if they were not there, unless `drafts` asks for them. Without `encodes` new pictures are looked at, not made, and
    `media` is empty; the problems are the same.

    Raises ContentError where a file that exists once (`site.yaml`) cannot be read: without it nothing can be
    said of the rest.
    """
    inputs = inputs or usable_inputs(content_folder, theme, cache)
    media_cache = media_cache or cache
    digests = folder_digests(inputs.content, content_folder.name, without={IN_STEP_FILE})
    digests |= {theme.name: digest_of(below(inputs.theme, "templates", "translations"))}
    context = _context(digests[content_folder.name], theme, inputs, today, published=published)
    left_out = frozenset() if drafts else _draft_folders(content_folder, inputs, cache)
    digests = {folder: digest for folder, digest in digests.items() if folder not in left_out}
    known = read_findings(cache, context, digests)
    keeper = KeptParts(cache, context, digests)
    kept = keeper.read(known) if whole else {}
    content, unreadable = read_content(
        content_folder, skip=kept.keys() if whole else known.keys() - wanted, read_bytes=inputs.read, drafts=drafts
    )
    if content is None:
        raise ContentError(unreadable)
    new = content.parts()
    with timed("documents"):
        bodies = chain(content.all_bodies(), (words.body for words in content.unfinished))
        documents = Documents((body.source for body in bodies), cache)
    content = with_parts(content, (found.part for found in kept.values()))
    read = {part.folder: part for part in content.parts()}
    lacking = unconfirmed_identity.check(content, today) if published and not preview else ()
    waiting = unpublished(content, today) if whole else None
    content = _shown(content, known, today, published=published)
    known = {folder: _of_what_is_shown(found, content.withheld) for folder, found in known.items()}
    root = content_folder.parent
    images = {folder: found.images for folder, found in kept.items()}
    images |= {part.folder: images_of(part, documents) for part in new}
    uses = [use for use in picture_uses(content, images) if (root / use.path).is_file()]  # a missing one is reported
    with timed("pictures"):
        media, faults = (
            read_media(root, uses, media_cache, report) if encodes else ({}, inspect_media(root, uses, media_cache))
        )
    videos, video_problems = _inspected(content, documents, root, theme, media_cache)
    site = CheckedSite(content, documents, root, today, published, videos.seconds)
    with timed("rules"):
        fresh = findings_in(site, known.keys(), progress)
    for folder, found in _by_folder([*faults, *video_problems], fresh).items():
        fresh[folder] = replace(fresh[folder], problems=(*fresh[folder].problems, *found))
    if theme.name not in known:
        fresh[theme.name] = Findings(tuple(check_interface_words(theme)))
    withheld = read.keys() - {part.folder for part in content.parts()}
    fresh |= {folder: Findings(withheld=f"/{read[folder].path}") for folder in withheld}
    empty = {part.folder for folder in withheld if isinstance(part := read[folder], Intro)}  # other folders decide that
    findings = known | fresh
    every = [*findings.values(), findings_in_unfinished(site)]
    overview = Overview(content, tuple(chain.from_iterable(found.outlines for found in every)), today)
    reported = problems_of(every, overview)
    causes = without_echoes([*unreadable, *reported, *lacking])
    problems = in_order(graded(causes, published=published and not preview))
    unsettled = _by_folder(
        [*unreadable, *(p for p in problems if p.rule in ("broken-link", "link-to-unpublished-page"))], digests
    )
    settled = {
        folder: found
        for folder, found in fresh.items()
        if folder in digests and folder not in unsettled and folder not in empty
    }
    write_findings(cache, context, digests, settled)
    keeper.keep((part for part in new if part.folder in settled), documents)
    return Survey(content, documents, media, videos, problems, len(findings) - len(_NO_ITEMS), waiting, findings)


def unchanged_parts(
    folders: Iterable[str], content: Path, theme: Path, cache: Path, inputs: Inputs, today: date, *, published: bool
) -> dict[str, KeptPart]:
    """Return those parts of `folders` that a survey of `inputs` has kept."""
    digests = folder_digests(inputs.content, content.name, without={IN_STEP_FILE})
    context = _context(digests[content.name], theme, inputs, today, published=published)
    return KeptParts(cache, context, digests).read(folders)


def usable_inputs(content: Path, theme: Path, cache: Path) -> Inputs:
    """Return the files of content, theme and code, hashed. Raises ContentError for one that must not be opened."""
    if unusable := list(unusable_files(content)):
        raise ContentError(unusable)
    return inputs_of(content, theme, cache)


def _draft_folders(content: Path, inputs: Inputs, cache: Path) -> frozenset[str]:
    """Return the folders of all drafts; facts that did not change are not read again."""
    facts = [
        part for path, digest in inputs.content.items() if path.endswith(f"/{FACTS_FILE}") for part in (path, digest)
    ]
    key = key_of(digest_of(inputs.code), *facts)

    def find(_: Sequence[str]) -> list[frozenset[str]]:
        return [draft_folders(content, inputs.read)]

    return kept_objects(Records(cache, "drafts"), {"drafts": key}, find)["drafts"]


def _context(shared: str, theme: Path, inputs: Inputs, today: date, *, published: bool) -> str:
    """Return a digest of all that findings depend on beside the item itself."""
    style = below(inputs.theme, *(source.relative_to(theme).as_posix() for source in style_sources(theme)))
    libraries = map(version, _LIBRARIES)
    return key_of(shared, digest_of(inputs.code), digest_of(style), str(today), str(published), *libraries)


def _inspected(
    content: SiteContent, documents: Documents, root: Path, theme: Path, cache: Path
) -> tuple[InspectedVideos, list[Problem]]:
    if not content.all_videos():
        return InspectedVideos(), []
    from plugins.video.inspect import inspect_videos  # noqa: PLC0415 - most texts have no video

    return inspect_videos(content, documents, root, theme, cache)


def _shown(content: SiteContent, known: Mapping[str, Findings], today: date, *, published: bool) -> SiteContent:
    shown = publishable(content, today) if published else drawable(content)
    shown = replace(shown, paths=shown.paths - {found.withheld for found in known.values()})
    shown = without_empty_sections(shown) if published else shown
    return replace(shown, withheld=content.paths - shown.paths)


def _of_what_is_shown(found: Findings, withheld: Set[str]) -> Findings:
    """Return what was found in a folder, or nothing where another folder's edit has left its section empty."""
    path = next((outline.path for outline in found.outlines if outline.path in withheld), "")
    return Findings(withheld=path) if path else found


def _by_folder(problems: Iterable[Problem], folders: Container[str]) -> dict[str, list[Problem]]:
    """Return the problems by the folder of the item they lie in."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        parents = (parent.as_posix() for parent in PurePosixPath(problem.path).parents)
        folder = next((parent for parent in parents if parent in folders), None)
        if folder is not None:
            found.setdefault(folder, []).append(problem)
    return found
