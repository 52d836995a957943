"""The Open Graph image of a page: its title in its language, in the site's own font.

`cards.py` says what it shows, `layout.py` where, `render.py` makes the PNG, `pictures.py` keeps and publishes it.
"""

from plugins.site.opengraph.cards import Card, card_of
from plugins.site.opengraph.layout import HEIGHT, WIDTH
from plugins.site.opengraph.pictures import PictureName, SocialPictures

__all__ = ["HEIGHT", "WIDTH", "Card", "PictureName", "SocialPictures", "card_of"]
