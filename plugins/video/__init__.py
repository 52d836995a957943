"""Films of the bundles: probed once, made into the sizes a page offers, with a poster; all kept by their content.

`plan.py` decides (pure), `encoding.py` and `posters.py` do, `derived.py` keeps what was done.
"""

from plugins.video.derived import DerivedFilm, Version, derive
from plugins.video.inspection import inspect_films
from plugins.video.probing import FilmFacts, UndecodableFilmError, glance, has_sound, probe

__all__ = [
    "DerivedFilm",
    "FilmFacts",
    "UndecodableFilmError",
    "Version",
    "derive",
    "glance",
    "has_sound",
    "inspect_films",
    "probe",
]
