"""Renders the pages of one language: those whose key is new, on all cores; the others are taken over or assembled.

The key of a page is a digest of all its template can show: the values of its view, the shell, the template with all it takes
in, the catalog, our code. Body and verdict of the last lock are kept under it: only a body without fault is kept.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.cache.digest import Digester
from plugins.cache.memo import key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread
from plugins.checks.built_pages import PageJudge
from plugins.design.assets import Assets, style_element
from plugins.render.engine import Engine
from plugins.render.marks import assembled, mark, marks_in
from plugins.render.plan import PlannedPage, Rendered, plan_key
from plugins.render.tree import NewTree

_KIND = "pages"
_IN_A_GROUP = 25
_WORTH_PROCESSES = 4
"""Groups from which on starting processes costs less than it saves."""

_Entry = tuple[str, list[str]]
"""Key of a body, and the marks in it. What is noted of a page for the next build holds the key of its plan too."""


@dataclass(frozen=True, slots=True)
class _Job:
    page: PlannedPage
    key: str
    body: str | None


@dataclass(frozen=True, slots=True)
class _Done:
    path: str
    key: str
    marks: list[str]
    body: str | None
    """The body where it was rendered anew."""
    is_good: bool


class PageRenderer:
    """Renders pages with one engine, into one tree."""

    def __init__(
        self,
        engine: Engine,
        templates: Mapping[str, str],
        shell: Mapping[str, Any],
        functions: Mapping[str, Any],
        assets: Assets,
        judge: PageJudge,
        digester: Digester,
        records: Records,
        tree: NewTree,
        around: str,
        keep_plans: Callable[[Mapping[str, PlannedPage]], None] = lambda _: None,
    ) -> None:
        """`templates` are the digests of `TemplateSources.digests`; `around` stands for code, catalog, drawings
        and everything else that `functions` may return. `keep_plans` is given the plans of new pages that have a view, each
        by the key it is noted under."""
        self._engine, self._templates, self._assets, self._judge = engine, templates, assets, judge
        self._digester, self._records, self._tree = digester, records, tree
        self._shell = {**shell, **functions, "asset": self._asset_mark, "style": self._style_mark}
        self._around = key_of(around, digester.hex(dict(shell)))
        self._styles: dict[str, str] = {}
        self._keep_plans = keep_plans

    def render(self, pages: Iterable[PlannedPage]) -> Rendered:
        """Put every page into the tree. Raises what a faulty template raises."""
        jobs: list[_Job] = []
        entries: dict[str, Any] = self._tree.after.setdefault(_KIND, {})
        known: Mapping[str, Any] = self._tree.before.get(_KIND, {})
        kept = 0
        for page in pages:
            key = key_of(self._around, self._templates.get(page.template, ""), self._digester.hex(dict(page.values)))
            entry = known.get(page.path)
            if entry and entry[0] == key and self._tree.keep(page.path, self._file_key(page, (key, entry[1]))):
                entries[page.path] = entry
                kept += 1
            else:
                jobs.append(_Job(page, key, None))
        bodies = self._records.get_many(job.key for job in jobs)
        jobs = [_Job(job.page, job.key, self._usable(bodies.get(job.key))) for job in jobs]
        plans = {job.page.path: plan_key(job.page, job.key) for job in jobs if job.page.view is not None}
        self._keep_plans({plans[job.page.path]: job.page for job in jobs if job.page.path in plans})
        suspects: list[str] = []
        by_path = {job.page.path: job.page for job in jobs}
        for group in self._done(jobs):
            for done in group:
                entries[done.path] = (done.key, done.marks, plans.get(done.path, ""))
                self._tree.note(done.path, self._file_key(by_path[done.path], (done.key, done.marks)))
                if not done.is_good:
                    suspects.append(done.path)
            new = {done.key: done.body.encode() for done in group if done.body is not None and done.is_good}
            self._records.put_many(new)
        new_bodies = sum(job.body is None for job in jobs)
        return Rendered(kept, len(jobs) - new_bodies, new_bodies, tuple(suspects))

    def page(self, page: PlannedPage) -> str:
        """Return one page as it would be in the tree, which is left alone. Raises what a faulty template raises."""
        body = self._engine.render(page.template, {**self._shell, **page.values})
        return assembled(body, self._value_of(page))

    def _done(self, jobs: Sequence[_Job]) -> Iterable[list[_Done]]:
        groups = [jobs[start : start + _IN_A_GROUP] for start in range(0, len(jobs), _IN_A_GROUP)]
        return spread(lambda group: [self._page(job) for job in group], groups, worth=_WORTH_PROCESSES)

    def _page(self, job: _Job) -> _Done:
        body, is_good = job.body, True
        if body is None:
            body = self._engine.render(job.page.template, {**self._shell, **job.page.values})
            is_good = self._judge.is_good(body)
        whole = assembled(body, self._value_of(job.page))
        self._tree.write(job.page.path, whole.encode())
        return _Done(job.page.path, job.key, list(marks_in(body)), body if job.body is None else None, is_good)

    def _usable(self, kept: bytes | None) -> str | None:
        """Return a kept body, or None where there is none or it names an asset that has gone: rendering reports where."""
        if kept is None:
            return None
        body = kept.decode()
        return body if all(self._is_there(found) for found in marks_in(body)) else None

    def _is_there(self, found: str) -> bool:
        kind, _, name = found.partition(":")
        return kind not in ("asset", "style") or name in self._assets

    def _asset_mark(self, name: str) -> str:
        self._assets[name]  # a name that is not in the theme is a fault of the template
        return mark("asset", name)

    def _style_mark(self, name: str) -> str:
        self._assets[name]
        return mark("style", name)

    def _value_of(self, page: PlannedPage) -> Callable[[str], str]:
        def value_of(found: str) -> str:
            kind, _, name = found.partition(":")
            if kind == "asset":
                return self._assets[name].url
            if kind == "style":
                return style_element(self._assets, name)
            return page.addresses[kind]

        return value_of

    def _file_key(self, page: PlannedPage, entry: _Entry) -> str:
        """Return the key of the file: of its body and of all that is put into it; nothing where an asset has gone."""
        key, marks = entry
        parts = [key]
        for found in marks:
            kind, _, name = found.partition(":")
            if not self._is_there(found):
                return ""
            if kind == "style":
                if name not in self._styles:
                    self._styles[name] = key_of(self._assets[name].content)
                parts += [found, self._styles[name]]
            else:
                parts += [found, self._assets[name].url if kind == "asset" else page.addresses[kind]]
        return key_of(*parts)
