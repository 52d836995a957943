"""The templates of the theme with the words of each language: read once and compiled once, for many sites drawn with them."""

from collections.abc import Mapping
from functools import cached_property
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path

from plugins.cache.store import Records
from plugins.model.items import LANGUAGES
from plugins.render.engine import CompiledTemplates, Engine, TemplateSources
from plugins.site.catalogs import compile_catalogs
from plugins.site.filters import filters_for


class Templates:
    """The templates of `theme` as they are now; their code is kept below `cache`."""

    def __init__(self, theme: Path, cache: Path) -> None:
        """Compile the catalogs. Raises ContentError for one that cannot be read."""
        self.catalogs = compile_catalogs(theme / "translations", cache)
        """Folder of the compiled catalogs; its name is the digest of what they hold."""
        self._folder, self._records = theme / "templates", Records(cache, "templates")
        self._engines: dict[str, Engine] = {}

    def words(self, language: str) -> GNUTranslations:
        """Return the words of one language."""
        return translation("messages", self.catalogs, [language])

    def engine(self, language: str) -> Engine:
        """Return what renders the pages of a language; one without a catalog has the words of the templates."""
        if language not in self._engines:
            words = self.words(language) if language in LANGUAGES else NullTranslations()
            self._engines[language] = Engine(self._sources, self._compiled, filters_for(language), words)
        return self._engines[language]

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """A digest of each template together with all that it takes in; no language has a part in it."""
        return self._sources.digests(self.engine(LANGUAGES[0]).environment, self._records)

    @cached_property
    def _sources(self) -> TemplateSources:
        names = [path.relative_to(self._folder).as_posix() for path in sorted(self._folder.rglob("*.html"))]
        return TemplateSources(self._folder, names, Path.read_bytes)

    @cached_property
    def _compiled(self) -> CompiledTemplates:
        return CompiledTemplates(self._records)
