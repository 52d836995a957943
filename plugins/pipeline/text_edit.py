"""An edit of the words of items: only their pages are read, checked and rendered, and the rest of the site is taken over.

Whatever else has changed, and whatever the edit changes beside a page, its search entry and the feed, is left to a whole
build: each condition is looked at, and where one does not hold, the site stays as it is.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from plugins.cache.digest import Digester
from plugins.cache.fingerprint import Inputs, digest_of, installed
from plugins.cache.memo import key_of
from plugins.delivery.staging import AbandonedError, staged
from plugins.design.assets import read_assets
from plugins.diagnostics import Problem
from plugins.diagnostics.progress import Report
from plugins.media.uses import images_of
from plugins.model.items import LANGUAGES, Item, Language, Part, SiteContent
from plugins.model.unpublished import Unpublished
from plugins.pipeline.check import Survey, survey, unchanged_parts
from plugins.pipeline.paths import Paths
from plugins.pipeline.text_inputs import NOTE, TextInputs, changed_texts
from plugins.render.plan import Rendered
from plugins.render.tree import NewTree, TreeRecord, spare_of
from plugins.site.kept_site import KeptSite, read_kept_site
from plugins.site.render_site import SiteRenderer
from plugins.site.templates import Templates
from plugins.views.pages import Page, UnlinkedPages, updated_pages
from plugins.views.prepared import PreparedSite


@dataclass(frozen=True, slots=True)
class EditedSite:
    """The site with the edited words: its warnings, its tree, and what was rendered."""

    warnings: tuple[Problem, ...]
    tree: NewTree
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class TextEdit:
    """What has changed since the build of `record`, where only texts of items have."""

    paths: Paths
    files: Inputs
    now: TextInputs
    record: TreeRecord
    today: date
    lenient: bool

    def build(self, report: Report) -> EditedSite | None:
        """Build the site; return None where a whole build is needed: the site is then as it was."""
        changed = changed_texts(self.now, self.record.notes[NOTE])
        folders = {f"{self.paths.content.name}/{path.rpartition('/')[0]}" for path in changed}
        report("say_reading")
        found = survey(
            self.paths.content, self.paths.theme, self.paths.cache,
            published=False, today=self.today, whole=False, inputs=self.files, drafts=self.lenient,
            wanted=folders,
        )  # fmt: skip
        if found.has_errors:
            return None
        items = self._items(changed, folders, found)
        if not items:
            return None
        prepared = self._prepared(found, items)
        kept = read_kept_site(self.paths.cache, self.record, self._pages(changed, items, prepared))
        if kept is None:
            return None
        report("say_drawing", count=str(len(items)))
        return self._rendered(kept, prepared)

    def _rendered(self, kept: KeptSite, prepared: PreparedSite) -> EditedSite | None:
        with staged(self.paths.output, spare_of(self.paths.cache, self.paths.output)) as fresh:
            tree = NewTree(fresh, self.paths.output, self.record)
            theme, cache = self.paths.theme, self.paths.cache
            templates = Templates(theme, cache)
            site = SiteRenderer(prepared, theme, cache, templates, self.site_url, tree, Digester())
            rendered = kept.render(site)
            if rendered is None or rendered.suspects:
                raise AbandonedError
            tree.finish()
            return EditedSite(prepared.warnings, tree, rendered)
        return None

    @property
    def site_url(self) -> str:
        """The address of the site, as the last build knew it."""
        return str(self.record.notes[NOTE]["site_url"])

    def _items(self, changed: Set[str], folders: Set[str], found: Survey) -> list[Item]:
        """Return the items of the texts `changed`; none where more than the words below a front matter differ."""
        texts = self.record.notes[NOTE]["texts"]
        earlier = replace(self.files, content={**self.files.content, **{path: texts[path] for path in changed}})
        kept = unchanged_parts(
            folders, self.paths.content, self.paths.theme, self.paths.cache, earlier, self.today, published=False
        )
        items = [part for part in found.content.all_items() if part.folder in folders]
        if len(items) != len(folders) or kept.keys() != folders:
            return []
        is_edit_of_words = all(
            _differ_in_words_only(item, kept[item.folder].part)
            and images_of(item, found.documents) == kept[item.folder].images
            for item in items
        )
        return items if is_edit_of_words else []

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
                unlinked = updated_pages(
                    UnlinkedPages(language, {}, {}),
                    replace(prepared, content=_only(prepared.content, edited)),
                    edited,
                    self.paths.cache,
                )
                found[language] = [page for group in unlinked.items.values() for page in group]
        return found


def _differ_in_words_only(item: Item, before: Part) -> bool:
    if not isinstance(before, Item) or item.videos or before.videos:
        return False
    return (item.texts, item.facts, item.papers) == (before.texts, before.facts, before.papers)


def _only(content: SiteContent, items: Sequence[Item]) -> SiteContent:
    groups = {folder: tuple(item for item in items if item.section.folder == folder) for folder in content.items}
    return replace(content, intros={}, items=groups)
