"""Sends a finished tree to a target, and compares what visitors then get with it."""

from pathlib import Path

from plugins.delivery.build_record import BuildRecord, read_build_record
from plugins.delivery.links import dead_links
from plugins.delivery.probe import Difference, probe
from plugins.delivery.targets import folder
from plugins.delivery.targets.configuration import FolderTarget, S3Target, SshTarget, Target
from plugins.delivery.targets.s3 import Store
from plugins.delivery.targets.ssh import Server
from plugins.delivery.tree import faults_of
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import Report
from plugins.diagnostics.refusal import RefusedError

_MOST_REPORTED = 5


def publish_tree(tree: Path, shown: str, target: Target, root: Path, report: Report, rclone: str = "rclone") -> None:
    """Send `tree` to `target` and look at the site as a visitor does.

    Raises ContentError for a tree that must not be sent, RefusedError for a step that failed. A server whose new release
    does not answer as it should is rolled back first.
    """
    if faults := [*faults_of(tree, shown), *dead_links(tree, shown)]:
        raise ContentError(faults)
    record = read_build_record(tree)
    if record is None or record.edition != "published":
        raise RefusedError("not_a_release", path=shown)
    report("say_sending", address=target.address)
    if isinstance(target, FolderTarget):
        report("say_written", path=str(folder.send(tree, target, root)))
        return
    if isinstance(target, S3Target):
        Store(target, rclone).send(tree)
        _refuse(probe(target.address, tree, has_headers=False))
        return
    _to_server(Server(target, root), target, tree, record, report)


def _to_server(server: Server, target: SshTarget, tree: Path, record: BuildRecord, report: Report) -> None:
    release = server.send(tree, record)
    report("say_switched", release=release)
    if different := probe(target.address, tree, has_headers=True):
        try:
            report("say_rolled_back", release=server.roll_back())
        finally:
            _refuse(different)


def _refuse(different: list[Difference]) -> None:
    if different:
        differences = "; ".join(f"{one.address} ({one.what})" for one in different[:_MOST_REPORTED])
        raise RefusedError("site_differs", count=str(len(different)), differences=differences)
