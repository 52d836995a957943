"""Metadata of pages: Open Graph images and schema.org data."""

from dataclasses import astuple
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from plugins.cache.digest import Digester
from plugins.cache.memo import kept_or_made, key_of
from plugins.cache.store import Records
from plugins.render.marks import mark
from plugins.render.tree import NewTree
from plugins.site.opengraph.cards import card_of
from plugins.site.opengraph.pictures import PictureName, SocialPictures
from plugins.site.structured_data import Surroundings, structured_data
from plugins.views.pages import LanguageSite, Page
from plugins.views.prepared import PreparedSite


class Metadata:
    """The pictures and data of all pages of one language."""

    def __init__(
        self, site: LanguageSite, prepared: PreparedSite, site_url: str, theme: Path, cache: Path, digester: Digester
    ) -> None:
        """Choose the pictures; none is drawn yet."""
        cooperative = prepared.content.cooperative
        name, host = getattr(cooperative.name, site.language), str(urlsplit(cooperative.site_address).hostname)
        self._pictures = SocialPictures(theme / "static", cache, name, host)
        self._cards = {page.path: card_of(page, site) for page in site.all_pages()}
        around = key_of(prepared.code, prepared.look, name, host)
        self._names = kept_or_made(
            Records(cache, "cards"),
            {path: key_of(around, path, digester.hex(card)) for path, card in self._cards.items()},
            lambda paths: [self._pictures.name(path, self._cards[path]) for path in paths],
            astuple,
            lambda parts: PictureName(*map(str, parts)),
        )
        self._surroundings = Surroundings(site, cooperative, site_url, mark("asset", "illustrations/mark.svg"))

    def put_images(self, tree: NewTree) -> None:
        """Put every picture into the tree; an address names what the picture shows."""
        cards = {self._names[path]: card for path, card in self._cards.items()}
        keys = {name: key_of(self._pictures.code, name.digest) for name in cards}
        missing = {name: card for name, card in cards.items() if not tree.keep(name.address.lstrip("/"), keys[name])}
        self._pictures.write(missing, tree.folder)
        for name in missing:
            tree.note(name.address.lstrip("/"), keys[name])

    def address(self, page: Page) -> str:
        """Return the address of the picture of a page from the root of the site."""
        return self._names[page.path].address

    def structured_data(self, page: Page) -> Markup:
        """Return the data of a page, with marks for the addresses of its picture and of the mark of the cooperative."""
        return structured_data(page, self._surroundings, mark("picture"))
