"""The picture a page shows where its link is shared: its title in its language, drawn with the site's own font."""

from plugins.site.social.cards import Card, card_of
from plugins.site.social.drawing import HEIGHT, WIDTH
from plugins.site.social.pictures import SocialPictures

__all__ = ["HEIGHT", "WIDTH", "Card", "SocialPictures", "card_of"]
