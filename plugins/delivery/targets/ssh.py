"""Releases on a server over ssh and rsync: the switch is one rename of a link.

`releases/<utc>-<digest>/` is filled beside the others, unchanged files are hard links to the last release and keep their
time. It is checked against its hashes, tested at the server itself, and only then `current` is pointed at it. A release that
was interrupted stays as `.part` and is gone on with. Files named by content live on in `kept/` for 30 days after the last
release that had them: a page that was loaded before the switch asks for them after it.
"""

import shlex
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from plugins.cache.store import content_digest
from plugins.delivery.build_record import BuildRecord
from plugins.delivery.headers import NAMED_BY_CONTENT
from plugins.delivery.styles import STYLE_HASHES
from plugins.delivery.targets.configuration import DAYS_KEPT, SshTarget
from plugins.diagnostics.refusal import RefusedError

RELEASES_KEPT = 5
_HEX = 12
"""Characters of a digest in the name of a release."""

_SHOWN_IN_TEST = ("index.html", "kk/index.html", "ru/index.html", "kk/404.html")

_BEGIN = """\
mkdir -p releases kept
found=$(ls -d releases/*-{digest}.part 2>/dev/null | tail -1)
echo "${{found:-releases/{name}.part}}"
"""

_CHECK = """\
cd {part}
sha256sum --check --quiet --strict -
"""

_ENTER = """\
[ -d {release} ] || mv -T {part} {release}
ln -sfn {release} .next.new && mv -T .next.new next
for folder in {folders}; do
  [ -d {release}/$folder ] || continue
  rsync -rl --ignore-existing --link-dest="$PWD/{release}/$folder/" {release}/$folder/ kept/$folder/
done
cat releases/*/{styles} | tr ' ' '\\n' | sort -u | grep . | tr '\\n' ' ' | sed 's/ $//' >.styles.new
mv .styles.new style-hashes.txt
"""

_SWITCH = """\
[ -d {release} ]
rm -f .current.new
ln -s {release} .current.new
mv -T .current.new current
"""

_SWEEP = """\
now=$(readlink current)
for old in $(ls -d releases/* | grep -v '\\.part$' | sort | head -n -{kept}); do
  [ "$old" = "$now" ] || rm -rf "$old"
done
find kept -type f -links 1 -ctime +{days} -delete
find releases -maxdepth 1 -name '*.part' -mtime +2 -exec rm -rf {{}} +
"""

_BACK = """\
now=$(readlink current)
before=$(ls -d releases/* | grep -v '\\.part$' | sort | awk -v now="$now" '$0 < now' | tail -1)
[ -n "$before" ] || exit 0
rm -f .current.new
ln -s "$before" .current.new
mv -T .current.new current
echo "$before"
"""


class Server:
    """The server of a target."""

    def __init__(self, target: SshTarget, root: Path) -> None:
        self._target = target
        self._sockets = tempfile.TemporaryDirectory(prefix="ssh-", ignore_cleanup_errors=True)
        one_connection = ("ControlMaster=auto", f"ControlPath={self._sockets.name}/%C", "ControlPersist=15")
        self._ssh = ["ssh", *(word for option in ("BatchMode=yes", *one_connection) for word in ("-o", option))]
        if target.ssh_config:
            self._ssh += ["-F", str(root / target.ssh_config)]

    def send(self, tree: Path, record: BuildRecord) -> str:
        """Bring `tree` to the server and show it to visitors; return the name of the release.

        Raises RefusedError at the first step that fails; visitors then still have the site they had.
        """
        digest = record.digest[:_HEX]
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        part = self._run(_BEGIN.format(digest=digest, name=f"{stamp}-{digest}")).strip()
        release = part.removesuffix(".part")
        link = ("--link-dest=../../current/",)
        self._copy("-rlp", "--checksum", "--delete", *link, f"{tree}/", f"{self._target.host}:{self._in_base(part)}/")
        self._run(_CHECK.format(part=part), given=_hashes(tree))
        folders = " ".join(NAMED_BY_CONTENT)
        self._run(_ENTER.format(part=part, release=release, folders=folders, styles=STYLE_HASHES))
        if self._target.before_switch:
            self._run(self._target.before_switch)
        self._test(tree)
        self._run(_SWITCH.format(release=release))
        self._run(_SWEEP.format(kept=RELEASES_KEPT, days=DAYS_KEPT))
        return release.removeprefix("releases/")

    def roll_back(self) -> str:
        """Show visitors the release before the one they see; return its name. Raises RefusedError where there is none."""
        previous = self._run(_BACK).strip()
        if not previous:
            raise RefusedError("no_previous_release")
        return previous.removeprefix("releases/")

    def _test(self, tree: Path) -> None:
        """Ask the server itself for pages of the new release. Raises RefusedError where it does not show them."""
        if not self._target.smoke:
            return
        for name in _SHOWN_IN_TEST:
            address = f"{self._target.smoke}/{name.removesuffix('index.html')}"
            shown = self._run(f"curl -fsS {shlex.quote(address)} | sha256sum").split()[0]
            if shown != content_digest((tree / name).read_bytes()):
                raise RefusedError("publish_failed", step=address, detail="the server shows something else")

    def _in_base(self, path: str) -> str:
        return f"{self._target.base}/{path}"

    def _run(self, script: str, given: str = "") -> str:
        whole = f"set -eu\ncd {shlex.quote(self._target.base)}\n{script}"
        return _run(
            [*self._ssh, self._target.host, f"sh -c {shlex.quote(whole)}"], given, script.split("\n", maxsplit=1)[0]
        )

    def _copy(self, *words: str) -> None:
        _run(["rsync", "-e", shlex.join(self._ssh), *words], "", "rsync")


def _run(command: list[str], given: str, step: str) -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)  # noqa: S603 - no shell here
    if done.returncode:
        detail = (done.stderr or done.stdout).strip().splitlines()
        raise RefusedError("publish_failed", step=step, detail=detail[-1] if detail else str(done.returncode))
    return done.stdout


def _hashes(tree: Path) -> str:
    """Return what `sha256sum --check` reads: every file of the tree, compressed copies too."""
    files = sorted(file for file in tree.rglob("*") if file.is_file())
    return "".join(f"{content_digest(file.read_bytes())}  {file.relative_to(tree).as_posix()}\n" for file in files)
