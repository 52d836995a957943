"""What other programs show of a page: its picture where a link is shared, and its data in the words of schema.org."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.site.alternates import LOCALES
from plugins.site.opengraph import HEIGHT, WIDTH, SocialPictures, card_of
from plugins.site.structured_data import Surroundings, structured_data
from plugins.views.pages import LanguageSite, Page
from plugins.views.prepared import PreparedSite


class ForMachines:
    """The pictures and data of all pages of one language."""

    def __init__(self, site: LanguageSite, prepared: PreparedSite, site_url: str, theme: Path, cache: Path) -> None:
        """Choose the pictures; none is drawn yet."""
        cooperative = prepared.content.cooperative
        name, host = getattr(cooperative.name, site.language), str(urlsplit(cooperative.site_address).hostname)
        self._pictures = SocialPictures(theme / "static", cache, name, host)
        self._cards = {page.path: card_of(page, site) for page in site.all_pages()}
        self._addresses = {path: self._pictures.address(path, card) for path, card in self._cards.items()}
        self._surroundings = Surroundings(site, cooperative, site_url, prepared.assets["illustrations/mark.svg"].url)

    def pictures_written_meanwhile(self, output: Path) -> AbstractContextManager[None]:
        """Return a block at whose end every picture stands below `output`, the folder of the whole site."""
        cards = {self._addresses[path]: card for path, card in self._cards.items()}
        return self._pictures.written_meanwhile(cards, output)

    def of(self, page: Page) -> dict[str, Any]:
        """Return what the template `components/machines.html` shows of a page."""
        picture = self._addresses[page.path]
        return {
            "locales": LOCALES,
            "social_picture": picture,
            "social_picture_size": (WIDTH, HEIGHT),
            "structured_data": structured_data(page, self._surroundings, picture),
        }
