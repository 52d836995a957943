"""Prepares every picture of a build: from the cache where possible, the rest on all cores."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from PIL import Image

from plugins.cache.memo import code_version, key_of
from plugins.cache.store import Records
from plugins.cache.workers import spread
from plugins.diagnostics import Problem
from plugins.diagnostics.progress import Report, no_progress
from plugins.media.encoding import Encoded, encode, mean_colour
from plugins.media.faults import PictureFaultError
from plugins.media.opening import MOST_BYTES, inspect, pixels
from plugins.media.plain_drawing import plain_drawing
from plugins.media.sizes import PictureSize, PictureUse, least_width, widths
from plugins.media.store import Made, PictureCache, picture_key
from plugins.media.vector import measure_drawing

_REPORTED_EVERY = 10
"""Pictures between two reports of progress."""


def make_pictures(
    root: Path, uses: Iterable[PictureUse], cache_folder: Path, report: Report = no_progress
) -> tuple[dict[str, Made], list[Problem]]:
    """Return what every picture became, by its path, and a problem for each that cannot be shown.

    A drawing (SVG) is one file of any size and becomes no others. A second call encodes nothing.
    """
    wanted = _by_path(uses)
    cache = PictureCache(cache_folder)
    found = {path: _kept_or_fault(root, cache, use) for path, use in wanted.items()}  # threads take longer: small files
    missing = [use for use in wanted.values() if found[use.path] is None]
    for use, made in zip(missing, _made_anew(root, missing, cache_folder, report), strict=True):
        found[use.path] = made
    pictures = {path: made for path, made in found.items() if isinstance(made, Made)}
    faults = {path: made for path, made in found.items() if isinstance(made, PictureFaultError)}
    return pictures, [_problem(path, fault) for path, fault in faults.items()]


def inspect_pictures(root: Path, uses: Iterable[PictureUse], cache_folder: Path) -> list[Problem]:
    """Return a problem for each picture that cannot be shown, those of `make_pictures`; nothing is encoded.

    A photo is decoded once; that it can be shown is kept.
    """
    cache, kept = PictureCache(cache_folder), Records(cache_folder, "sound-pictures")
    problems: list[Problem] = []
    for path, use in _by_path(uses).items():
        made = _kept_or_fault(root, cache, use)
        if made is None:
            made = _fault_or_none(root / path, use.slots, kept)
        if isinstance(made, PictureFaultError):
            problems.append(_problem(path, made))
    return problems


def make_picture(name: str, raw: bytes, slots: frozenset[str], cache: PictureCache) -> Made:
    """Return what the file becomes, made anew and kept. Raises PictureFaultError."""
    if PurePosixPath(name).suffix.lower() == ".svg":
        drawn = measure_drawing(raw)
        return cache.write(_key(name, raw, slots), drawn, "", [Encoded(drawn, "svg", plain_drawing(raw))])
    size, image = _decoded(name, raw, slots)
    ladder = [width for width in widths(slots, size.width) if width <= image.width]
    files = encode(image, ladder, is_drawn=name.lower().endswith(".png"))
    return cache.write(_key(name, raw, slots), size, mean_colour(image), files)


def _decoded(name: str, raw: bytes, slots: frozenset[str]) -> tuple[PictureSize, Image.Image]:
    """Return the size of a photo and its pixels, at least as wide as the layout needs them. Raises PictureFaultError."""
    size = inspect(name, raw)
    needed = least_width(slots)
    if size.width < needed:
        raise PictureFaultError("too-small-picture", found=str(size.width), needed=str(needed))
    return size, pixels(name, raw, max(widths(slots, size.width)))


def _by_path(uses: Iterable[PictureUse]) -> Mapping[str, PictureUse]:
    slots: dict[str, frozenset[str]] = {}
    for use in uses:
        slots[use.path] = slots.get(use.path, frozenset()) | use.slots
    return {path: PictureUse(path, slots[path]) for path in sorted(slots)}


def _kept_or_fault(root: Path, cache: PictureCache, use: PictureUse) -> Made | PictureFaultError | None:
    path = root / use.path
    try:
        if path.stat().st_size > MOST_BYTES:
            megabytes = f"{path.stat().st_size / 1_000_000:.1f}"
            raise PictureFaultError("original-too-large", found=megabytes, most=str(MOST_BYTES // 1_000_000))
        raw = path.read_bytes()
    except OSError:
        return PictureFaultError("damaged-picture")
    except PictureFaultError as fault:
        return fault
    kept = cache.read(_key(path.name, raw, use.slots))
    if kept is None and path.suffix.lower() == ".svg":  # no work for another process
        try:
            return make_picture(path.name, raw, use.slots, cache)
        except PictureFaultError as fault:
            return fault
    return kept


def _key(name: str, raw: bytes, slots: frozenset[str]) -> str:
    suffix = PurePosixPath(name).suffix
    if suffix.lower() == ".svg":
        return key_of(code_version("media", "design/raster.py", libraries=("resvg_py",)), raw)
    return picture_key(suffix, raw, slots, widths(slots, 2 * least_width(slots)))


def _made_anew(
    root: Path, uses: list[PictureUse], cache_folder: Path, report: Report
) -> Iterable[Made | PictureFaultError]:
    work = partial(_made_or_fault, root, cache_folder)
    for number, made in enumerate(spread(work, uses), start=1):
        if number % _REPORTED_EVERY == 0 or number == len(uses):
            report("say_pictures", number=str(number), whole=str(len(uses)))
        yield made


def _made_or_fault(root: Path, cache_folder: Path, use: PictureUse) -> Made | PictureFaultError:
    path = root / use.path
    try:
        return make_picture(path.name, path.read_bytes(), use.slots, PictureCache(cache_folder))
    except PictureFaultError as fault:
        return fault


def _fault_or_none(path: Path, slots: frozenset[str], kept: Records) -> PictureFaultError | None:
    try:
        raw = path.read_bytes()
        key = _key(path.name, raw, slots)
        if kept.get(key) is None:
            _decoded(path.name, raw, slots)
            kept.put(key, b"sound")
    except OSError:
        return PictureFaultError("damaged-picture")
    except PictureFaultError as fault:
        return fault
    return None


def _problem(path: str, fault: PictureFaultError) -> Problem:
    return Problem(path, 1, 1, fault.rule, {"file": PurePosixPath(path).name, **fault.values})
