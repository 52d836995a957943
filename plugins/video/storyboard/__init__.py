"""Films drawn from Markdown: a storyboard is read strictly, timed, laid out in the site's type and colours, and filmed.

`reading.py` gives scenes, `timing.py` captions and chapters (pure); `layout.py` gives SVG layers with their motion,
`frames.py` pictures, `filming.py` the film; `kept.py` knows whether a film kept in its bundle is still the right one.
"""
