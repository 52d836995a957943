"""The films of the content as every check sees them: what each holds, what a drawn one would show, and what is wrong.

Nothing is drawn or encoded here: `plugins/video/library.py` does that, for a build.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.diagnostics import Problem
from plugins.model.items import LANGUAGES, ItemFilm, Language, SiteContent, kept_film_file
from plugins.video import FilmFacts, has_sound, inspect_films
from plugins.video.storyboard.drawing import Drawing, UndrawablePictureError, lay_out, read_picture
from plugins.video.storyboard.kept import kept_film
from plugins.video.storyboard.parse import read_storyboard
from plugins.video.storyboard.scenes import Storyboard
from plugins.video.storyboard.style import Style, read_style

FilmKey = tuple[str, str, Language]
"""Folder of the bundle, id of the film, language."""


@dataclass(frozen=True, slots=True)
class DrawnFilm:
    """A film that is drawn: its scenes, and its drawing."""

    storyboard: Storyboard
    drawing: Drawing
    name: str
    """Of the file it is kept in."""


@dataclass(frozen=True, slots=True)
class ReadFilms:
    """The films of the content, inspected."""

    films: tuple[ItemFilm, ...] = ()
    drawn: Mapping[FilmKey, DrawnFilm] = field(default_factory=dict)
    filmed: Mapping[str, FilmFacts] = field(default_factory=dict)
    """What the editors' films hold, by path."""
    style: Style | None = None

    @property
    def seconds(self) -> Mapping[str, float]:
        """Return the length of every film an editor gave, by path."""
        return {path: facts.seconds for path, facts in self.filmed.items()}


def read_films(content: SiteContent, root: Path, theme: Path, cache: Path) -> tuple[ReadFilms, list[Problem]]:
    """Return the films of the content, and a problem for each that cannot be shown as it is."""
    films = content.all_films()
    if not films:
        return ReadFilms(), []
    given = [f"{film.folder}/{film.film.file}" for film in films if film.film.file]
    filmed, problems = inspect_films(root, [path for path in given if (root / path).is_file()], cache)
    drawn: dict[FilmKey, DrawnFilm] = {}
    style = read_style(theme, cache) if any(film.film.drawn for film in films) else None
    if style is not None:
        reading = _Reading(content, root, style)
        for film in films:
            for language in LANGUAGES if film.film.drawn else ():
                found, told = reading.drawn(film, language)
                problems += told
                if found is not None:
                    drawn[film.folder, film.id, language] = found
    return ReadFilms(films, drawn, filmed, style), problems


@dataclass(frozen=True, slots=True)
class _Reading:
    content: SiteContent
    root: Path
    style: Style

    def drawn(self, film: ItemFilm, language: Language) -> tuple[DrawnFilm | None, list[Problem]]:
        body = film.bodies[language]
        item = next(item for item in self.content.all_items() if item.folder == film.folder)
        name = getattr(self.content.cooperative.name, language)
        storyboard, problems = read_storyboard(body, language, name, item.facts.charted)
        if storyboard is None:
            return None, problems
        bundle = self.root / film.folder
        pictures: dict[str, str] = {}
        for scene in storyboard.scenes:
            if scene.picture is None or not (bundle / scene.picture.file).is_file():
                continue  # a missing file is told by the rule of links
            try:
                pictures[scene.picture.file] = read_picture(bundle / scene.picture.file, self.style)
            except UndrawablePictureError:
                path = f"{film.folder}/{scene.picture.file}"
                problems.append(Problem(path, 1, 1, "damaged-picture", {"file": scene.picture.file}))
        sound = getattr(film.film.sound, language) if film.film.sound else None
        if sound is not None and not (bundle / sound).is_file():
            return None, problems
        if sound is not None and not has_sound(bundle / sound):
            return None, [*problems, Problem(f"{film.folder}/{sound}", 1, 1, "undecodable-sound", {"file": sound})]
        drawing = lay_out(storyboard, pictures, bundle / sound if sound else None, self.style)
        kept = kept_film_file(film.id, language)
        if not problems and kept_film(bundle, kept, drawing) is None:
            values = {"file": kept}
            problems.append(Problem(body.path, 1, 1, "stale-film", values))
        return DrawnFilm(storyboard, drawing, kept), problems
