"""The form of an item: shown, saved, undone, merged with what somebody else changed; and the form of a new one."""

import shutil
from collections.abc import Mapping
from difflib import unified_diff
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from plugins.desk.application import NEW, Desk, read_form, shown_text
from plugins.desk.bundles import (
    Bundle,
    NoSuchItemError,
    UnreadableItemError,
    edited_files,
    empty_bundle,
    folder_of,
    read_bundle,
    renamed_to,
    section_named,
    tree_of,
    write_files,
)
from plugins.desk.changes import changed_tree
from plugins.desk.checking import lies_in, problems_as_data
from plugins.desk.likeness import can_be_like, like
from plugins.desk.presets import first_tree
from plugins.desk.security import is_token
from plugins.desk.slugs import slug_from
from plugins.diagnostics import Severity
from plugins.model.items import BUNDLE_FILES, LANGUAGES
from plugins.model.placeholders import PLACEHOLDERS
from plugins.model.sections import Section, is_address_of_a_list
from plugins.model.sync_translations import declare_item
from plugins.model.synced import IN_STEP_FILE

_THEN = "then:"
"""Begins the action of a button that saves and leads on."""
_ARRIVING = frozenset({"films", "papers"})
"""Maps whose entries come by pages of their own, while the form may be open."""
_MOST_SECONDS_OF_A_PAPER = 120
_BESIDE = _ARRIVING | {"aliases"}
"""What the desk itself changes while the form may be open in another window; taken over without a question."""


class Items:
    """The pages of single items."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def item(self, request: Request) -> Response:
        """Show the form of an item, or do what its button says."""
        if request.method == "GET":
            return await run_in_threadpool(self._show_item, request)
        form = await read_form(request)
        return await run_in_threadpool(self._change_item, request, form)

    async def new(self, request: Request) -> Response:
        """Show the form of a new item, or save it."""
        if request.method == "GET":
            return await run_in_threadpool(self._show_new, request)
        form = await read_form(request)
        return await run_in_threadpool(self._save_new, request, form)

    def _show_item(self, request: Request) -> Response:
        try:
            bundle = self._desk.bundle(request)
            tree = tree_of(bundle)
        except NoSuchItemError:
            return self._desk.not_found(request)
        except UnreadableItemError:
            return self._raw(request)
        self._desk.bases.keep(f"{bundle.address}.{bundle.digest}", tree, bundle.digest)
        kept = self._desk.unsaved.kept(bundle.address)
        is_unsaved = kept is not None and self._differs(bundle, kept[1])
        return self._desk.item_page(request, bundle, tree, unsaved=is_unsaved)

    def _differs(self, bundle: Bundle, tree: Mapping[str, Any]) -> bool:
        try:
            return edited_files(bundle, tree) != dict(bundle.files)
        except UnreadableItemError:
            return False

    def _change_item(self, request: Request, form: FormData) -> Response:
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        action = str(form.get("action", "save"))
        if action == "finish":
            self._wait_for_papers(request)
        try:
            return self._changed(request, form, action)
        except NoSuchItemError:
            return self._moved_on(request, form)
        except UnreadableItemError:
            return self._raw(request)
        except OSError as error:
            bundle = self._desk.bundle(request)
            return self._not_written(request, bundle, self._desk.tree_in(bundle, form), error, base=str(form.get("base", "")))  # fmt: skip

    def _wait_for_papers(self, request: Request) -> None:
        """Wait for the papers that are just being hidden: what they write into the texts belongs to the finished item."""
        address = f"{request.path_params['section']}/{request.path_params['slug']}"
        for paper in [one for one in self._desk.papers.values() if one.address == address]:
            paper.wait_until_hidden(_MOST_SECONDS_OF_A_PAPER)

    def _moved_on(self, request: Request, form: FormData) -> Response:
        """Answer to the form of an item that another window gave another address, or deleted: what was typed is not lost."""
        try:
            section, slug = section_named(request.path_params["section"]), request.path_params["slug"]
            folder_of(self._desk.content, section, slug)
        except NoSuchItemError:
            return self._desk.not_found(request)
        if now := renamed_to(self._desk.content, section, slug):
            return RedirectResponse(f"/desk/{section.folder}/{now}/", 307)  # the browser sends the form there
        if not form.get("whole"):
            return self._desk.not_found(request)
        empty = empty_bundle(self._desk.content, section, "")
        refused = self._desk.words(request).say("gone_meanwhile")
        return self._desk.item_page(request, empty, self._desk.tree_in(empty, form), is_new=True, slug=slug, status=409, refused=refused)  # fmt: skip

    def _not_written(
        self, request: Request, bundle: Bundle, tree: Mapping[str, Any], error: OSError, **shown: Any
    ) -> Response:
        """Answer that the disk took nothing, with what was typed in the form."""
        refused = self._desk.not_written(request, error)
        return self._desk.item_page(request, bundle, tree, status=507, refused=refused, **shown)

    def _changed(self, request: Request, form: FormData, action: str) -> Response:
        with self._desk.writing:
            if action == "save-raw":
                return self._save_raw(request, form)
            bundle = self._desk.bundle(request)
            if action in ("undo", "in-step", "discard"):
                return self._act(bundle, action)
            tree = self._desk.tree_in(bundle, form)
            if _saves(action):
                return self._save(request, bundle, tree, form)
        base = str(form.get("base", ""))
        if action == "restore":
            base, tree = self._desk.unsaved.kept(bundle.address) or (bundle.digest, tree)
        elif action == "mend":
            tree = self._mended(bundle, edited_files(bundle, tree))
        else:
            tree = changed_tree(tree, action, self._desk.today())
        return self._desk.item_page(request, bundle, tree, base=base)

    def _mended(self, bundle: Bundle, files: Mapping[str, str]) -> dict[str, Any]:
        mended = self._desk.checker.mended(self._desk.today(), bundle, files)
        return tree_of(Bundle(bundle.section, bundle.slug, bundle.folder, mended))

    def _save(self, request: Request, bundle: Bundle, tree: dict[str, Any], form: FormData) -> Response:
        base = str(form.get("base") or form.get("digest") or bundle.digest)
        if base != bundle.digest:
            known = self._desk.bases.kept(f"{bundle.address}.{base}")
            is_seen = str(form.get("digest")) == bundle.digest
            if known is None or not (is_seen or _only_arrived(known[1], tree_of(bundle))):
                return self._conflict(request, bundle, tree, known[1] if known else None, base)
            tree = _merged(known[1], tree, tree_of(bundle))
        action = str(form.get("action"))
        if action == "finish":
            return self._finish(bundle, tree)
        changed = write_files(bundle, edited_files(bundle, tree), self._desk.history)
        self._desk.unsaved.forget(bundle.address)
        return self._then(bundle, action) or self._done(bundle, "saved" if changed else "unchanged")

    def _then(self, bundle: Bundle, action: str) -> Response | None:
        """Return the way to what an editor does after a save: put in a film or a paper, or see to a paper that was read."""
        wanted, _, word = action.removeprefix(_THEN).partition(":")
        if not action.startswith(_THEN):
            return None
        if word in self._desk.papers:
            return RedirectResponse(f"/desk/paper/{word}/", 303)
        return RedirectResponse(f"/desk/{bundle.address}/{wanted}/", 303) if wanted in ("film", "paper") else None

    def _finish(self, bundle: Bundle, tree: dict[str, Any]) -> Response:
        """Save an item that is a draft no more, its languages declared to say the same; while it has errors it stays a draft."""
        facts = {key: value for key, value in tree["facts"].items() if key != "draft"}
        files = edited_files(bundle, tree | {"facts": facts})
        found = self._desk.checker.problems_of(self._desk.today(), bundle, files)
        is_good = not any(problem.severity is Severity.ERROR for problem in found)
        write_files(bundle, files if is_good else edited_files(bundle, tree), self._desk.history)
        self._desk.unsaved.forget(bundle.address)
        if is_good:
            self._declare(bundle)
        return self._done(bundle, "finished" if is_good else "unfinished")

    def _conflict(
        self, request: Request, bundle: Bundle, tree: dict[str, Any], base: Mapping[str, Any] | None, digest: str
    ) -> Response:
        """Show what somebody else changed, with the editor's own text in the form; nothing is written."""
        old = edited_files(empty_bundle(self._desk.content, bundle.section, bundle.slug), base) if base else {}
        now = edited_files(empty_bundle(self._desk.content, bundle.section, bundle.slug), tree_of(bundle))
        lines: list[str] = []
        for name in BUNDLE_FILES:
            found = unified_diff(old.get(name, "").splitlines(), now[name].splitlines(), lineterm="", n=1)
            lines += [line for line in found if not line.startswith(("---", "+++", "@@"))]
        return self._desk.item_page(request, bundle, tree, status=409, difference=lines, base=digest)

    def _act(self, bundle: Bundle, action: str) -> Response:
        if action == "undo":
            address = self._desk.history.undo(bundle.address)
            self._desk.unsaved.forget(bundle.address)
            said = "undone" if address else "nothing_to_undo"
            return RedirectResponse(f"/desk/{address or bundle.address}/?said={said}", 303)
        if action == "in-step":
            is_done = self._declare(bundle)
            return self._done(bundle, "in_step_done" if is_done else "problems")
        self._desk.unsaved.forget(bundle.address)
        return self._done(bundle, "")

    def _declare(self, bundle: Bundle) -> bool:
        """Declare that both languages say the same; return whether the item could be read."""
        with self._desk.history.step(bundle.address, [self._desk.content / IN_STEP_FILE]):
            return declare_item(self._desk.content, bundle.place)

    def _done(self, bundle: Bundle, said: str) -> Response:
        return RedirectResponse(f"/desk/{bundle.address}/{f'?said={quote(said)}' if said else ''}", 303)

    def _raw(self, request: Request) -> Response:
        """Show the texts of an item that is no form."""
        section = section_named(request.path_params["section"])
        folder = folder_of(self._desk.content, section, request.path_params["slug"])
        files = {name: shown_text(folder / name) for name in BUNDLE_FILES}
        bundle = Bundle(section, request.path_params["slug"], folder, files)
        found = [problem for problem in self._desk.checker.problems(self._desk.today()) if lies_in(problem, bundle)]
        problems = problems_as_data(found, bundle, files, self._desk.words(request).language)
        return self._desk.page(
            request, "raw.html", files=files, heading=bundle.slug, digest=bundle.digest, problems=problems
        )

    def _save_raw(self, request: Request, form: FormData) -> Response:
        section = section_named(request.path_params["section"])
        folder = folder_of(self._desk.content, section, request.path_params["slug"])
        if not folder.is_dir():
            raise NoSuchItemError
        bundle = Bundle(section, folder.name, folder, {name: shown_text(folder / name) for name in BUNDLE_FILES})
        if form.get("digest") != bundle.digest:
            return self._raw(request)
        files = {name: str(form.get(f"raw.{name}", bundle.files[name])).replace("\r\n", "\n") for name in BUNDLE_FILES}
        changed = write_files(bundle, files, self._desk.history)
        return self._done(bundle, "saved" if changed else "unchanged")

    def _show_new(self, request: Request) -> Response:
        try:
            section = section_named(request.path_params["section"])
        except NoSuchItemError:
            return self._desk.not_found(request)
        bundle = empty_bundle(self._desk.content, section, "")
        tree = first_tree(self._desk.content, section, self._desk.today())
        if not (slug := request.query_params.get("like")) or not can_be_like(section):
            return self._desk.item_page(request, bundle, tree, is_new=True)
        try:
            other = tree_of(read_bundle(self._desk.content, section, slug))
        except (NoSuchItemError, UnreadableItemError):
            return self._desk.not_found(request)
        words = self._desk.words(request)
        named = str(other[words.language].get("title", "") or _title_of(other))
        placeholder = next(word for code, word in PLACEHOLDERS.items() if code == words.language)
        notice = words.say("like_note", title=named, placeholder=placeholder)
        return self._desk.item_page(request, bundle, like(other, tree, bundle.schema), is_new=True, notice=notice)

    def _save_new(self, request: Request, form: FormData) -> Response:
        if not is_token(form.get("token"), self._desk.token):
            return self._desk.forbidden(request)
        try:
            section = section_named(request.path_params["section"])
        except NoSuchItemError:
            return self._desk.not_found(request)
        empty = empty_bundle(self._desk.content, section, "")
        tree = self._desk.tree_in(empty, form)
        asked, action = str(form.get("slug", "")).strip(), str(form.get("action", "save"))
        if action == "mend":
            tree = self._mended(empty_bundle(self._desk.content, section, NEW), edited_files(empty, tree))
        elif not _saves(action):
            tree = changed_tree(tree, action, self._desk.today())
        if not _saves(action):
            return self._desk.item_page(request, empty, tree, is_new=True, slug=asked)
        with self._desk.writing:
            return self._written_new(request, tree, asked, action)

    def _written_new(self, request: Request, tree: dict[str, Any], asked: str, action: str) -> Response:
        section = section_named(request.path_params["section"])
        empty = empty_bundle(self._desk.content, section, "")
        bundle = self._new_bundle(section, asked, tree)
        if bundle is None:
            is_named = bool(asked or _title_of(tree).strip())
            refused = self._desk.words(request).say("taken" if is_named else "title_first")
            return self._desk.item_page(request, empty, tree, is_new=True, slug=asked, status=409, refused=refused)
        files = edited_files(bundle, tree)
        try:
            write_files(bundle, files, self._desk.history)
        except OSError as error:
            return self._not_written(request, empty, tree, error, is_new=True, slug=asked)
        self._move_photos(bundle, "".join(files.values()))
        if action == "finish":
            saved = read_bundle(self._desk.content, section, bundle.slug)
            return self._finish(saved, tree_of(saved))
        return self._then(bundle, action) or self._done(bundle, "saved")

    def _new_bundle(self, section: Section, asked: str, tree: Mapping[str, Any]) -> Bundle | None:
        """Return the files of a new item, none of which is written; None where no item may have the address."""
        slug = asked or slug_from(_title_of(tree), self._taken(section.folder))
        try:
            folder = folder_of(self._desk.content, section, slug)
        except NoSuchItemError:
            return None
        is_free = not folder.exists() and not is_address_of_a_list(section, slug) and section.folder != "new"
        return empty_bundle(self._desk.content, section, slug) if is_free else None

    def _move_photos(self, bundle: Bundle, words: str) -> None:
        """Move the photos that a new item shows into its folder; the others are not kept."""
        staged = self._desk.staged(bundle.section.folder)
        for photo in staged.iterdir() if staged.is_dir() else ():
            if photo.name in words:
                photo.rename(bundle.folder / photo.name)
        shutil.rmtree(staged, ignore_errors=True)

    def _taken(self, section: str) -> set[str]:
        folder = self._desk.content / section
        return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def _saves(action: str) -> bool:
    return action in ("save", "finish") or action.startswith(_THEN)


def _title_of(tree: Mapping[str, Any]) -> str:
    return str(tree["ru"].get("title", "")) or str(tree["kk"].get("title", ""))


def _only_arrived(base: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Return whether nothing but a film, a paper or another address of this item has come since the form was opened."""
    parts = ("facts", *LANGUAGES)
    kept, found = ({part: {key: value for key, value in tree.get(part, {}).items() if key not in _BESIDE} for part in parts} for tree in (base, now))  # fmt: skip
    return kept == found


def _merged(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is saved with what the editor changed since the form was opened, key by key."""
    result: dict[str, Any] = {}
    for part in ("facts", *LANGUAGES):
        old, own, now = (dict(tree.get(part, {})) for tree in (base, mine, theirs))
        keys = {*old, *own, *now}
        merged = {key: own.get(key) if own.get(key) != old.get(key) else now.get(key) for key in keys}
        for key in _ARRIVING & keys:
            came = {name: entry for name, entry in now.get(key, {}).items() if name not in old.get(key, {})}
            merged[key] = {**(own.get(key) or {}), **came} or None
        result[part] = {key: value for key, value in merged.items() if value is not None}
    return result
