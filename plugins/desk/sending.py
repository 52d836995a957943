"""What an editor changed, sent to the engineer: committed and pushed where a remote is set, else packed into one file."""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path

from plugins.cache.atomic import write_whole
from plugins.cache.store import content_digest
from plugins.desk.slugs import slug_from
from plugins.model.items import FACTS_FILE

_SECONDS = 120
_TEXTS = (".md", ".yaml", ".vtt")
_MOST_LINES = 400


class SendingFailedError(Exception):
    """The changes could not be sent; they are where they were."""


class Change(StrEnum):
    """What happened to a file."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of the content that has not been sent, and the lines that differ."""

    path: str
    change: Change
    lines: tuple[str, ...] = ()

    @property
    def item(self) -> str:
        """The item it belongs to, for example `news/meeting`; the file itself where it belongs to none."""
        parts = self.path.split("/")
        return "/".join(parts[1:3]) if len(parts) > 3 else "/".join(parts[1:])


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends, and what they say of it."""

    name: str
    email: str
    message: str


class Outbox:
    """The changes of `content/` in the project at `root` since they were last sent."""

    def __init__(self, root: Path, kept: Path) -> None:
        self._root, self._kept = root, kept
        self._record = kept / "sent.json"
        self._sent = kept / "sent"
        is_repository = (root / ".git").exists() and shutil.which("git") is not None
        self._git = _Git(root) if is_repository else None
        if self._git is None and not self._record.is_file():
            self._remember()

    def changes(self) -> list[ChangedFile]:
        """Return every file that has not been sent, by path."""
        found = self._git.changes() if self._git else self._changed_since_record()
        return [ChangedFile(path, change, self._lines(path, change)) for path, change in sorted(found.items())]

    def send(self, sender: Sender) -> str:
        """Send all changes; return the name of the archive where no remote is set, otherwise nothing.

        Raises SendingFailedError.
        """
        changes = self.changes()
        if self._git is None:
            name = self._archive(changes, sender)
            self._remember()
            return name
        remote = self._git.remote()
        name = "" if remote else self._archive(changes, sender)
        self._git.commit(sender)
        if remote:
            self._git.push(remote, sender)
        return name

    def sent_text(self, path: str) -> str:
        """Return a text as it was when it was last sent; empty where it was not."""
        if self._git is not None:
            return self._git.committed(path)
        file = self._sent / path
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    def archive(self, name: str) -> Path | None:
        """Return an archive by its name."""
        path = self._kept / "outbox" / Path(name).name
        return path if path.suffix == ".zip" and path.is_file() else None

    def _changed_since_record(self) -> dict[str, Change]:
        try:
            before: dict[str, str] = json.loads(self._record.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            before = {}
        now = self._digests()
        return {
            path: Change.GONE if path not in now else Change.CHANGED if path in before else Change.ADDED
            for path in {*before, *now}
            if before.get(path) != now.get(path)
        }

    def _remember(self) -> None:
        self._kept.mkdir(parents=True, exist_ok=True)
        write_whole(self._record, json.dumps(self._digests()).encode(), durable=True)
        shutil.rmtree(self._sent, ignore_errors=True)
        shutil.copytree(self._root / "content", self._sent / "content", ignore=_no_texts)

    def _digests(self) -> dict[str, str]:
        files = (
            path
            for path in (self._root / "content").rglob("*")
            if path.is_file() and not path.is_symlink() and not path.name.startswith(".")
        )
        return {path.relative_to(self._root).as_posix(): content_digest(path.read_bytes()) for path in files}

    def _lines(self, path: str, change: Change) -> tuple[str, ...]:
        """Return the lines of a text that differ, each with `+` or `-` before it."""
        if not path.endswith(_TEXTS):
            return ()
        old = self.sent_text(path) if change is not Change.ADDED else ""
        file = self._root / path
        new = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
        found = unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
        lines = [line for line in found if not line.startswith(("---", "+++", "@@"))]
        return tuple(line for line in lines if line[1:].strip())[:_MOST_LINES]

    def _archive(self, changes: Sequence[ChangedFile], sender: Sender) -> str:
        folder = self._kept / "outbox"
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{datetime.now():%Y-%m-%d-%H%M%S}-{slug_from(sender.name) or 'editor'}.zip"
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            gone = [changed.path for changed in changes if changed.change is Change.GONE]
            about = f"{sender.name} <{sender.email}>\n{sender.message}\n"
            archive.writestr("ABOUT.txt", about + "".join(f"- {path}\n" for path in gone))
            for changed in changes:
                if changed.change is not Change.GONE:
                    archive.write(self._root / changed.path, changed.path)
        return name


class _Git:
    """The few commands that sending needs; no editor sees their words."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def changes(self) -> dict[str, Change]:
        status = self._run("status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", "content")
        kinds = {"?": Change.ADDED, "A": Change.ADDED, "D": Change.GONE}
        found: dict[str, Change] = {}
        for line in filter(None, status.split("\0")):
            state = line[:2].strip()
            found[line[3:]] = kinds.get(state[-1], Change.CHANGED)
        return found

    def committed(self, path: str) -> str:
        try:
            return self._run("show", f"HEAD:{path}")
        except SendingFailedError:
            return ""

    def remote(self) -> str:
        names = self._run("remote").split()
        return "origin" if "origin" in names else next(iter(names), "")

    def commit(self, sender: Sender) -> None:
        self._run("add", "--all", "--", "content")
        own = {"user.name": sender.name, "user.email": sender.email, "commit.gpgsign": "false"}
        settings = [part for name, value in own.items() for part in ("-c", f"{name}={value}")]
        self._run(*settings, "commit", "--quiet", "--message", sender.message, "--", "content")

    def push(self, remote: str, sender: Sender) -> None:
        """Push the last commit as a branch of its own; where that fails, take the commit back."""
        branch = f"desk/{datetime.now():%Y-%m-%d-%H%M%S}-{slug_from(sender.name) or 'editor'}"
        try:
            self._run("push", "--quiet", remote, f"HEAD:refs/heads/{branch}")
        except SendingFailedError:
            self._run("reset", "--quiet", "--soft", "HEAD~1")
            raise

    def _run(self, *arguments: str) -> str:
        quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "true", "SSH_ASKPASS": "true", "LC_ALL": "C.UTF-8"}
        settings = ("-c", "core.quotepath=off", "-c", "core.safecrlf=false")
        try:
            ran = subprocess.run(  # noqa: S603 - fixed commands; names and words are arguments, never a shell's
                ["git", *settings, *arguments],  # noqa: S607 - the one of the path, as the engineer set it up
                cwd=self._root,
                env={**os.environ, **quiet},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SendingFailedError(str(error)) from error
        if ran.returncode:
            detail = ran.stderr.decode("utf-8", "replace").strip() or ran.stdout.decode("utf-8", "replace").strip()
            raise SendingFailedError(detail.splitlines()[-1] if detail else str(ran.returncode))
        return ran.stdout.decode("utf-8", "replace")


def _no_texts(folder: str, names: list[str]) -> list[str]:
    """Return what is not copied: pictures, films and links."""
    found = {name: Path(folder, name) for name in names}
    return [name for name, path in found.items() if path.is_symlink() or not (path.is_dir() or name.endswith(_TEXTS))]


def by_item(changes: Sequence[ChangedFile]) -> Mapping[str, list[ChangedFile]]:
    """Return the changed files by their item."""
    found: dict[str, list[ChangedFile]] = {}
    for changed in changes:
        found.setdefault(changed.item, []).append(changed)
    return found


def change_of(files: Sequence[ChangedFile]) -> Change:
    """Return what happened to an item: it is new, or gone, if all its changed files are."""
    kinds = {changed.change for changed in files}
    return kinds.pop() if len(kinds) == 1 and _names_an_item(files) else Change.CHANGED


def _names_an_item(files: Sequence[ChangedFile]) -> bool:
    """Return whether the facts of an item are among the files: a picture alone makes no page."""
    return any(changed.path.endswith(f"/{FACTS_FILE}") for changed in files) or files[0].change is Change.CHANGED
