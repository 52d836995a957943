"""Renders the problems of the last build as a bar on the page, in the editor's language."""

from html import escape
from pathlib import Path
from urllib.parse import quote

from plugins.diagnostics import Problem, Severity
from plugins.diagnostics.catalog import load_catalog
from plugins.diagnostics.excerpt import SourceLines, excerpt
from plugins.diagnostics.localized import localized
from plugins.diagnostics.report import counts_as_text
from plugins.server.build_state import Outcome

PREFIX = "/__live__"
"""Begins the addresses that only the preview answers; no page of the site begins so."""

_WIDTH = 70
"""Characters of a line that are shown around a fault."""


def overlay(outcome: Outcome, page: str, language: str, root: Path, digest: str) -> str:
    """Return the bar for the page at `page`, its own problems first; hidden where there is nothing to report.

    `digest` changes with the bytes of the page: by it an open page knows whether it has become another one.
    """
    label = load_catalog(language).labels
    lines = SourceLines(root)
    ordered = sorted(outcome.problems, key=lambda problem: not is_of_page(problem, page))
    listed = "".join(_listed(problem, language, lines, root) for problem in ordered)
    state = "" if outcome.is_good else f'<p class="live__note">{escape(label["old_page"])}</p>'
    has_own = any(is_of_page(problem, page) and problem.severity is Severity.ERROR for problem in ordered)
    counts = escape(counts_as_text(outcome.problems, (language,))) if outcome.problems else ""
    return (
        f'<aside id="live" class="live" lang="{language}" aria-label="{escape(label["problems"])}"'
        f' data-build="{outcome.build}" data-page="{digest}"{"" if outcome.problems else " hidden"}>'
        f'<p class="live__counts" role="status">{counts}</p>{state}'
        f'<details class="live__details"{" open" if has_own or not outcome.is_good else ""}>'
        f'<summary class="live__summary">{escape(label["problems"])}</summary>'
        f'<ol class="live__list">{listed}</ol></details></aside>'
    )


def is_of_page(problem: Problem, page: str) -> bool:
    """Return whether a problem lies in the files of the page at `page`, for example `/kk/news/meeting/`."""
    path = "/".join(page.strip("/").split("/")[1:])
    return problem.path.startswith((f"content/{path}/", f"content/pages/{path}/") if path else "content/pages/home/")


def _listed(problem: Problem, language: str, lines: SourceLines, root: Path) -> str:
    entry, label = localized(problem, language), load_catalog(language).labels
    place = f"{entry.path}:{entry.line}:{entry.column}"
    severity = "error" if entry.severity is Severity.ERROR else "warning"
    editor = f"vscode://file{quote((root / entry.path).as_posix())}:{entry.line}:{entry.column}"
    return (
        f'<li class="live__problem live__problem--{severity}">'
        f'<p class="live__what"><strong>{escape(label[entry.severity])}</strong>: {escape(entry.what)}</p>'
        f'<p class="live__place"><a href="{escape(editor)}">{escape(place)}</a></p>'
        f"{_line(problem, lines)}"
        f"<dl><dt>{escape(label['why'])}</dt><dd>{escape(entry.why)}</dd>"
        f"<dt>{escape(label['fix'])}</dt><dd>{escape(entry.fix)}</dd>"
        f'<dt>{escape(label["page"])}</dt><dd><a href="{PREFIX}/rules/{language}/{entry.rule}">{entry.rule}</a></dd></dl>'
        "</li>"
    )


def _line(problem: Problem, lines: SourceLines) -> str:
    line = lines.line(problem.path, problem.line)
    if not line:
        return ""
    shown = excerpt(problem, line, _WIDTH)
    before, fault, after = shown.text[: shown.start], shown.text[shown.start : shown.end], shown.text[shown.end :]
    return f'<pre class="live__line">{escape(before)}<mark>{escape(fault)}</mark>{escape(after)}</pre>'
