"""`inv publish` and `inv rollback`: send a release to a target, or switch back to the release before."""

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.delivery.publish import publish_tree
from plugins.delivery.targets import read_target
from plugins.delivery.targets.configuration import SshTarget
from plugins.delivery.targets.ssh import Server
from plugins.diagnostics import ContentError
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import counts_as_text, print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.pipeline.build import Release, build
from plugins.pipeline.day import today
from plugins.pipeline.paths import project_paths


@refusals_reported
def run_publish(root: Path, name: str, *, language: str | None) -> int:
    """Build a release for the target `name`, send it, and look at the site as a visitor; return 0, or 1."""
    languages = report_languages(language)
    target = read_target(root, name)
    paths = project_paths(root, published=True)
    paths = replace(paths, output=paths.cache / "releases" / name)
    try:
        build(paths, today(), partial(report_in, languages), Release(site_url=target.address))
        rclone = Path(sys.executable).with_name("rclone")
        publish_tree(
            paths.output,
            paths.output.relative_to(root).as_posix(),
            target,
            root,
            partial(report_in, languages),
            str(rclone) if rclone.exists() else "rclone",
        )
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        say(counts_as_text(error.problems, languages), sys.stderr)
        return 1
    report_in(languages, "say_published", address=target.address)
    return 0


@refusals_reported
def run_rollback(root: Path, name: str, *, language: str | None) -> int:
    """Show visitors the release before the one they see; return 0, or 1."""
    languages = report_languages(language)
    target = read_target(root, name)
    if not isinstance(target, SshTarget):
        raise RefusedError("no_rollback", target=name)
    report_in(languages, "say_rolled_back", release=Server(target, root).roll_back())
    return 0
