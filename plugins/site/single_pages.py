"""Pages of a site kept in memory, each rendered when it is asked for; nothing is written."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import urlsplit

from plugins.cache.digest import Digester
from plugins.model.items import Language
from plugins.render.marks import mark
from plugins.render.tree import NewTree, TreeRecord
from plugins.site.opengraph.cards import card_of
from plugins.site.opengraph.pictures import SocialPictures
from plugins.site.render_site import SiteRenderer, planned_page, shell_around
from plugins.site.structured_data import Surroundings, structured_data
from plugins.site.templates import Templates
from plugins.views.news_lists import with_news_lists
from plugins.views.pages import SEARCH_PATH, LanguageSite, UnlinkedPages, linked
from plugins.views.prepared import PreparedSite
from plugins.views.view import Views


class Look:
    """What single pages are rendered with: the theme as it is now, and the address of the site."""

    def __init__(self, theme: Path, cache: Path, site_url: str) -> None:
        """Read the theme. Raises ContentError for a catalog that cannot be read."""
        self.theme, self.cache, self.site_url = theme, cache, site_url
        self.templates = Templates(theme, cache)
        self._pictures: dict[tuple[str, str], SocialPictures] = {}

    def pictures(self, name: str, host: str) -> SocialPictures:
        """Return what knows the addresses of the images of shared links, for a site of this name."""
        if (name, host) not in self._pictures:
            self._pictures[name, host] = SocialPictures(self.theme / "static", self.cache, name, host)
        return self._pictures[name, host]


class SinglePages:
    """The pages of one state of the site; they are linked with each other when the first of a language is asked for."""

    def __init__(self, prepared: PreparedSite, unlinked: Mapping[Language, UnlinkedPages], look: Look) -> None:
        """`unlinked` are the pages of each language of `prepared`."""
        self._prepared, self._unlinked, self._look = prepared, unlinked, look
        nowhere = Path(gettempdir())
        tree = NewTree(nowhere, nowhere, TreeRecord())
        self._renderer = SiteRenderer(prepared, look.theme, look.cache, look.templates, look.site_url, tree, Digester())
        self._sites: dict[Language, LanguageSite] = {}

    def page(self, language: Language, path: str) -> str | None:
        """Return the page at `path` below its language, byte for byte as a build would write it; None where there is none.

        The page of the search is none of them: it names the index, which only a build makes. Raises what a faulty template
        raises.
        """
        site = self._site(language)
        page = next((page for page in site.all_pages() if page.path == path), None)
        if page is None or path == SEARCH_PATH:
            return None
        cooperative = self._prepared.content.cooperative
        name, host = getattr(cooperative.name, language), str(urlsplit(cooperative.site_address).hostname)
        around = Surroundings(site, cooperative, self._look.site_url, mark("asset", "illustrations/mark.svg"))
        data = structured_data(page, around, mark("picture"))
        addresses = {"picture": self._look.pictures(name, host).name(path, card_of(page, site)).address}
        planned = planned_page(page, Views(site, self._prepared), data, self._look.site_url, addresses)
        return self._renderer.renderer(language, shell_around(site)).page(planned)

    def _site(self, language: Language) -> LanguageSite:
        if language not in self._sites:
            self._sites[language] = with_news_lists(linked(self._prepared.content, self._unlinked[language]))
        return self._sites[language]
