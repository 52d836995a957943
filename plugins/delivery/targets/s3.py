"""Releases in an S3-compatible store through rclone. A store has no switch, so the order is what keeps the site whole:
files named by content first, then pages, deletions last.

A file named by content is deleted 30 days after the last release that had it. Stores do not negotiate encodings: compressed
copies stay here, and a CDN in front compresses. Security headers come from the CDN too (`_headers`).
"""

import json
import os
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from plugins.delivery.build_record import BUILD_FILE
from plugins.delivery.compression import ENDINGS
from plugins.delivery.headers import CONTENT_TYPES, IMMUTABLE, NAMED_BY_CONTENT, REVALIDATED
from plugins.delivery.targets.configuration import DAYS_KEPT, S3Target
from plugins.diagnostics.refusal import RefusedError

KEPT_FILE = ".well-known/kept.json"
"""When a file named by content was last part of a release, by its path."""


class Store:
    """The bucket of a target; `rclone` is the program."""

    def __init__(self, target: S3Target, rclone: str = "rclone") -> None:
        self._rclone = rclone
        self._remote = f"site:{target.bucket}"
        self._environment = os.environ | {
            "RCLONE_CONFIG": os.devnull,
            "RCLONE_CONFIG_SITE_TYPE": "s3",
            "RCLONE_CONFIG_SITE_PROVIDER": "Other",
            "RCLONE_CONFIG_SITE_ENV_AUTH": "true",  # the keys stay in the environment
            "RCLONE_CONFIG_SITE_ENDPOINT": target.endpoint,
            "RCLONE_CONFIG_SITE_REGION": target.region,
            "RCLONE_S3_NO_CHECK_BUCKET": "true",
        }

    def send(self, tree: Path, today: date | None = None) -> None:
        """Bring `tree` into the store. Raises RefusedError at the first step that fails; run again, it goes on."""
        names = [file.relative_to(tree).as_posix() for file in sorted(tree.rglob("*")) if file.is_file()]
        names = [name for name in names if not name.endswith(ENDINGS)]
        named = [name for name in names if name.split("/")[0] in NAMED_BY_CONTENT]
        pages = [name for name in names if name not in set(named) and name != BUILD_FILE]
        self._copy(tree, named, IMMUTABLE, "--immutable")
        self._copy(tree, pages, REVALIDATED)
        self._copy(tree, [BUILD_FILE], REVALIDATED)
        self._delete(names, named, today or datetime.now(UTC).date())

    def _copy(self, tree: Path, names: Iterable[str], kept: str, *options: str) -> None:
        """Upload files, those of one media type together: the table of types decides, not the machine."""
        by_type: dict[str, list[str]] = {}
        for name in names:
            kind = CONTENT_TYPES.get(name.rpartition(".")[2], "text/plain; charset=utf-8")
            by_type.setdefault(kind, []).append(name)
        for kind, group in by_type.items():
            headers = ("--header-upload", f"Cache-Control: {kept}", "--header-upload", f"Content-Type: {kind}")
            wanted = "\n".join(group)
            self._run(
                "copy", str(tree), self._remote, "--checksum", "--files-from-raw", "-", *headers, *options, given=wanted
            )

    def _delete(self, names: list[str], named: list[str], today: date) -> None:
        there = set(self._run("lsf", "--recursive", "--files-only", self._remote).splitlines()) - {KEPT_FILE}
        last_day = self._last_days() | dict.fromkeys(named, today.isoformat())
        gone = there - set(names)
        expired = (today - timedelta(days=DAYS_KEPT)).isoformat()
        lasting = {name for name in gone if name.split("/")[0] in NAMED_BY_CONTENT}
        last_day |= {name: today.isoformat() for name in lasting - last_day.keys()}
        old = {name for name in lasting if last_day[name] < expired}
        doomed = (gone - lasting) | old
        kept = {name: day for name, day in sorted(last_day.items()) if name not in old}
        self._run("rcat", f"{self._remote}/{KEPT_FILE}", given=json.dumps(kept, indent=0))
        if doomed:
            self._run("delete", self._remote, "--files-from-raw", "-", given="\n".join(sorted(doomed)))

    def _last_days(self) -> dict[str, str]:
        with suppress(RefusedError, ValueError):
            return dict(json.loads(self._run("cat", f"{self._remote}/{KEPT_FILE}")))
        return {}

    def _run(self, *words: str, given: str = "") -> str:
        command = [self._rclone, *words]
        done = subprocess.run(  # noqa: S603 - no shell
            command, input=given, capture_output=True, text=True, check=False, env=self._environment
        )
        if done.returncode:
            detail = done.stderr.strip().splitlines()
            raise RefusedError("publish_failed", step=f"rclone {words[0]}", detail=detail[-1] if detail else "")
        return done.stdout
