"""When one language changes, the other follows.

Bad:  index.kk.md: 35 000 ₸ → 40 000 ₸ · index.ru.md: 35 000 ₸
Good: index.kk.md: 40 000 ₸ · index.ru.md: 40 000 ₸ → inv sync-translations

A reader of one language must not be told what the other has long corrected. `content/in-step.yaml` holds a fingerprint of
the words of both languages as they were when an editor declared that they say the same; spaces, quotes and dashes do not
count. Two ids: `stale-translation` where the other language changed since, `undeclared-translation` where nobody has
compared the two yet.
"""

from collections.abc import Iterator

from plugins.checks.page_index import Outline, Overview
from plugins.diagnostics import Problem, Severity


def check_stale_translation(site: Overview) -> Iterator[Problem]:
    """Yield a warning for every text that is behind the other language, or was never compared with it."""
    by_path: dict[str, dict[str, Outline]] = {}
    for outline in site.outlines:
        by_path.setdefault(outline.path, {})[outline.language] = outline
    for pair in by_path.values():
        kk, ru = pair["kk"], pair["ru"]
        declared = site.content.in_step.get(kk.item)
        if declared is None:
            yield _problem(kk, ru, "undeclared-translation")
            continue
        if ru.words != declared.ru:
            yield _problem(kk, ru, "stale-translation")
        if kk.words != declared.kk:
            yield _problem(ru, kk, "stale-translation")


def _problem(behind: Outline, ahead: Outline, rule: str) -> Problem:
    values = {"other": ahead.file.rpartition("/")[2], "item": behind.item}
    return Problem(behind.file, behind.title_line, behind.title_column, rule, values, Severity.WARNING)
