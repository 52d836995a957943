"""The pages of the desk: the list, the form of an item, a new one."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    read_bundle,
    read_moved_bundle,
    section_named,
    tree_of,
)
from plugins.desk.checking import Checker
from plugins.desk.form import Context, form_of
from plugins.desk.history import history_of
from plugins.desk.likeness import can_be_like
from plugins.desk.listing import Row, State, next_steps, rows_of
from plugins.desk.live_page import LivePages
from plugins.desk.presets import known_names
from plugins.desk.redacting import Redaction, Stage, state_of_paper
from plugins.desk.step_names import name_of_step
from plugins.desk.tree import from_names
from plugins.desk.unsaved import Unsaved
from plugins.desk.words import Words, load_words
from plugins.model import frontmatter
from plugins.model.items import BUNDLE_FILES, LANGUAGES
from plugins.model.loading import ACTS_FILE
from plugins.model.sections import SECTIONS
from plugins.model.yaml_source import parse
from plugins.pipeline.day import today
from plugins.pipeline.paths import project_paths
from plugins.pipeline.resident import ResidentSite

_HERE = Path(__file__).parent
_TYPES = {".css": "text/css", ".js": "text/javascript", ".txt": "text/plain"}
_TOKENS = Path("theme/static/css/tokens.css")
_MOST_FIELDS = 20_000
_MOST_IN_A_FIELD = 6_000_000
"""A text of 2 MB, each byte of which may take three in a form."""
NEW = "new-item"
"""Stands for the address of an item that has none yet."""
_HTML = {"cache-control": "no-store"}


@dataclass
class Desk:
    """The desk of the project at `root`."""

    root: Path
    languages: tuple[str, ...] = LANGUAGES
    today: Callable[[], date] = today
    """The day that decides what is out of date."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """New with each start; a request that changes anything must bring it."""
    site: ResidentSite | None = None
    """The site in memory, where a server keeps one; the desk by itself reads it when a page is first asked for."""

    def __post_init__(self) -> None:
        self.content = self.root / "content"
        self.kept = self.root / ".cache" / "desk"
        self.history = history_of(self.root)
        self.unsaved = Unsaved(self.kept / "unsaved")
        self.bases = Unsaved(self.kept / "bases")
        self.checker = Checker(self.root)
        site = self.site or ResidentSite(project_paths(self.root, published=False), self.today)
        self.live = LivePages(self.content, site)
        self.writing = Lock()
        self.papers: dict[str, Redaction] = {}
        """Papers that were put in since the start, by a word nobody guesses; they are kept in memory only."""

    @cached_property
    def templates(self) -> Environment:
        """The templates; everything put into them is escaped."""
        return Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    # what is shown

    def words(self, request: Request) -> Words:
        """Return the words in the language the editor chose; in Kazakh where none was."""
        asked = request.query_params.get("lang") or request.cookies.get("desk-language") or self.languages[0]
        return load_words(asked if asked in LANGUAGES else LANGUAGES[0])

    def page(self, request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Return a page of the desk."""
        words = self.words(request)
        other = next(code for code in LANGUAGES if code != words.language)
        said = request.query_params.get("said", "")
        shared = {"words": words, "say": words.say, "other": other, "token": self.token}
        shared["nonce"] = request.scope["desk_nonce"]
        shared["said"] = words.said.get(said, "") if said else ""
        body = self.templates.get_template(template).render(shared | values)
        response = HTMLResponse(body, status, _HTML)
        if request.query_params.get("lang") in LANGUAGES:
            response.set_cookie("desk-language", words.language, max_age=31_536_000, path="/desk", samesite="strict")
        return response

    def section_titles(self, words: Words) -> dict[str, str]:
        """Return the titles of the sections in the editor's language."""
        titles: dict[str, str] = {}
        for section in SECTIONS:
            path = self.content / section.folder / f"index.{words.language}.md"
            parts = frontmatter.split(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
            source = parse(parts.front_matter, "")[0] if parts else None
            title = source.data.get("title") if source else None
            titles[section.folder] = words.say("single_pages") if section.single_pages else str(title or section.folder)
        return titles

    def rows(self) -> list[Row]:
        """Return every item with its state."""
        return rows_of(self.content, self.checker.problems(self.today()), self.today())

    def list_page(self, request: Request) -> Response:
        """Answer with the list of all items."""
        words, rows = self.words(request), self.rows()
        query = request.query_params.get("q", "").strip()
        section, state = request.query_params.get("section", ""), request.query_params.get("state", "")
        found = [
            row
            for row in rows
            if (not section or row.section == section)
            and (not state or state in row.states)
            and all(word in _searched(row) for word in query.lower().split())
        ]
        return self.page(
            request,
            "list.html",
            rows=found,
            steps=next_steps(rows),
            sections=self.section_titles(words),
            states=list(State),
            query=query,
            section=section,
            state=state,
            deleted=request.query_params.get("kept", ""),
        )

    def item_page(
        self,
        request: Request,
        bundle: Bundle,
        tree: Mapping[str, Any],
        *,
        status: int = 200,
        difference: list[str] | None = None,
        slug: str | None = None,
        is_new: bool = False,
        unsaved: bool = False,
        base: str = "",
        refused: str = "",
        notice: str = "",
    ) -> Response:
        """Answer with the form of an item."""
        words = self.words(request)
        values = self.form_values(words, bundle, tree)
        titles = [str(tree.get(code, {}).get("title", "")) for code in (words.language, *LANGUAGES)]
        section = self.section_titles(words)[bundle.section.folder]
        heading = words.say("new_in", section=section) if is_new else next(filter(None, titles), bundle.slug)
        return self.page(
            request,
            "item.html",
            status,
            heading=heading,
            address=bundle.address,
            digest=bundle.digest,
            base=base or bundle.digest,
            difference=difference,
            slug=bundle.slug if slug is None else slug,
            is_new=is_new,
            is_draft=is_new or tree.get("facts", {}).get("draft") == "true",
            is_intro=bundle.is_intro,
            unsaved=unsaved,
            refused=refused,
            notice=notice,
            like=f"/desk/new/{bundle.section.folder}/?like={bundle.slug}" if can_be_like(bundle.section) else "",
            last_step="" if is_new else name_of_step(self.history.last(bundle.address), bundle, words),
            pages={} if is_new else {code: f"/{code}/{bundle.path}" for code in LANGUAGES},
            links=self.links(words.language),
            known=known_names(self.content, bundle.section),
            papers=self._papers_of(bundle),
            state_of_paper=lambda paper: state_of_paper(paper, words),
            **values,
        )

    def _papers_of(self, bundle: Bundle) -> list[Redaction]:
        """Return the papers on their way into an item; one that is done or refused is shown a last time."""
        found = [paper for paper in self.papers.values() if paper.address == bundle.address]
        for paper in found:
            if paper.stage is Stage.DONE:
                del self.papers[paper.word]
        return found

    def form_values(self, words: Words, bundle: Bundle, tree: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the fields of a form are drawn from."""
        form = form_of(bundle.schema, tree, Context(words, self.acts(words.language), self.files_of(bundle)))
        bodies = {code: str(tree.get(code, {}).get("body", "")) for code in LANGUAGES}
        facts = [] if bundle.is_intro else form["facts"]
        return {"facts": facts, "common": list(zip(form["kk"], form["ru"], strict=True)), "bodies": bodies}

    def acts(self, language: str) -> dict[str, str]:
        """Return the titles of the legal acts by their ids."""
        source = parse((self.content / ACTS_FILE).read_text(encoding="utf-8", errors="replace"), ACTS_FILE)[0]
        data = source.data if source else {}
        named = {key: act.get("title") for key, act in data.items() if isinstance(act, Mapping)}
        return {key: f"{key}. {title.get(language, '')}" for key, title in named.items() if isinstance(title, Mapping)}

    def titles(self, language: str) -> dict[str, str]:
        """Return the titles of all items by their addresses, for example `news/meeting`."""
        rows = rows_of(self.content, (), self.today())
        return {f"{row.section}/{row.slug}": row.titles[language] or row.slug for row in rows}

    def links(self, language: str) -> dict[str, str]:
        """Return the titles of the pages by their paths on the site."""
        by_folder = {section.folder: section for section in SECTIONS}
        rows = rows_of(self.content, (), self.today())
        return {f"/{by_folder[row.section].item_path(row.slug)}": row.titles[language] or row.slug for row in rows}

    def staged(self, section: str) -> Path:
        """Return the folder in which the photos of a new item wait until it is saved."""
        return self.kept / "new" / section

    def files_of(self, bundle: Bundle) -> tuple[str, ...]:
        """Return the names of the files an item may show."""
        return _files_in(self.staged(bundle.section.folder) if bundle.slug in ("", NEW) else bundle.folder)

    # what is done

    async def assets(self, request: Request) -> Response:
        """Answer with a style or a script of the desk, or with the colours of the site."""
        name = request.path_params["file"]
        if name == _TOKENS.name and (colours := self.root / _TOKENS).is_file():
            return FileResponse(colours, headers={"cache-control": "no-cache"})
        path = _HERE / "assets" / name
        if path.suffix not in _TYPES or path.parent != _HERE / "assets" or not path.is_file():
            return Response(status_code=404)
        return FileResponse(path, media_type=_TYPES[path.suffix], headers={"cache-control": "no-cache"})

    async def show_list(self, request: Request) -> Response:
        """Answer with the list."""
        return await run_in_threadpool(self.list_page, request)

    def bundle(self, request: Request) -> Bundle:
        """Return the item at the address of a request, or the introduction of a section.

        Raises NoSuchItemError and UnreadableItemError.
        """
        section = section_named(request.path_params["section"])
        return read_bundle(self.content, section, request.path_params["slug"])

    def item(self, request: Request) -> Bundle:
        """Return the item at the address of a request. Raises NoSuchItemError and UnreadableItemError."""
        bundle = self.bundle(request)
        if bundle.is_intro:
            raise NoSuchItemError(bundle.address)
        return bundle

    def item_now(self, request: Request) -> Bundle:
        """Return the item as `item` does, also where another window gave it another address since."""
        section, slug = section_named(request.path_params["section"]), request.path_params["slug"]
        bundle = read_moved_bundle(self.content, section, slug)
        if bundle.is_intro:
            raise NoSuchItemError(bundle.address)
        return bundle

    def not_found(self, request: Request) -> Response:
        """Answer with 404."""
        return self.page(request, "said.html", 404, heading=self.words(request).say("not_found"))

    def forbidden(self, request: Request) -> Response:
        """Answer that a request does not come from a page of this desk."""
        return self.page(request, "said.html", 403, heading=self.words(request).say("forbidden"))

    def not_written(self, request: Request, error: OSError) -> str:
        """Return the sentence for a file that the system did not write."""
        words = self.words(request)
        if isinstance(error, PermissionError):
            return words.say("open_elsewhere", file=Path(error.filename2 or error.filename or "").name)
        return words.say("not_written", reason=error.strerror or str(error))

    async def failed(self, request: Request, error: Exception) -> Response:
        """Answer that the system did not write a file, where no form keeps what was typed."""
        assert isinstance(error, OSError)
        return self.page(request, "said.html", 507, heading=self.not_written(request, error))

    def tree_in(self, bundle: Bundle, form: FormData) -> dict[str, Any]:
        """Return the tree of a form. One that does not say that it is whole changes only what it names."""
        posted = from_names(_pairs(form))
        parts = {part: posted.get(part, {}) for part in ("facts", *LANGUAGES)}
        return parts if form.get("whole") else _laid_over(tree_of(bundle), parts)


async def read_form(request: Request) -> FormData:
    """Return the fields of a form; a browser may send many, and a long text in one."""
    return await request.form(max_files=4, max_fields=_MOST_FIELDS, max_part_size=_MOST_IN_A_FIELD)


def _pairs(form: FormData) -> list[tuple[str, str]]:
    return [(name, value) for name, value in form.multi_items() if isinstance(value, str) and "." in name]


def _searched(row: Row) -> str:
    return " ".join((*row.titles.values(), row.slug, row.section)).lower()


def _files_in(folder: Path) -> tuple[str, ...]:
    own = set(BUNDLE_FILES)
    if not folder.is_dir():
        return ()
    return tuple(sorted(file.name for file in folder.iterdir() if file.is_file() and file.name not in own and not file.name.startswith(".") and file.suffix not in (".md", ".vtt", ".yaml", ".json")))  # fmt: skip


def shown_text(path: Path) -> str:
    """Return the text of a file, whatever is wrong with it; empty where there is none."""
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n") if path.is_file() else ""


def _laid_over(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Return `under` with the values of `over`."""
    result = dict(under)
    for name, value in over.items():
        known = result.get(name)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        result[name] = _laid_over(known, value) if both else value  # type: ignore[arg-type]
    return result
