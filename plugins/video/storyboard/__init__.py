"""Videos rendered from Markdown.

`parse.py` reads a storyboard strictly into scenes, `timing.py` gives captions and chapters (pure), `layout.py` SVG layers with
their motion, `composition.py` all of it with one digest, `frames.py` the frames, `render.py` the video; `rendered.py` knows
whether a video kept in its bundle is still the right one.
"""
