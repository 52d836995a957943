"""The Open Graph image of a page: its title in its language, in the site's own font.

`size.py` says how large it is, `cards.py` what it shows, `layout.py` where, `render.py` makes the PNG, `pictures.py` keeps and
publishes it.
"""
