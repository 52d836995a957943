"""An edit of the words of items: only their pages are read, checked and rendered, and the rest of the site is taken over.

Whatever else has changed, and whatever the edit changes beside a page, its search entry and the feed, is left to a whole
build: each condition is looked at, and where one does not hold, the site stays as it is.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plugins.cache.digest import Digester
from plugins.cache.fingerprint import Inputs, digest_of, installed
from plugins.cache.memo import key_of
from plugins.delivery.staging import staged
from plugins.design.assets import read_assets
from plugins.diagnostics import Problem
from plugins.diagnostics.progress import Report
from plugins.media.uses import images_of
from plugins.model.items import LANGUAGES, Item, Language, SiteContent
from plugins.model.unpublished import Unpublished
from plugins.pipeline.check import Survey, survey, unchanged_parts
from plugins.pipeline.paths import Paths
from plugins.pipeline.text_inputs import NOTE, TextInputs, changed_texts
from plugins.render.plan import Rendered
from plugins.render.tree import NewTree, TreeRecord, spare_of
from plugins.site.kept_site import KeptSite, NotKeptError
from plugins.site.render_site import SiteRenderer
from plugins.site.templates import Templates
from plugins.views.pages import DrawnPages, Page, redrawn
from plugins.views.prepared import PreparedSite


class OtherEditError(Exception):
    """More than words of items has changed, or something that is needed is not kept."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What has changed since the build of `record`, where only texts of items have."""

    paths: Paths
    files: Inputs
    now: TextInputs
    record: TreeRecord
    today: date
    lenient: bool

    def build(self, report: Report) -> tuple[tuple[Problem, ...], NewTree, Rendered]:
        """Build the site; return its warnings, the tree and what was rendered.

        Raises OtherEditError where a whole build is needed; the site is then as it was.
        """
        changed = changed_texts(self.now, self.record.notes[NOTE])
        report("say_reading")
        found = survey(
            self.paths.content, self.paths.theme, self.paths.cache,
            published=False, today=self.today, whole=False, inputs=self.files, drafts=self.lenient,
        )  # fmt: skip
        if found.has_errors:
            raise OtherEditError
        items = self._items(changed, found)
        prepared = self._prepared(found, items)
        try:
            kept = KeptSite(self.paths.cache, self.record, self._pages(changed, items, prepared))
            report("say_drawing", count=str(len(items)))
            return self._rendered(kept, prepared)
        except NotKeptError as error:
            raise OtherEditError from error

    def _rendered(self, kept: KeptSite, prepared: PreparedSite) -> tuple[tuple[Problem, ...], NewTree, Rendered]:
        with staged(self.paths.output, spare_of(self.paths.cache, self.paths.output)) as fresh:
            tree = NewTree(fresh, self.paths.output, self.record)
            theme, cache = self.paths.theme, self.paths.cache
            templates = Templates(theme, cache)
            site = SiteRenderer(prepared, theme, cache, templates, self.site_url, tree, Digester())
            rendered = kept.render(site)
            if rendered.suspects:
                raise OtherEditError
            tree.finish()
        return prepared.warnings, tree, rendered

    @property
    def site_url(self) -> str:
        """The address of the site, as the last build knew it."""
        return str(self.record.notes[NOTE]["site_url"])

    def _items(self, changed: Set[str], found: Survey) -> list[Item]:
        """Return the items of the texts `changed`. Raises OtherEditError where more than the words below a front matter differ."""
        texts, name = self.record.notes[NOTE]["texts"], self.paths.content.name
        folders = {f"{name}/{path.rpartition('/')[0]}" for path in changed}
        earlier = replace(self.files, content={**self.files.content, **{path: texts[path] for path in changed}})
        kept = unchanged_parts(
            folders, self.paths.content, self.paths.theme, self.paths.cache, earlier, self.today, published=False
        )
        items = [part for part in found.content.all_items() if part.folder in folders]
        if len(items) != len(folders) or kept.keys() != folders:
            raise OtherEditError
        for item in items:
            before = kept[item.folder]
            if not _differ_in_words_only(item, before.part) or images_of(item, found.documents) != before.images:
                raise OtherEditError
        return items

    def _prepared(self, found: Survey, items: Sequence[Item]) -> PreparedSite:
        """Return a site that holds nothing but `items` and what exists once."""
        root, assets = self.paths.content.parent, read_assets(self.paths.theme / "static")
        nothing = Unpublished((), (), (), (), ())
        code = key_of(digest_of(self.files.code), *installed())
        return PreparedSite(
            root, _only(found.content, items), found.documents, found.media, assets, self.today,
            published=False, warnings=found.problems, unpublished=nothing, code=code,
        )  # fmt: skip

    def _pages(self, changed: Set[str], items: Sequence[Item], prepared: PreparedSite) -> dict[Language, list[Page]]:
        """Return the page of each text `changed` by its language."""
        texts = {f"{self.paths.content.name}/{path}" for path in changed}
        found: dict[Language, list[Page]] = {}
        for language in LANGUAGES:
            edited = [item for item in items if item.bodies[language].path in texts]
            if edited:
                drawn = redrawn(
                    DrawnPages(language, {}, {}),
                    replace(prepared, content=_only(prepared.content, edited)),
                    edited,
                    self.paths.cache,
                )
                found[language] = [page for group in drawn.items.values() for page in group]
        return found


def _differ_in_words_only(item: Item, before: Any) -> bool:
    if not isinstance(before, Item) or item.videos or before.videos:
        return False
    return (item.texts, item.facts, item.papers) == (before.texts, before.facts, before.papers)


def _only(content: SiteContent, items: Sequence[Item]) -> SiteContent:
    groups = {folder: tuple(item for item in items if item.section.folder == folder) for folder in content.items}
    return replace(content, intros={}, items=groups)
