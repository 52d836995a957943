"""The picture a page shows where its link is shared: its title in its language, drawn with the site's own font."""

from plugins.site.opengraph.cards import Card, card_of
from plugins.site.opengraph.drawing import HEIGHT, WIDTH
from plugins.site.opengraph.pictures import SocialPictures

__all__ = ["HEIGHT", "WIDTH", "Card", "SocialPictures", "card_of"]
