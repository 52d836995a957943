"""The site's own page of an item whose texts are not saved: rendered alone, from the site kept in memory."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from plugins.desk.bundles import Bundle
from plugins.model.items import FACTS_FILE, Language, Part, index_file
from plugins.model.loading import read_part
from plugins.pipeline.resident import ResidentSite


class LivePages:
    """Renders single pages of a site in memory, the one that `inv serve` shows."""

    def __init__(self, content: Path, site: ResidentSite) -> None:
        self._content, self._site = content, site

    def page(self, bundle: Bundle, files: Mapping[str, str], language: Language) -> str | None:
        """Return the page of an item in one language, with `files` as its texts; None where no page can be made."""
        try:
            part = self._part(bundle, files, language)
            return self._site.page_with(part, language) if part else None
        except Exception:  # a picture that is not ready, a figure half typed: the last page stays in sight
            return None

    def _part(self, bundle: Bundle, files: Mapping[str, str], language: Language) -> Part | None:
        """Return the item or intro, read from `files`; what cannot be read is taken from the other language, or as it is saved."""
        slug = "" if bundle.is_intro else bundle.slug
        for tried in _readable(files, language):
            if found := read_part(self._content, bundle.section, slug, _reader(bundle.folder, tried)).part:
                return found
        return None


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
