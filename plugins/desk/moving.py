"""Renames, deletes and restores items; links to them are reported or updated, and nothing is lost."""

import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.cache.atomic import write_whole
from plugins.desk.application import Desk, read_form
from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    folder_of,
    section_named,
    tree_of,
)
from plugins.desk.checking import Checker, problems_as_data
from plugins.desk.history import History
from plugins.desk.security import is_token
from plugins.desk.words import Words
from plugins.desk.yaml_edit import edited_yaml
from plugins.diagnostics import Problem
from plugins.model.items import FACTS_FILE
from plugins.model.sections import is_address_of_a_list
from plugins.model.synced import IN_STEP_FILE

_WRITTEN = (".md", ".yaml")
_KEPT = re.compile(r"\d{20}\.[a-z-]+\.[a-z0-9-]+")


class TakenAddressError(Exception):
    """Another item has the address, or none may have it."""


def rename_item(content: Path, bundle: Bundle, slug: str, history: History) -> None:
    """Give an item another address, and mend every link to it, as one step of `history`. Raises TakenAddressError."""
    try:
        folder = folder_of(content, bundle.section, slug)
    except NoSuchItemError as error:
        raise TakenAddressError from error
    if folder.exists() or is_address_of_a_list(bundle.section, slug) or bundle.slug in bundle.section.own_schemas:
        raise TakenAddressError
    facts = bundle.folder / FACTS_FILE
    mended = {facts: _with_alias(bundle)}
    for path, text in _texts_of(content):
        new = _with_address(mended.get(path, text), bundle, slug, path.name)
        if new != text:
            mended[path] = new
    address = f"{bundle.section.folder}/{slug}"
    with history.step(bundle.address, mended, moved_to=address):
        bundle.folder.rename(folder)
        for path, text in mended.items():
            is_own = path.is_relative_to(bundle.folder)
            write_whole(folder / path.relative_to(bundle.folder) if is_own else path, text.encode(), durable=True)


def _texts_of(content: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(content.rglob("*")):
        if path.suffix in _WRITTEN and path.is_file() and not path.is_symlink():
            with suppress(UnicodeDecodeError):
                yield path, path.read_bytes().decode("utf-8")


def _with_address(text: str, bundle: Bundle, slug: str, name: str) -> str:
    """Return a text with the links to an item, and the declaration of its languages, under the address it gets."""
    old, new = (f"/{bundle.section.item_path(one)}" for one in (bundle.slug, slug))
    mended = re.sub(rf"(?<![\w/-]){re.escape(old)}(?![a-z0-9])", new, text)
    if name == IN_STEP_FILE:
        declared = rf"(?m)^{re.escape(bundle.address)}:"
        mended = re.sub(declared, f"{bundle.section.folder}/{slug}:", mended)
    return mended


def _with_alias(bundle: Bundle) -> str:
    """Return the facts of an item with its present address among the former ones, so that it leads on."""
    facts = tree_of(bundle)["facts"]
    former = [*facts.get("aliases", {}).values(), bundle.slug]
    facts["aliases"] = {str(number): slug for number, slug in enumerate(former)}
    return edited_yaml(bundle.files[FACTS_FILE], facts, bundle.schema.facts)


def delete_item(bundle: Bundle, kept: Path) -> str:
    """Take an item out of the content; return the name under which it is kept below `kept`."""
    name = f"{time.time_ns():020}.{bundle.section.folder}.{bundle.slug}"
    kept.mkdir(parents=True, exist_ok=True)
    shutil.move(bundle.folder, kept / name)
    return name


def breaks_without(checker: Checker, bundle: Bundle, today: date) -> list[Problem]:
    """Return the problems that the content would have without an item, and has not now."""
    before = set(checker.problems(today))
    return [problem for problem in checker.problems_without(today, bundle.address) if problem not in before]


def _by_place(
    problems: Sequence[Problem], bundle: Bundle, titles: Mapping[str, str], words: Words
) -> dict[str, list[str]]:
    """Return what breaks by the address of the item it is in, or by its file; each sentence once for both languages."""
    found: dict[str, list[str]] = {}
    for data in problems_as_data(problems, bundle, {}, words.language):
        address = "/".join(data["path"].split("/")[1:3])
        sentence = words.said["delete_link"] if data["rule"] == "broken-link" else data["shown"]["what"]
        sentences = found.setdefault(address if address in titles else data["path"], [])
        if sentence not in sentences:
            sentences.append(sentence)
    return found


def kept_items(root: Path) -> Path:
    """Return the folder of a project in which deleted items are kept."""
    return root / ".cache" / "desk" / "deleted"


def kept_by_address(root: Path) -> dict[str, str]:
    """Return under which name each deleted item was kept last, by its address such as `news/meeting`."""
    folder = kept_items(root)
    names = sorted(entry.name for entry in folder.iterdir()) if folder.is_dir() else []
    return {"/".join(name.split(".")[1:]): name for name in names if _KEPT.fullmatch(name)}


def bring_back(content: Path, kept: Path, name: str) -> str:
    """Put a deleted item back; return its address. Raises NoSuchItemError where it is not kept or its place is taken."""
    if not _KEPT.fullmatch(name) or not (kept / name).is_dir():
        raise NoSuchItemError(name)
    _, folder, slug = name.split(".")
    place = folder_of(content, section_named(folder), slug)
    if place.exists():
        raise NoSuchItemError(name)
    shutil.move(kept / name, place)
    return f"{folder}/{slug}"


class Moving:
    """The pages on which an item is renamed, deleted and brought back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept = kept_items(desk.root)

    async def delete(self, request: Request) -> Response:
        """Show what would break without an item, or delete it."""
        form = await read_form(request) if request.method == "POST" else None
        return await run_in_threadpool(self._delete, request, form)

    async def bring_back(self, request: Request) -> Response:
        """Put back what was deleted."""
        return await run_in_threadpool(self._bring_back, request, await read_form(request))

    async def rename(self, request: Request) -> Response:
        """Give an item another address."""
        return await run_in_threadpool(self._rename, request, await read_form(request))

    def _delete(self, request: Request, form: FormData | None) -> Response:
        desk = self._desk
        try:
            bundle = desk.item(request)
        except (NoSuchItemError, UnreadableItemError):
            return desk.not_found(request)
        if form is None:
            words = desk.words(request)
            titles = desk.titles(words.language)
            heading = titles.get(bundle.address, bundle.slug)
            problems = breaks_without(desk.checker, bundle, desk.today())
            broken = _by_place(problems, bundle, titles, words)
            return desk.page(
                request, "delete.html", heading=heading, address=bundle.address, broken=broken, titles=titles
            )
        if not is_token(form.get("token"), desk.token):
            return desk.forbidden(request)
        try:
            with desk.writing:
                name = delete_item(desk.item(request), self._kept)
        except (NoSuchItemError, UnreadableItemError):
            return desk.not_found(request)
        return RedirectResponse(f"/desk/?said=deleted&kept={quote(name)}", 303)

    def _bring_back(self, request: Request, form: FormData) -> Response:
        desk = self._desk
        if not is_token(form.get("token"), desk.token):
            return desk.forbidden(request)
        try:
            with desk.writing:
                address = bring_back(desk.content, self._kept, str(form.get("kept", "")))
        except NoSuchItemError:
            return desk.not_found(request)
        return RedirectResponse(f"/desk/{address}/", 303)

    def _rename(self, request: Request, form: FormData) -> Response:
        desk = self._desk
        if not is_token(form.get("token"), desk.token):
            return desk.forbidden(request)
        slug = str(form.get("slug", "")).strip()
        try:
            with desk.writing:
                bundle = desk.item(request)
                address = f"{bundle.section.folder}/{slug}"
                rename_item(desk.content, bundle, slug, desk.history)
                desk.unsaved.move(bundle.address, address)
                desk.bases.move(bundle.address, address)
        except (NoSuchItemError, UnreadableItemError):
            return desk.not_found(request)
        except TakenAddressError:
            return RedirectResponse(f"/desk/{bundle.address}/?said=taken", 303)
        return RedirectResponse(f"/desk/{address}/?said=renamed", 303)
