"""The pages on which an editor puts a film into an item, and writes its words and captions beside the player."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from plugins.cache.store import content_digest
from plugins.desk.application import Desk, read_form, shown_text
from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    edited_files,
    edited_text,
    parts_of_text,
    tree_of,
    write_files,
)
from plugins.desk.checking import problems_as_data
from plugins.desk.films import (
    CaptionRow,
    UnusableFilmError,
    captions_of_rows,
    ending_of,
    moved_into,
    rows_of_captions,
    short_time,
    taken_film,
    timed,
)
from plugins.desk.security import is_token
from plugins.desk.slugs import slug_from
from plugins.desk.tree import KEY
from plugins.diagnostics.localized import localized
from plugins.model.items import LANGUAGES, Language, captions_file, video_words_file
from plugins.model.sections import Schema
from plugins.video.probe import probe

_WORDS = Schema()
"""A film has a title, a summary, and its transcript as the text."""
_KEYS = ("title", "summary", "body")
_EMPTY_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Film:
    bundle: Bundle
    key: str
    file: Path

    def words(self, language: Language) -> Path:
        return self.bundle.folder / video_words_file(self.key, language)

    def captions(self, language: Language) -> Path:
        return self.bundle.folder / captions_file(self.key, language)

    @property
    def digest(self) -> str:
        """Changes with every letter of its words and captions."""
        files = (path for code in LANGUAGES for path in (self.words(code), self.captions(code)))
        return content_digest("\0".join(map(shown_text, files)).encode())


class FilmPages:
    """The way of a film into an item."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def add(self, request: Request) -> Response:
        """Ask for a film, or take it in."""
        if request.method == "GET":
            return await run_in_threadpool(self._ask, request)
        form = await read_form(request)
        film = form.get("film")
        return await run_in_threadpool(self._take, request, form, film if isinstance(film, UploadFile) else None)

    async def captions(self, request: Request) -> Response:
        """Show the words of a film beside its player, or save them."""
        form = await read_form(request) if request.method == "POST" else None
        return await run_in_threadpool(self._captions, request, form)

    async def file(self, request: Request) -> Response:
        """Answer with the film itself."""
        film = await run_in_threadpool(self._film, request)
        return FileResponse(film.file) if film else Response(status_code=404)

    def _ask(self, request: Request, refused: str = "", status: int = 200) -> Response:
        try:
            bundle = self._desk.item(request)
        except (NoSuchItemError, UnreadableItemError):
            return self._desk.not_found(request)
        return self._desk.page(request, "film.html", status, address=bundle.address, refused=refused)

    def _take(self, request: Request, form: FormData, film: UploadFile | None) -> Response:
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        words = self._desk.words(request)
        try:
            self._desk.item_now(request)
        except (NoSuchItemError, UnreadableItemError):
            return self._desk.not_found(request)
        if film is None or not film.filename:
            return self._ask(request, words.say("film_missing"), 400)
        self._desk.kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._desk.kept, prefix="film-") as folder:
            sent = Path(folder) / f"film{ending_of(film.filename)}"
            with sent.open("wb") as file:
                while part := film.file.read(1_000_000):
                    file.write(part)
            try:
                kept, facts = taken_film(sent, self._desk.root / ".cache")
            except UnusableFilmError as unusable:
                about = localized(unusable.problem, words.language)
                return self._ask(request, f"{about.what}. {about.fix}", 415)
            try:
                with self._desk.writing:
                    bundle, key = self._put_in(request, kept)
            except (NoSuchItemError, UnreadableItemError):  # it was deleted while the film was looked at
                return self._desk.not_found(request)
        about_film = (
            f"{short_time(facts.seconds)}, {facts.width} × {facts.height}, {facts.video_codec} {facts.audio_codec}"
        )
        return RedirectResponse(f"/desk/{bundle.address}/captions/{key}/?facts={about_film}", 303)

    def _put_in(self, request: Request, film: Path) -> tuple[Bundle, str]:
        """Move a film into its item as it is saved now, and name it there; return the item and the name."""
        bundle = self._desk.item_now(request)
        tree: dict[str, Any] = tree_of(bundle)
        key = slug_from("film", {entry.name.partition(".")[0] for entry in bundle.folder.iterdir()})
        file = moved_into(bundle.folder, film, key)
        tree["facts"]["films"] = tree["facts"].get("films", {}) | {key: {KEY: key, "file": file}}
        write_files(bundle, edited_files(bundle, tree), self._desk.history, before={bundle.folder / file: None})
        return bundle, key

    def _film(self, request: Request) -> _Film | None:
        try:
            bundle = self._desk.item(request)
            films = tree_of(bundle)["facts"].get("films", {})
        except (NoSuchItemError, UnreadableItemError):
            return None
        key = request.path_params["film"]
        name = films.get(key, {}).get("file", "")
        file = bundle.folder / name
        is_own = bool(name) and file.parent == bundle.folder and file.is_file() and not file.is_symlink()
        return _Film(bundle, key, file) if is_own else None

    def _captions(self, request: Request, form: FormData | None) -> Response:
        film = self._film(request)
        if film is None:
            return self._desk.not_found(request)
        if form is None:
            rows = {code: rows_of_captions(shown_text(film.captions(code))) for code in LANGUAGES}
            return self._show(request, film, rows, {}, 200)
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        if form.get("action") == "undo":
            with self._desk.writing:
                said = "undone" if self._desk.history.undo(film.bundle.address) else "nothing_to_undo"
            is_there = self._film(request) is not None
            here = f"captions/{film.key}/" if is_there else ""
            return RedirectResponse(f"/desk/{film.bundle.address}/{here}?said={said}", 303)
        return self._save(request, film, form)

    def _save(self, request: Request, film: _Film, form: FormData) -> Response:
        rows: dict[Language, list[CaptionRow] | None] = {}
        wrong: dict[str, str] = {}
        texts: dict[str, str] = {}
        typed = {code: _rows_in(form, code) for code in LANGUAGES}
        seconds = probe(film.file, self._desk.root / ".cache").seconds
        for code, other in zip(LANGUAGES, reversed(LANGUAGES), strict=True):
            typed[code] = timed(typed[code], typed[other], seconds)
        for code in LANGUAGES:
            raw = form.get(f"{code}.captions")
            rows[code] = None if raw is not None else typed[code]
            if raw is not None:
                texts[film.captions(code).name] = str(raw).replace("\r\n", "\n")
                continue
            captions, faults = captions_of_rows(typed[code])
            wrong |= {f"{code}.{number}": fault for number, fault in faults.items()}
            texts[film.captions(code).name] = captions
        words = {code: {key: str(form.get(f"{code}.{key}", "")).replace("\r\n", "\n") for key in _KEYS} for code in LANGUAGES}  # fmt: skip
        if wrong:
            return self._show(request, film, rows, wrong, 422, typed=words)
        with self._desk.writing:
            if form.get("digest", film.digest) != film.digest:
                return self._show(request, film, rows, {}, 409, typed=words)
            for code in LANGUAGES:
                old = shown_text(film.words(code))
                words[code]["body"] = words[code]["body"] if words[code]["body"].strip() else _spoken(typed[code])
                texts[film.words(code).name] = edited_text(old, words[code], _WORDS)
            write_files(film.bundle, texts, self._desk.history)
        here = "" if form.get("action") == "to-item" else f"captions/{film.key}/"
        return RedirectResponse(f"/desk/{film.bundle.address}/{here}?said=saved", 303)

    def _show(
        self,
        request: Request,
        film: _Film,
        rows: Mapping[Language, list[CaptionRow] | None],
        wrong: Mapping[str, str],
        status: int,
        *,
        typed: Mapping[Language, Mapping[str, str]] | None = None,
    ) -> Response:
        language = self._desk.words(request).language
        names = {path.name for code in LANGUAGES for path in (film.words(code), film.captions(code))} | {film.file.name}
        found = [
            problem
            for problem in self._desk.checker.problems_of(self._desk.today(), film.bundle, film.bundle.files)
            if problem.path.rpartition("/")[2] in names
        ]
        blank = [CaptionRow("", "", "")] * _EMPTY_ROWS
        return self._desk.page(
            request,
            "captions.html",
            status,
            address=film.bundle.address,
            key=film.key,
            rows={code: None if own is None else [*own, *blank] for code, own in rows.items()},
            raw={code: shown_text(film.captions(code)) for code in LANGUAGES},
            texts=typed
            or {code: _words_of(film.words(code)) or _words_of_page(film.bundle, code) for code in LANGUAGES},
            digest=film.digest,
            is_changed=status == 409,
            wrong=wrong,
            problems=problems_as_data(found, film.bundle, {}, language),
            can_undo=self._desk.history.can_undo(film.bundle.address),
            facts=request.query_params.get("facts", ""),
        )


def _words_of(path: Path) -> dict[str, str]:
    """Return the saved words of a film; nothing where there are none yet."""
    if not path.is_file():
        return {}
    values, body = parts_of_text(shown_text(path))
    return {key: str(values.get(key, "")) for key in _KEYS} | {"body": body}


def _words_of_page(bundle: Bundle, language: Language) -> dict[str, str]:
    """Return the words that a film begins with: those of its page."""
    words = tree_of(bundle)[language]
    title, summary = str(words.get("title", "")), str(words.get("film_note") or words.get("summary", ""))
    return {"title": title, "summary": summary, "body": ""}


def _spoken(rows: Sequence[CaptionRow]) -> str:
    return "\n\n".join(" ".join(row.text.split()) for row in rows if row.text.strip())


def _rows_in(form: FormData, code: str) -> list[CaptionRow]:
    """Return the rows of a form in their order; a browser sends each row's fields under its number."""
    numbers = {
        int(name.split(".")[1])
        for name in form
        if name.startswith(f"{code}.") and name.count(".") == 2 and name.split(".")[1].isdecimal()
    }
    found = ([str(form.get(f"{code}.{number}.{part}", "")).strip() for part in ("start", "end", "text")] for number in sorted(numbers))  # fmt: skip
    return [CaptionRow(*row) for row in found]
