"""The site's own page of an item whose texts are not saved: rendered alone, from the site kept in memory."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Lock, Thread

from plugins.cache.digest import Digester
from plugins.desk.bundles import Bundle
from plugins.diagnostics.progress import unheard
from plugins.model import read_content
from plugins.model.items import FACTS_FILE, Item, Language, index_file
from plugins.pipeline.prepare import prepare, with_videos
from plugins.render.tree import NewTree, TreeRecord
from plugins.site.catalogs import compile_catalogs
from plugins.site.render_site import SiteRenderer
from plugins.views.prepared import PreparedSite


class LivePages:
    """Renders single pages of the project at `root`."""

    def __init__(self, root: Path, today: Callable[[], date]) -> None:
        self._today = today
        self._content, self._theme, self._cache = root / "content", root / "theme", root / ".cache"
        self._lock = Lock()
        self._prepared: PreparedSite | None = None

    def refresh(self) -> None:
        """Read the site anew, in a thread of its own: something of it was saved."""
        Thread(target=self._refresh, daemon=True).start()

    def page(self, bundle: Bundle, files: Mapping[str, str], language: Language) -> str | None:
        """Return the page of an item in one language, with `files` as its texts; None where no page can be made."""
        with self._lock:
            try:
                prepared = self._prepared = self._prepared or self._read()
                item = self._item(prepared, bundle, files, language)
                return self._rendered(_with_item(prepared, item), item, language) if item else None
            except Exception:  # a picture that is not ready, a figure half typed: the last page stays in sight
                return None

    def _refresh(self) -> None:
        try:
            prepared = self._read()
        except Exception:  # told by the build; the site as it was will do
            return
        with self._lock:
            self._prepared = prepared

    def _read(self) -> PreparedSite:
        prepared = prepare(self._content, self._theme, self._cache, published=False, today=self._today(), lenient=True)
        return with_videos(prepared, self._cache, unheard)

    def _item(
        self, prepared: PreparedSite, bundle: Bundle, files: Mapping[str, str], language: Language
    ) -> Item | None:
        """Return the item, read from `files`; what cannot be read yet is taken from the other language, or as it is saved."""
        folder = f"content/{bundle.address}"
        skip = frozenset({part.folder for part in prepared.content.parts()} - {folder})
        for tried in _readable(files, language):
            content, _ = read_content(self._content, skip=skip, read_bytes=_reader(bundle.folder, tried), drafts=True)
            found = (
                [item for item in content.items[bundle.section.folder] if item.slug == bundle.slug] if content else []
            )
            if found:
                return found[0]
        return None

    def _rendered(self, prepared: PreparedSite, item: Item, language: Language) -> str:
        with tempfile.TemporaryDirectory() as folder:
            tree = NewTree(Path(folder), Path(folder), TreeRecord())
            catalogs = compile_catalogs(self._theme / "translations", self._cache)
            renderer = SiteRenderer(prepared, self._theme, self._cache, catalogs, "", tree, Digester())
            return renderer.render_page(language, f"{language}/{item.path}index.html")


def _readable(files: Mapping[str, str], language: Language) -> Iterator[dict[str, str]]:
    """Yield the files as they are, and then with less and less of what is half typed."""
    other = next(name for name in files if name != FACTS_FILE and name != index_file(language))
    own = files[index_file(language)]
    yield dict(files)
    yield {**files, other: own}
    yield {index_file(language): own, other: own}  # the facts as they are saved


def _reader(folder: Path, files: Mapping[str, str]) -> Callable[[Path], bytes]:
    def read(path: Path) -> bytes:
        if path.parent == folder and path.name in files:
            return files[path.name].encode()
        return path.read_bytes()

    return read


def _with_item(prepared: PreparedSite, item: Item) -> PreparedSite:
    section = item.section.folder
    group = prepared.content.items[section]
    others = tuple(item if known.slug == item.slug else known for known in group)
    items = others if item in others else (item, *group)
    return replace(prepared, content=replace(prepared.content, items={**prepared.content.items, section: items}))
