"""The page on which an editor sends: what changes, what must be mended before, and one button."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from plugins.cache.atomic import write_whole
from plugins.desk.application import Desk, read_form
from plugins.desk.bundles import (
    INTRO,
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    empty_bundle,
    folder_of,
    parts_of_text,
    read_bundle,
    section_named,
)
from plugins.desk.checking import problems_as_data
from plugins.desk.moving import kept_by_address
from plugins.desk.plain_words import shown_words
from plugins.desk.security import is_token
from plugins.desk.sending import ChangedFile, Outbox, Sender, SendingFailedError, by_item, change_of
from plugins.desk.slugs import slug_from
from plugins.desk.visible_changes import ChangedBlock, changed_blocks
from plugins.desk.words import Words
from plugins.diagnostics import Problem, Severity
from plugins.diagnostics.localized import localized
from plugins.markdown import parse
from plugins.markdown.html import put_addresses
from plugins.model.drafts import draft_folders, is_draft
from plugins.model.items import BUNDLE_FILES, LANGUAGES, Language, index_file
from plugins.model.sections import Schema

_INDEX_FILES = frozenset(map(index_file, LANGUAGES))
_MOST_NAMED = 3
"""Items named in the message that is proposed."""
_MOST_SHOWN = 20
"""Items whose pages are rendered before and after; of more, the changed lines are shown."""


class SendPage:
    """Shows what was not sent, and sends it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._outbox = Outbox(desk.root, desk.kept)
        self._editor = desk.kept / "editor.json"

    async def page(self, request: Request) -> Response:
        """Show what would be sent, or send it."""
        form = await read_form(request) if request.method == "POST" else None
        return await run_in_threadpool(self._answer, request, form)

    async def archive(self, request: Request) -> Response:
        """Answer with an archive of changes."""
        path = self._outbox.archive(request.path_params["name"])
        return FileResponse(path, filename=path.name) if path else Response(status_code=404)

    def _answer(self, request: Request, form: FormData | None) -> Response:
        if form is None:
            return self._show(request)
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        sender = _sender(form)
        if self._errors() or not sender.name or not sender.message:
            return self._show(request, sender)
        try:
            with self._desk.writing:
                archive = self._outbox.send(sender) if self._outbox.changes() else ""
        except SendingFailedError as failed:
            refused = self._desk.words(request).say("send_failed", detail=str(failed))
            return self._show(request, sender, refused=refused, status=502)
        write_whole(self._editor, json.dumps({"name": sender.name, "email": sender.email}).encode(), durable=True)
        said = f"archived&archive={quote(archive)}" if archive else "sent"
        return RedirectResponse(f"/desk/send/?said={said}", 303)

    def _show(
        self, request: Request, sender: Sender | None = None, *, refused: str = "", status: int = 200
    ) -> Response:
        desk, words = self._desk, self._desk.words(request)
        titles = desk.titles(words.language)
        changes = dict(sorted(by_item(self._outbox.changes()).items(), key=lambda pair: "/" not in pair[0]))
        errors = self._localized(self._errors(), words.language)
        return desk.page(
            request,
            "send.html",
            status,
            changes=changes,
            seen={item: self._seen(item) for item in list(changes)[:_MOST_SHOWN]},
            titles=titles,
            errors=errors,
            sender=sender or Sender(*self._known_editor(), _summary(changes, titles, words)),
            happened={item: change_of(files) for item, files in changes.items()},
            kept=kept_by_address(self._desk.root),
            refused=refused,
            archive=request.query_params.get("archive", ""),
        )

    def _localized(self, problems: Sequence[Problem], language: str) -> list[dict[str, Any]]:
        """Return problems in words; a field that is missing is named by its label."""
        found: list[dict[str, Any]] = []
        for problem in problems:
            folder, _, slug = problem.path.removeprefix("content/").rpartition("/")[0].partition("/")
            try:
                bundle = read_bundle(self._desk.content, section_named(folder), slug or INTRO)
            except (NoSuchItemError, UnreadableItemError):
                told = asdict(localized(problem, language))
                found.append(told | {"shown": shown_words(told | {"field": ""}, Schema(), language)})
            else:
                found += problems_as_data([problem], bundle, bundle.files, language)
        return found

    def _seen(self, item: str) -> dict[Language, tuple[ChangedBlock, ...]]:
        """Return what visitors read differently on the page of an item, in each language."""
        folder, _, slug = item.partition("/")
        try:
            section = section_named(folder)
            slug = INTRO if slug in _INDEX_FILES else slug
            is_there = folder_of(self._desk.content, section, slug).is_dir()
            now = (read_bundle if is_there else empty_bundle)(self._desk.content, section, slug)
        except (NoSuchItemError, UnreadableItemError):
            return {}
        before = {name: self._outbox.sent_text(f"content/{now.place}/{name}") for name in BUNDLE_FILES}
        pages = {code: [self._page(now, files, code) for files in (before, now.files)] for code in LANGUAGES}
        return {code: changed_blocks(old, new) for code, (old, new) in pages.items()}

    def _page(self, bundle: Bundle, files: Mapping[str, str], language: Language) -> str | None:
        """Return the page visitors see; None where they see none."""
        is_hidden = not files[index_file(language)] or is_draft(bundle.folder, lambda path: files[path.name].encode())
        if is_hidden:
            return None
        return (
            self._desk.live.page(bundle, files, language)
            if bundle.folder.is_dir()
            else _words_of_gone(files[index_file(language)])
        )

    def _errors(self) -> list[Problem]:
        """Return what stops the site; what is wrong in a draft does not."""
        drafts = draft_folders(self._desk.content)
        found = self._desk.checker.problems(self._desk.today())
        return [
            problem
            for problem in found
            if problem.severity is Severity.ERROR and problem.path.rpartition("/")[0] not in drafts
        ]

    def _known_editor(self) -> tuple[str, str]:
        try:
            read = json.loads(self._editor.read_text(encoding="utf-8"))
            return str(read["name"]), str(read["email"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", ""


def _sender(form: FormData) -> Sender:
    name, email, message = (" ".join(str(form.get(key, "")).split()) for key in ("name", "email", "message"))
    name = re.sub(r"[<>\x00-\x1f]", "", name)
    is_address = re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", email)
    return Sender(name, email if is_address else f"{slug_from(name) or 'editor'}@editors.invalid", message)


def _words_of_gone(text: str) -> str:
    """Return a page with the words of a Markdown file whose pictures may be gone."""
    values, body = parts_of_text(text)
    title, summary = (escape(str(values.get(key, ""))) for key in ("title", "summary"))
    return f"<main><h1>{title}</h1><p>{summary}</p>{put_addresses(parse(body).html, lambda address: address)}</main>"


def _summary(changes: Mapping[str, Sequence[ChangedFile]], titles: Mapping[str, str], words: Words) -> str:
    """Return what is sent in one sentence: the first items with what happened to each."""
    named = [
        f"{titles.get(item, item)}: {words.say(change_of(files))}" for item, files in changes.items() if "/" in item
    ]
    more = [words.say("send_more", count=len(named) - _MOST_NAMED)] if len(named) > _MOST_NAMED else []
    return "; ".join([*named[:_MOST_NAMED], *more])
