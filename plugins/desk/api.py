"""The addresses the desk's script calls: problems while typing, changed fields, an uploaded photo."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from plugins.checks.mending import is_mendable
from plugins.desk.application import NEW, Desk, read_form
from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    edited_files,
    empty_bundle,
    read_moved_bundle,
    section_named,
    tree_of,
)
from plugins.desk.changes import changed_tree
from plugins.desk.checking import problems_as_data
from plugins.desk.photos import UnreadablePhotoError, save_photo
from plugins.desk.security import is_token
from plugins.desk.tree import names_of
from plugins.model.items import LANGUAGES

_SETTLED_AT_THE_END = frozenset({"undeclared-translation"})
"""Rules that are silent while an item is a draft: the button that finishes it settles them."""


class Api:
    """The answers to the desk's script."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def check(self, request: Request) -> Response:
        """Answer with the problems of the item as it is in the form, in the form of `inv check --format json`."""
        fields = await _fields_of(request)
        return await run_in_threadpool(self._check, request, fields)

    async def page(self, request: Request) -> Response:
        """Answer with the site's page of the item as it is in the form; 204 where none can be made yet."""
        fields = await read_form(request)
        return await run_in_threadpool(self._page, fields)

    async def mend(self, request: Request) -> Response:
        """Answer with the values of the form that change where one problem, or all that can be, is mended."""
        fields = await read_form(request)
        return await run_in_threadpool(self._mend, fields)

    async def fields(self, request: Request) -> Response:
        """Answer with the fields of a form after one of its buttons was pressed."""
        fields = await read_form(request)
        return await run_in_threadpool(self._fields, request, fields)

    async def photo(self, request: Request) -> Response:
        """Take a photo into the folder of an item; answer with the name of its file."""
        fields = await request.form(max_files=1, max_fields=10)
        photo = fields.get("photo")
        if not is_token(fields.get("token"), self._desk.token):
            return JSONResponse({"error": "forbidden"}, 403)
        if not isinstance(photo, UploadFile):
            return JSONResponse({"error": "no photo"}, 400)
        content = await photo.read()
        return await run_in_threadpool(self._photo, str(fields.get("item", "")), photo.filename or "", content)

    def _check(self, request: Request, fields: FormData) -> Response:
        language = self._desk.words(request).language
        try:
            bundle = self._bundle(_item_of(request, fields))
            tree = self._desk.tree_in(bundle, fields)
            files = edited_files(bundle, tree)
        except NoSuchItemError:
            return JSONResponse({"error": "no such item"}, 404)
        except UnreadableItemError:
            return JSONResponse({"error": "not readable"}, 409)
        if fields.get("whole") and files != dict(bundle.files) and is_token(fields.get("token"), self._desk.token):
            self._desk.unsaved.keep(bundle.address, tree, str(fields.get("base", bundle.digest)))
        beside = self._desk.staged(bundle.section.folder) if bundle.slug == NEW else None
        own = self._desk.checker.problems_of(self._desk.today(), bundle, files, beside=beside)
        if tree["facts"].get("draft") == "true":
            own = [problem for problem in own if problem.rule not in _SETTLED_AT_THE_END]
        mendable = any(map(is_mendable, own))
        return JSONResponse({"problems": problems_as_data(own, bundle, files, language), "mendable": mendable})

    def _page(self, fields: FormData) -> Response:
        language = next((code for code in LANGUAGES if code == fields.get("language")), LANGUAGES[0])
        try:
            bundle = self._bundle(str(fields.get("item", "")))
            files = edited_files(bundle, self._desk.tree_in(bundle, fields))
        except (NoSuchItemError, UnreadableItemError):
            return Response(status_code=404)
        page = self._desk.live.page(bundle, files, language) if bundle.slug != NEW else None
        return Response(page, media_type="text/plain") if page else Response(status_code=204)

    def _mend(self, fields: FormData) -> Response:
        try:
            bundle = self._bundle(str(fields.get("item", "")))
            tree = self._desk.tree_in(bundle, fields)
            files = edited_files(bundle, tree)
            mended = self._desk.checker.mended(self._desk.today(), bundle, files, str(fields.get("problem", "")))
            before, after = (dict(names_of(tree_of(replace(bundle, files=texts)))) for texts in (files, mended))
        except (NoSuchItemError, UnreadableItemError):
            return Response(status_code=404)
        typed = dict(names_of(tree))
        changed = {name: value for name, value in after.items() if value != before.get(name)}
        return JSONResponse(
            {"values": {name: _as_typed(value, typed.get(name, "")) for name, value in changed.items()}}
        )

    def _fields(self, request: Request, fields: FormData) -> Response:
        desk = self._desk
        try:
            bundle = self._bundle(str(fields.get("item", "")))
            tree = changed_tree(desk.tree_in(bundle, fields), str(fields.get("action", "")), self._desk.today())
        except (NoSuchItemError, UnreadableItemError):
            return Response(status_code=404)
        words = desk.words(request)
        values = {"words": words, "say": words.say, "is_new": bundle.slug == NEW} | desk.form_values(
            words, bundle, tree
        )
        return HTMLResponse(desk.templates.get_template("both.html").render(values))

    def _photo(self, item: str, name: str, content: bytes) -> Response:
        try:
            with self._desk.writing:
                bundle = self._bundle(item)
                folder = self._desk.staged(bundle.section.folder) if bundle.slug == NEW else bundle.folder
                folder.mkdir(parents=True, exist_ok=True)
                file = save_photo(folder, name, content)
        except (NoSuchItemError, UnreadableItemError):
            return JSONResponse({"error": "no such item"}, 404)
        except UnreadablePhotoError:
            return JSONResponse({"error": "not a picture"}, 415)
        return JSONResponse({"file": file})

    def _bundle(self, item: str) -> Bundle:
        folder, _, slug = item.strip("/").partition("/")
        section = section_named(folder)
        if not slug or slug == NEW:
            return empty_bundle(self._desk.content, section, NEW)
        return read_moved_bundle(self._desk.content, section, slug)


def _as_typed(value: str, typed: str) -> str:
    """Return a mended text without the line feed that the file ends with, where the form has none."""
    return value if typed.endswith("\n") else value.removesuffix("\n")


def _item_of(request: Request, fields: FormData) -> str:
    """Return the item a request is about: as it names it, or the one whose page it comes from."""
    if named := fields.get("item"):
        return str(named)
    if fields.get("section"):
        return f"{fields.get('section')}/{fields.get('slug', '')}"
    return urlsplit(request.headers.get("referer", "")).path.removeprefix("/desk/").removeprefix("new/")


async def _fields_of(request: Request) -> FormData:
    """Return the fields of a request, whether a form sends them or a JSON object of names and values."""
    if not request.headers.get("content-type", "").startswith("application/json"):
        return await read_form(request)
    try:
        read: Any = await request.json()
    except (ValueError, RecursionError):
        return FormData()
    found = read if isinstance(read, Mapping) else {}
    inner = found.get("fields")
    pairs = {**found, **(inner if isinstance(inner, Mapping) else {})}
    return FormData([(str(name), str(value)) for name, value in pairs.items() if isinstance(value, str | int | float)])
