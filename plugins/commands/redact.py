"""`inv redact`: hides personal data on a photographed document."""

import sys
from functools import partial
from pathlib import Path

from plugins.commands.reporting import refusals_reported, report_in
from plugins.diagnostics import ContentError, Phrase, Problem
from plugins.diagnostics.excerpt import SourceLines
from plugins.diagnostics.refusal import RefusedError
from plugins.diagnostics.report import print_problems, report_languages
from plugins.diagnostics.terminal import say
from plugins.documents.reading import Reader
from plugins.documents.redaction import redact, write_paper
from plugins.documents.words import Box
from plugins.documents.workbench import confirm_in_browser
from plugins.media.faults import PictureFaultError
from plugins.model.papers import PaperKind


@refusals_reported
def run_redact(
    root: Path,
    photo: Path,
    into: Path,
    *,
    kind: str,
    boxes: list[str],
    unseen: bool,
    language: str | None,
    page: int = 1,
) -> int:
    """Hide on a photographed paper what belongs to a person; return 0, or 1 after saying why nothing may be shown."""

    languages = report_languages(language)
    report = partial(report_in, languages)
    try:
        more, paper = [Box(*map(int, box.split(","))) for box in boxes], PaperKind(kind)
    except (TypeError, ValueError):
        raise RefusedError("unusable_box", kinds=", ".join(PaperKind)) from None
    try:
        done = redact(
            photo, root / into, paper, root, more=more, reader=Reader(), page=page, is_seen=not unseen, report=report,
            confirm=lambda image, found: found if unseen else confirm_in_browser(image, found, report),
        )  # fmt: skip
        write_paper(done, root)
    except OSError as error:
        say(str(error), sys.stderr)
        return 1
    except PictureFaultError as fault:
        problem = Problem(photo.as_posix(), 1, 1, fault.rule, {"file": photo.name, **fault.values})
        print_problems([problem], languages, SourceLines(root), sys.stderr)
        return 1
    except ContentError as error:
        print_problems(error.problems, languages, SourceLines(root), sys.stderr)
        return 1
    report("say_hidden", file=str(into), count=str(len(done.boxes)))
    for finding in done.left:
        place = ",".join(map(str, finding.box))
        report_in(languages, "say_still_read", sys.stderr, kind=Phrase(finding.kind), place=place)
    if not done.is_legible:
        report_in(languages, "say_hard_to_read", sys.stderr, file=str(into))
    report("say_look_yourself")
    return int(bool(done.left) or (unseen and not done.is_legible))
