"""The pages on which an editor puts a photographed paper into an item, by way of the workbench that hides personal data."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from plugins.desk.application import Desk, read_form
from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    edited_files,
    read_bundle,
    tree_of,
    write_files,
)
from plugins.desk.photo_folders import PhotoFolder, remove_leftovers
from plugins.desk.photos import UnreadablePhotoError, save_photo
from plugins.desk.redacting import Redaction, Stage, kinds_left, state_of_paper
from plugins.desk.security import is_token
from plugins.desk.slugs import slug_from
from plugins.desk.tree import KEY
from plugins.desk.words import load_words
from plugins.diagnostics import ContentError
from plugins.diagnostics.localized import localized
from plugins.diagnostics.refusal import RefusedError
from plugins.documents.reading import MissingReaderError, Reader
from plugins.documents.redaction import Redacted, write_paper
from plugins.model.items import LANGUAGES, Language
from plugins.model.papers import PAPERS_FILE, PaperKind

_ANSWERS = frozenset({"hide", "give-up"})


class Papers:
    """The way of a paper into an item."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        remove_leftovers()

    async def add(self, request: Request) -> Response:
        """Ask for a photo and its words, or begin to read it."""
        if request.method == "GET":
            return await run_in_threadpool(self._ask, request)
        form = await read_form(request)
        photo = form.get("photo")
        content = await photo.read() if isinstance(photo, UploadFile) else b""
        return await run_in_threadpool(self._begin, request, form, content)

    async def part(self, request: Request) -> Response:
        """Answer with a part of the workbench, or say how far the paper is."""
        paper = self._desk.papers.get(request.path_params["word"])
        if paper is None:
            return self._desk.not_found(request)
        name = request.path_params.get("file", "")
        if request.method == "POST":
            return await self._answered(request, paper, name)
        if name == "stage.json":
            words = self._desk.words(request)
            return JSONResponse({"stage": paper.stage.name.lower(), "words": state_of_paper(paper, words)})
        if paper.stage is Stage.SHOWN or name:
            found = paper.parts.get(name)
            return Response(found[0], media_type=found[1]) if found else Response(status_code=404)
        return await run_in_threadpool(self._tell, request, paper)

    async def _answered(self, request: Request, paper: Redaction, name: str) -> Response:
        body = await request.body()
        if name not in _ANSWERS or not paper.answer(body if name == "hide" else None):
            return Response(status_code=400)
        return PlainTextResponse(f"/desk/{paper.address}/" if name == "hide" else f"/desk/paper/{paper.word}/")

    def _bundle(self, request: Request) -> Bundle:
        bundle = self._desk.item_now(request)
        if "papers" not in bundle.schema.keyed:
            raise NoSuchItemError(bundle.address)
        return bundle

    def _ask(self, request: Request, refused: str = "", status: int = 200) -> Response:
        try:
            bundle = self._bundle(request)
        except (NoSuchItemError, UnreadableItemError):
            return self._desk.not_found(request)
        missing = _missing_reader()
        kinds = [(kind.value, self._desk.words(request).choice(kind.value)) for kind in PaperKind]
        return self._desk.page(
            request, "paper.html", status, address=bundle.address, kinds=kinds, is_missing=missing, refused=refused
        )

    def _begin(self, request: Request, form: FormData, content: bytes) -> Response:
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        try:
            bundle = self._bundle(request)
        except (NoSuchItemError, UnreadableItemError):
            return self._desk.not_found(request)
        words = self._desk.words(request)
        if _missing_reader():
            return self._ask(request, status=503)
        folder = PhotoFolder()
        try:
            name = save_photo(folder.path, "paper", content)
        except UnreadablePhotoError:
            folder.remove()
            return self._ask(request, words.say("picture_refused"), 415)
        kind = next((kind for kind in PaperKind if kind == form.get("kind")), PaperKind.OTHER)
        alts = {
            code: " ".join(str(form.get(f"alt-{code}", "")).split()) or _usual_words(kind, code) for code in LANGUAGES
        }
        paper = Redaction(
            folder,
            name,
            bundle.folder / f"{kind}.jpg",
            kind,
            bundle.address,
            lambda done: self._write(done, bundle, alts),
        )
        self._desk.papers[paper.word] = paper
        paper.start(self._desk.root)
        return RedirectResponse(f"/desk/{paper.address}/", 303)

    def _write(self, paper: Redacted, bundle: Bundle, alts: Mapping[Language, str]) -> Redacted:
        """Write the finished picture and its record, let the facts name it, and each text say what is on it: one step.

        Return the paper under the name that is free now: others may have come while it was read. Raises RefusedError
        where the item was deleted, renamed or damaged meanwhile.
        """
        with self._desk.writing:
            try:
                now = read_bundle(self._desk.content, bundle.section, bundle.slug)
                paper, files = _with_paper(now, paper, alts)
            except (NoSuchItemError, UnreadableItemError):
                raise RefusedError("item_gone_meanwhile", address=bundle.address) from None
            record = now.folder / PAPERS_FILE
            before = {paper.path: None, record: record.read_bytes() if record.is_file() else None}
            write_paper(paper, self._desk.root)
            write_files(now, files, self._desk.history, before=before)
        return paper

    def _tell(self, request: Request, paper: Redaction) -> Response:
        words = self._desk.words(request)
        return self._desk.page(
            request,
            "paper_stage.html",
            stage=paper.stage.name.lower(),
            address=paper.address,
            file=paper.done.path.name if paper.done else "",
            left=kinds_left(paper, words),
            refused=_reason(paper.refused, words.language),
        )


def _with_paper(now: Bundle, paper: Redacted, alts: Mapping[Language, str]) -> tuple[Redacted, Mapping[str, str]]:
    """Return the paper under a free name, and the files of its item that name it. Raises UnreadableItemError."""
    tree: dict[str, Any] = tree_of(now)
    taken = {entry.stem for entry in now.folder.iterdir()} | tree["facts"].get("papers", {}).keys()
    key = slug_from(paper.record.paper, taken)  # words may name a person
    tree["facts"]["papers"] = tree["facts"].get("papers", {}) | {key: {KEY: key, "file": f"{key}.jpg"}}
    for code in LANGUAGES:
        tree[code]["papers"] = tree[code].get("papers", {}) | {key: alts[code]}
    return replace(paper, path=now.folder / f"{key}.jpg"), edited_files(now, tree)


def _usual_words(kind: PaperKind, language: Language) -> str:
    """Return what is said of a paper of which its editor says nothing more."""
    words = load_words(language)
    name = words.say("paper_any") if kind is PaperKind.OTHER else words.choice(kind.value).capitalize()
    return words.say("paper_alt_usual", kind=name)


def _missing_reader() -> bool:
    try:
        Reader()
    except MissingReaderError:
        return True
    return False


def _reason(refused: Exception | None, language: str) -> str:
    if isinstance(refused, RefusedError):
        return refused.message(language)
    if isinstance(refused, ContentError):
        return " ".join(localized(problem, language).what for problem in refused.problems)
    return str(refused) if refused else ""
