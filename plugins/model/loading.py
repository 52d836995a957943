"""Reads `content/` into typed items, and reports all problems of the run together."""

import re
from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass, replace
from functools import reduce
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from plugins.diagnostics import ContentError, Phrase, Problem
from plugins.model import frontmatter, yaml_source
from plugins.model.acts import Acts
from plugins.model.captions import Captions, read_captions
from plugins.model.ceilings import Ceilings
from plugins.model.cooperative import Cooperative
from plugins.model.drafts import is_draft
from plugins.model.fields import Facts, Storyboard, Text, VideoSource
from plugins.model.glossary import Glossary
from plugins.model.items import (
    FACTS_FILE,
    LANGUAGES,
    Body,
    Intro,
    Item,
    ItemVideo,
    Language,
    Part,
    SiteContent,
    UnfinishedText,
    captions_file,
    index_file,
    video_words_file,
)
from plugins.model.near_names import near_name
from plugins.model.papers import PAPERS_FILE, PaperRecord, PaperRecords
from plugins.model.paragraphs import too_long_paragraphs
from plugins.model.placeholders import unfilled_in_body, unfilled_in_yaml
from plugins.model.plans import PLANS_FILE, Plans
from plugins.model.references import check_references
from plugins.model.schema_problems import nearest, validate
from plugins.model.sections import SECTIONS, Section, is_address_of_a_list
from plugins.model.synced import IN_STEP_FILE, InStep
from plugins.model.written_exceptions import exceptions_in_markdown, without_exceptions
from plugins.model.yaml_source import YamlSource

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Signs that no text has, and that no feed may hold."""

ACTS_FILE = "acts.yaml"
GLOSSARY_FILE = "glossary.yaml"
CEILINGS_FILE = "rate-ceilings.yaml"
COOPERATIVE_FILE = "site.yaml"

Model = TypeVar("Model", bound=BaseModel)
_Words = tuple[Mapping[Language, Text], Mapping[Language, Body]]


def load_content(folder: Path) -> SiteContent:
    """Return everything editors wrote below `folder`.

    Paths in problems are relative to the folder's parent, as editors see them. Raises ContentError with
    every problem found: unreadable files, schemas not met, parts missing, references that lead nowhere.
    """
    content, problems = read_content(folder)
    if content is None or problems:
        raise ContentError(problems)
    return content


def read_content(
    folder: Path,
    skip: Set[str] = frozenset(),
    read_bytes: Callable[[Path], bytes] = Path.read_bytes,
    *,
    drafts: bool = False,
) -> tuple[SiteContent | None, list[Problem]]:
    """Return what could be read below `folder`, and every problem found.

    An item with a problem is left out, though its address is in `paths`, so that later checks can go on
    without calling links to it broken; so is what lies in a folder of `skip` (`content/news/meeting`, or `content/news`
    for the words above the list). Without a readable `site.yaml`, `acts.yaml` and `rate-ceilings.yaml` there is no
    content. `read_bytes` returns what a file holds, where the caller has read it already. Drafts are as if they were not
    there, unless `drafts` asks for them.
    """
    loader = _Loader(folder, skip, read_bytes, drafts=drafts)
    return loader.load(), loader.problems


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One item or intro as it was read, with what is wrong with it."""

    part: Part | None
    problems: list[Problem]
    sources: Mapping[str, YamlSource]
    texts: list[UnfinishedText]
    """Its words, also where the part is left out."""


def read_part(
    folder: Path, section: Section, slug: str, read_bytes: Callable[[Path], bytes] = Path.read_bytes
) -> ReadPart:
    """Return the item `slug` of a section of the content in `folder`, or the intro of the section where it is empty.

    What is compared with other files (references, addresses) is not looked at.
    """
    loader = _Loader(folder, frozenset(), read_bytes, drafts=True)
    bundle = folder / section.folder / slug
    part: Part | None = loader.load_item(section, bundle) if slug else loader.load_intro(section)
    return ReadPart(part, loader.problems, loader.sources, loader.texts)


def taken_aliases(item: Item, taken: Collection[str]) -> list[Problem]:
    """Return a problem for each former address of an item that is another one's; `taken` holds those of its section."""
    named: list[str] = []
    for number, alias in enumerate(item.facts.aliases):
        if alias in taken or alias in item.facts.aliases[:number] or is_address_of_a_list(item.section, alias):
            named.append(alias)
    return [Problem(f"{item.folder}/{FACTS_FILE}", 1, 1, "duplicate-slug", {"slug": alias}) for alias in named]


def _part(data: dict[str, Any], key: str) -> dict[str, Any]:
    """Return a part that may have been left out of the front matter."""
    return data.get(key) or {}


class _Loader:
    """Collects problems while it reads, so that one fault does not hide the next."""

    def __init__(self, folder: Path, skip: Set[str], read_bytes: Callable[[Path], bytes], *, drafts: bool) -> None:
        self.folder = folder
        self.drafts = drafts
        self.skip = skip
        self.read_bytes = read_bytes
        self.problems: list[Problem] = []
        self.sources: dict[str, YamlSource] = {}
        self.paths: set[str] = set()
        self.draft_paths: set[str] = set()
        self.texts: list[UnfinishedText] = []

    def load(self) -> SiteContent | None:
        cooperative = self._load_yaml(self.folder / COOPERATIVE_FILE, Cooperative)
        acts = self._load_yaml(self.folder / ACTS_FILE, Acts)
        ceilings = self._load_yaml(self.folder / CEILINGS_FILE, Ceilings)
        declared = self._load_if_there(self.folder / IN_STEP_FILE, InStep)
        plans = self._load_if_there(self.folder / PLANS_FILE, Plans)
        left_out = frozenset(cooperative.sections_left_out if cooperative else ())
        sections = [section for section in SECTIONS if section.folder not in left_out]
        glossary = self._load_if_there(self.folder / GLOSSARY_FILE, Glossary)
        self._refuse_strangers({section.folder for section in sections})
        intros: dict[str, Intro] = {}
        items: dict[str, tuple[Item, ...]] = {section.folder: () for section in SECTIONS}
        for section in sections:
            if not section.single_pages and (intro := self.load_intro(section)):
                intros[section.folder] = intro
            items[section.folder] = self._load_section(section)
        if cooperative is None or acts is None or ceilings is None:
            return None
        paths = frozenset(self.paths)
        if "/" not in paths:
            self._report(self.folder / "pages/home", "missing-section", folder="pages/home")
        content = SiteContent(
            self._shown(self.folder),
            cooperative,
            acts.root,
            ceilings,
            intros,
            items,
            paths,
            declared.root if declared else {},
            self.sources,
            glossary.root if glossary else {},
            drafts=frozenset(self.draft_paths),
            plans=plans.root if plans else {},
        )
        self.problems += check_references(content, self.folder.parent)
        finished = {body.path for body in content.all_bodies()}
        return replace(content, unfinished=tuple(read for read in self.texts if read.body.path not in finished))

    def _refuse_strangers(self, known: Set[str]) -> None:
        for entry in sorted(self.folder.iterdir()):
            if entry.is_dir() and entry.name not in known and not entry.name.startswith("."):
                near = nearest(entry.name, sorted(known))
                self._report(entry, "unknown-section", folder=entry.name, nearest=near)

    def _load_section(self, section: Section) -> tuple[Item, ...]:
        folder = self.folder / section.folder
        if not folder.is_dir():
            self._report(folder, "missing-section", folder=section.folder)
            return ()
        if not section.single_pages:
            self.paths.add(f"/{section.index_path}")
        bundles = [bundle for bundle in sorted(folder.iterdir()) if bundle.is_dir() and self._is_read(section, bundle)]
        self.paths.update(f"/{section.item_path(bundle.name)}" for bundle in bundles)
        wanted = [bundle for bundle in bundles if self._shown(bundle) not in self.skip]
        found = [item for bundle in wanted if (item := self.load_item(section, bundle))]
        taken = {bundle.name for bundle in bundles}
        for item in found:
            self.problems += taken_aliases(item, taken)
            taken.update(item.facts.aliases)
        found.sort(key=attrgetter("slug"))
        found.sort(key=lambda item: section.order(item.facts), reverse=section.newest_first)
        return tuple(found)

    def _is_read(self, section: Section, bundle: Path) -> bool:
        is_one = is_draft(bundle, self.read_bytes)
        if is_one:
            self.draft_paths.add(f"/{section.item_path(bundle.name)}")
        return (self.drafts or not is_one) and self._may_be_slug(section, bundle)

    def _may_be_slug(self, section: Section, bundle: Path) -> bool:
        """Return whether the folder's name can be the address of an item; folders that begin with a point are not ours."""
        if bundle.name.startswith("."):
            return False
        if not _SLUG.fullmatch(bundle.name):
            self._report(bundle, "unusable-slug", slug=bundle.name)
            return False
        if is_address_of_a_list(section, bundle.name):
            self._report(bundle, "duplicate-slug", slug=bundle.name)
            return False
        return True

    def load_item(self, section: Section, bundle: Path) -> Item | None:
        schema = section.schema_of(bundle.name)
        before = len(self.problems)
        facts = self._load_yaml(bundle / FACTS_FILE, schema.facts)
        if facts is None and (home := self._home_of(section, bundle)):
            del self.problems[before:]  # one fault, and not one for each key
            self._report(bundle / FACTS_FILE, "misplaced-item", section=section.folder, home=home.folder)
            self._load_words(bundle, home.schema_of(bundle.name).text)  # what is wrong with them is not hidden
            return None
        words = self._load_words(bundle, schema.text)
        if facts is None or words is None:
            return None
        texts, bodies = words
        before = len(self.problems)
        for in_facts, in_text in schema.keyed.items():
            for language in LANGUAGES:
                self._compare_keys(bundle, language, getattr(facts, in_facts), (in_text,))
        if len(self.problems) > before:
            return None
        for in_facts, inner in schema.keyed_within.items():
            for language in LANGUAGES:
                for key, value in getattr(facts, in_facts).items():
                    self._compare_keys(bundle, language, getattr(value, inner), (in_facts, key, inner))
        if len(self.problems) > before:
            return None
        videos = self._load_videos(bundle, facts)
        return Item(section, bundle.name, self._shown(bundle), facts, texts, bodies, self._load_papers(bundle), videos)

    def _load_videos(self, bundle: Path, facts: Facts) -> tuple[ItemVideo, ...]:
        loaded = (self._load_video(bundle, key, source) for key, source in facts.films.items())
        return tuple(video for video in loaded if video is not None)

    def _load_video(self, bundle: Path, key: str, source: VideoSource) -> ItemVideo | None:
        files = {language: bundle / video_words_file(key, language) for language in LANGUAGES}
        has_scenes = isinstance(source, Storyboard)
        missing = "missing-storyboard" if has_scenes else "missing-transcript"
        words = self._load_texts(files, Text, missing, missing)
        captions: dict[Language, Captions] = {}
        for language in LANGUAGES if not has_scenes else ():
            path = bundle / captions_file(key, language)
            if not path.is_file():
                self._report_missing(path, "missing-captions")
            elif (text := self._read(path)) is not None:
                captions[language] = read_captions(text, self._shown(path))
        if words is None or (len(captions) < len(LANGUAGES) and not has_scenes):
            return None
        return ItemVideo(key, self._shown(bundle), source, *words, captions)

    def _load_papers(self, bundle: Path) -> Mapping[str, PaperRecord]:
        records = self._load_if_there(bundle / PAPERS_FILE, PaperRecords)
        return records.root if records else {}

    def _home_of(self, section: Section, bundle: Path) -> Section | None:
        """Return the section whose form the facts have to the letter, where they have keys that `section` does not know."""
        source = self.sources.get(self._shown(bundle / FACTS_FILE))
        if source is None or source.data.keys() <= section.schema.facts.model_fields.keys():
            return None
        others = (other for other in SECTIONS if other is not section and not other.single_pages)
        return next((other for other in others if validate(other.schema.facts, source)[0] is not None), None)

    def load_intro(self, section: Section) -> Intro | None:
        folder = self.folder / section.folder
        if not folder.is_dir() or self._shown(folder) in self.skip:  # a missing folder is reported by itself
            return None
        words = self._load_words(folder, Text)
        return Intro(section, self._shown(folder), *words) if words else None

    def _load_words(self, bundle: Path, model: type[Text]) -> _Words | None:
        files = {language: bundle / index_file(language) for language in LANGUAGES}
        return self._load_texts(files, model, "missing-translation", "empty-body")

    def _load_texts(self, files: Mapping[Language, Path], model: type[Text], missing: str, empty: str) -> _Words | None:
        """Return the words of both languages; `missing` and `empty` name the rules for a file without them."""
        texts: dict[Language, Text] = {}
        bodies: dict[Language, Body] = {}
        for language, path in files.items():
            if not path.is_file():
                self._report_missing(path, missing)
                continue
            if (source := self._read(path)) is None:
                continue
            if unclosed := frontmatter.unclosed_at(source):
                self._report(path, "unclosed-front-matter", unclosed.line, cure=Phrase(unclosed.cure))
                continue
            parts = frontmatter.split(source)
            if parts is None:
                self._report(
                    path, "missing-front-matter", cure=Phrase(frontmatter.missing_start(source) or "fence-all")
                )
                continue
            text = self._typed(parts.front_matter, path, model, parts.front_matter_line)
            exceptions = exceptions_in_markdown(parts.body, self._shown(path), parts.body_line)
            body = Body(self._shown(path), without_exceptions(parts.body), parts.body_line, exceptions)
            self.problems += unfilled_in_body(body)
            refused = list(too_long_paragraphs(body))
            self.problems += refused
            if not refused and parts.body.strip():
                self.texts.append(UnfinishedText(language, body, text))
            if not parts.body.strip():
                values = {} if empty == "empty-body" else {"file": path.name}
                self._report(path, empty, parts.body_line, **values)
            elif text and not refused:
                texts[language] = text
                bodies[language] = body
        return (texts, bodies) if len(texts) == len(LANGUAGES) else None

    def _compare_keys(self, bundle: Path, language: Language, facts: Collection[str], place: tuple[str, ...]) -> None:
        source = self.sources[self._shown(bundle / index_file(language))]
        words = reduce(_part, place, source.data)
        for key in words:
            if key not in facts:
                free = [known for known in facts if known not in words]
                values = {"key": key, "nearest": nearest(key, free or list(facts))}
                self.problems.append(source.problem_at_key("unknown-key", (*place, key), **values))
        for key in facts:
            if key not in words:
                self.problems.append(source.problem_at_key("missing-key", (*place, key), key=key))

    def _load_yaml(self, path: Path, model: type[Model]) -> Model | None:
        if not path.is_file():
            self._report_missing(path, "missing-facts")
            return None
        text = self._read(path)
        return None if text is None else self._typed(text, path, model)

    def _load_if_there(self, path: Path, model: type[Model]) -> Model | None:
        return self._load_yaml(path, model) if path.is_file() else None

    def _typed(self, text: str, path: Path, model: type[Model], first_line: int = 1) -> Model | None:
        source, problems = yaml_source.parse(text, self._shown(path), first_line)
        self.problems += problems
        if source is None:
            return None
        self.sources[source.path] = source
        value, problems = validate(model, source)
        unfilled = list(unfilled_in_yaml(source))
        places = {(problem.line, problem.column) for problem in unfilled}
        self.problems += [*unfilled, *(problem for problem in problems if (problem.line, problem.column) not in places)]
        return cast("Model | None", value)

    def _read(self, path: Path) -> str | None:
        raw = self.read_bytes(path)
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._report(path, "not-utf-8", line=raw.count(b"\n", 0, error.start) + 1)
            return None
        if control := _CONTROL.search(text):
            self._report(path, "not-utf-8", line=text.count("\n", 0, control.start()) + 1)
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _report_missing(self, path: Path, rule: str) -> None:
        """Report a file that is not there, or one beside it that was meant for it."""
        beside = [entry.name for entry in path.parent.iterdir() if entry.is_file()] if path.parent.is_dir() else []
        if near := near_name(path.name, beside):
            self._report(path.with_name(near), "misnamed-file", file=near, wanted=path.name)
        else:
            self._report(path, rule, file=path.name)

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.folder.parent).as_posix()

    def _report(self, path: Path, rule: str, line: int = 1, **values: str) -> None:
        self.problems.append(Problem(self._shown(path), line, 1, rule, values))
