"""Runs the rules on each item by itself, on all cores where there are many items.

Findings depend on the item alone and on what exists once for the whole site, so they can be kept until one of the two
changes (`result_cache.py`). What compares pages is looked at anew each time, from their outlines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from plugins.cache.workers import spread
from plugins.checks.consequences import without_consequences
from plugins.checks.drawn_words import drawn_passages
from plugins.checks.exceptions import is_about_exception, with_exceptions
from plugins.checks.page_index import Outline, Overview, outlines_of, outlines_of_unfinished
from plugins.checks.passages import Passage, passages
from plugins.checks.registry import EXCUSABLE, NEVER_EXCUSED, PART_RULES, RULES_READING, SITE_RULES, graded
from plugins.checks.site import CheckedSite
from plugins.diagnostics import Problem, bounded
from plugins.diagnostics.timing import timed_rule
from plugins.model.items import LANGUAGES, Part, index_file
from plugins.model.written_exceptions import WrittenException

_WORTH_PROCESSES = 100
"""Items from which on starting processes costs less than it saves."""

_PARTS_A_TASK = 50
_INDEX_FILES = frozenset(map(index_file, LANGUAGES))

Progress = Callable[[int, int], None]
"""Called with the number of items checked, and of all."""


@dataclass(frozen=True, slots=True)
class Findings:
    """Of one item: its problems, the exceptions its editors wrote, its outlines."""

    problems: tuple[Problem, ...] = ()
    exceptions: tuple[WrittenException, ...] = ()
    outlines: tuple[Outline, ...] = ()
    withheld: str = ""
    """Address of an item that a published site leaves out; nothing is said of it."""


def check(site: CheckedSite) -> list[Problem]:
    """Return what every rule finds in a site that is read whole, less what its editors allowed."""
    findings = findings_in(site)
    overview = Overview(site.content, tuple(chain.from_iterable(f.outlines for f in findings.values())), site.today)
    return list(graded(problems_of(findings.values(), overview), published=site.published))


def findings_in(
    site: CheckedSite, skip: Set[str] = frozenset(), progress: Progress = lambda *_: None
) -> dict[str, Findings]:
    """Return the findings of every item and intro by its folder, and of the YAML files that exist once.

    What lies in a folder of `skip` is not looked at.
    """
    by_folder: dict[str, Part | None] = {
        site.content.folder: None,
        **{part.folder: part for part in site.content.parts()},
    }
    wanted = {folder: part for folder, part in by_folder.items() if folder not in skip}
    found: dict[str, Findings] = {}
    for folder, findings in zip(wanted, _look_at(site, list(wanted.values())), strict=True):
        found[folder] = findings
        progress(len(found), len(wanted))
    return found


def findings_in_unfinished(site: CheckedSite) -> Findings:
    """Return what the rules of words say of items that are left out, as far as their editors did not allow it.

    Whether an exception is of use is known only when the whole item can be read.
    """
    found: list[Problem] = []
    outlines: list[Outline] = []
    for narrow in site.of_unfinished():
        names = {body.path.rpartition("/")[2] for body in narrow.content.all_bodies()}
        is_of_an_item = names <= _INDEX_FILES  # the words of a video are scenes or a transcript
        of_words = (rule for rule in PART_RULES if rule.of_words and is_of_an_item)
        in_part = chain.from_iterable(timed_rule(rule.id, rule.check, narrow) for rule in of_words)
        in_passages = _in_passages(passages(narrow.content, narrow.documents))
        reported = with_exceptions(chain(in_passages, in_part), _exceptions_of(narrow), EXCUSABLE, NEVER_EXCUSED)
        found += (problem for problem in reported if not is_about_exception(problem))
        outlines += outlines_of_unfinished(narrow) if is_of_an_item else ()
    return Findings(tuple(bounded(found)), outlines=tuple(outlines))


def problems_of(findings: Iterable[Findings], overview: Overview) -> list[Problem]:
    """Return all problems of the site: those of single items, those of the comparison; less what is excused."""
    findings = list(findings)
    single = chain.from_iterable(found.problems for found in findings)
    compared = (problem for rule in SITE_RULES for problem in timed_rule(rule.id, rule.check, overview))
    exceptions = chain.from_iterable(found.exceptions for found in findings)
    return list(with_exceptions(chain(single, compared), exceptions, EXCUSABLE, NEVER_EXCUSED))


def _in_passages(found: Iterable[Passage]) -> Iterator[Problem]:
    for passage in found:
        problems = [p for rule in RULES_READING[passage.kind] for p in timed_rule(rule.id, rule.check, passage)]
        if problems:
            yield from without_consequences(passage, problems)


def _look_at(site: CheckedSite, parts: Sequence[Part | None]) -> Iterator[Findings]:
    groups = [parts[start : start + _PARTS_A_TASK] for start in range(0, len(parts), _PARTS_A_TASK)]
    worth = -(-_WORTH_PROCESSES // _PARTS_A_TASK)
    return chain.from_iterable(spread(lambda group: [findings_of(site, part) for part in group], groups, worth=worth))


def findings_of(site: CheckedSite, part: Part | None) -> Findings:
    """Return the findings of one part of a site; without one, of the YAML files that exist once."""
    narrow = site.only(part)
    in_passages = _in_passages(chain(passages(narrow.content, site.documents), drawn_passages(narrow)))
    in_part = chain.from_iterable(timed_rule(rule.id, rule.check, narrow) for rule in PART_RULES)
    exceptions = _exceptions_of(narrow)
    problems = bounded(chain(in_passages, in_part), whole={(one.path, one.rule) for one in exceptions})
    return Findings(tuple(problems), exceptions, tuple(outlines_of(narrow)))


def _exceptions_of(narrow: CheckedSite) -> tuple[WrittenException, ...]:
    written = [source.exceptions for source in narrow.content.sources.values()]
    written += [body.exceptions for body in narrow.content.all_bodies()]
    return tuple(chain.from_iterable(written))
