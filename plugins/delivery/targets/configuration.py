"""`deploy/targets.toml`: the targets by name. It never holds secrets."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from plugins.diagnostics.refusal import RefusedError

TARGETS_FILE = "deploy/targets.toml"
DAYS_KEPT = 30
"""A file named by content stays on a target for so long after the last release that had it."""


class _Target(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    address: Annotated[str, Field(pattern=r"^https?://[^/]+$")]
    """Where visitors find the site, without a slash at the end."""


class SshTarget(_Target):
    """A server with rsync, laid out as `plugins/delivery/layout.py` says; the key comes from the agent of ssh."""

    kind: Literal["ssh"]
    host: str
    """As ssh takes it: `deploy@example.kz`, or a name of the configuration of ssh."""
    base: str = "/srv/site"
    ssh_config: str = ""
    """A configuration file of ssh, instead of the user's own."""
    before_switch: str = ""
    """A command on the server that makes it accept the styles of the new release; Caddy needs none."""
    smoke: str = ""
    """Address on the server itself that shows `next`, for a test before the switch."""


class S3Target(_Target):
    """An S3-compatible store; its keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."""

    kind: Literal["s3"]
    endpoint: str
    bucket: str
    region: str = ""


class FolderTarget(_Target):
    """A folder on this machine, and an archive of it where `archive` names a `.tar.gz`, for any other host."""

    kind: Literal["folder"]
    path: str
    archive: str = ""


Target = SshTarget | S3Target | FolderTarget
_ANY: TypeAdapter[Target] = TypeAdapter(Annotated[Target, Field(discriminator="kind")])


def read_target(root: Path, name: str) -> Target:
    """Return the target `name` of the project at `root`. Raises RefusedError where there is none, or a faulty one."""
    try:
        with (root / TARGETS_FILE).open("rb") as file:
            targets = tomllib.load(file)
    except FileNotFoundError:
        raise RefusedError("no_such_path", path=TARGETS_FILE) from None
    except tomllib.TOMLDecodeError as error:
        raise RefusedError("faulty_target", file=TARGETS_FILE, detail=str(error)) from None
    if name not in targets:
        raise RefusedError("no_such_target", target=name, targets=", ".join(targets), file=TARGETS_FILE)
    try:
        return _ANY.validate_python(targets[name])
    except ValidationError as error:
        found = error.errors()[0]
        key = ".".join(str(part) for part in (name, *found["loc"][1:]))
        raise RefusedError("faulty_target", file=TARGETS_FILE, detail=f"{key}: {found['msg']}") from None
