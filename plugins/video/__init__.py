"""Videos of the bundles: recorded by an editor, or rendered from a storyboard.

`inspect.py` says what the content holds and what is wrong with it, `plan.py` which sizes are offered (pure), `encode.py` and
`poster.py` make them, `renditions.py` keeps them, `library.py` publishes them. `storyboard/` turns scenes into a video.
"""
