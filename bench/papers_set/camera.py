"""Simulates a phone photo of a page: tilted, turned, shaded, blurred, creased, in poor light, at arm's length."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from bench.papers_set.forms import PAGE, Paper, Planted

Pixels = NDArray[np.float32]
Corners = Sequence[tuple[float, float]]

FRAME = (1800, 2400)
"""A photo of four million pixels: phones take twelve; so this is the harder case."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """A photo of a paper, and what is planted on it, with the corners as the photo has them."""

    image: Image.Image
    planted: tuple[Planted, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """How the photo is taken."""

    size: float = 0.92
    """Part of the frame's width that the page takes."""
    tilt: float = 1.5
    """Most degrees by which the page lies askew."""
    quarter_turns: int = 0
    skew: float = 0.012
    """How far a corner may be off, as a part of the page: the camera is never quite above it."""
    light: Callable[[Pixels, Random], Pixels] = lambda pixels, _: pixels
    blur: float = 0.6
    noise: float = 4.0


def photographed(paper: Paper, condition: str, seed: int) -> Photograph:
    """Return the paper as photographed; the same seed gives the same photo."""
    how, random = CONDITIONS[condition], Random(seed)
    corners = _corners(how, random)
    there = _perspective([(0, 0), (PAGE[0], 0), PAGE, (0, PAGE[1])], corners)
    back = np.linalg.inv(there)
    coefficients = (back / back[2, 2]).flatten()[:8]
    page = paper.image.convert("RGB").transform(
        FRAME, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC
    )
    mask = Image.new("L", PAGE, 255).transform(
        FRAME, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    image = _table(random)
    shadow = mask.filter(ImageFilter.GaussianBlur(18)).point(lambda value: value * 0.35)
    image.paste((20, 16, 12), (14, 18), shadow)
    image.paste(page, (0, 0), mask)
    pixels = how.light(np.asarray(image, np.float32), random)
    image = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(how.blur))
    grain = np.random.default_rng(seed).normal(0, how.noise, (FRAME[1], FRAME[0], 1))
    image = Image.fromarray(np.clip(np.asarray(image, np.float32) + grain, 0, 255).astype(np.uint8))
    planted = tuple(
        replace(item, corners=tuple(_moved(there, corner) for corner in item.corners)) for item in paper.planted
    )
    return Photograph(image, planted) if not how.quarter_turns else _turned(image, planted, how.quarter_turns)


def _corners(how: Condition, random: Random) -> Corners:
    width = FRAME[0] * how.size
    height = min(width * PAGE[1] / PAGE[0], FRAME[1] * how.size)
    width = height * PAGE[0] / PAGE[1]
    angle = np.radians(random.uniform(0.5, 1) * how.tilt * random.choice((-1, 1)))
    middle = np.array(FRAME) / 2 + [random.uniform(-1, 1) * (FRAME[0] - width) * 0.2, 0]
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    found = []
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        off = np.array([random.uniform(-1, 1), random.uniform(-1, 1)]) * how.skew * width
        found.append(tuple(middle + turn @ (np.array([x * width, y * height]) / 2) + off))
    return found


def _perspective(source: Corners, target: Corners) -> NDArray[np.float64]:
    """Return the projective map that takes four points to four others (solved for its eight numbers)."""
    rows, right = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.append(np.linalg.solve(np.array(rows, float), np.array(right, float)), 1).reshape(3, 3)


def _moved(matrix: NDArray[np.float64], point: tuple[float, float]) -> tuple[float, float]:
    x, y, scale = matrix @ (*point, 1)
    return float(x / scale), float(y / scale)


def _turned(image: Image.Image, planted: tuple[Planted, ...], quarters: int) -> Photograph:
    for _ in range(quarters):
        height = image.height
        image = image.transpose(Image.Transpose.ROTATE_270)
        planted = tuple(replace(item, corners=tuple((height - y, x) for x, y in item.corners)) for item in planted)
    return Photograph(image, planted)


def _table(random: Random) -> Image.Image:
    """Return a table top: a colour of wood with its grain."""
    colour = random.choice(((128, 92, 62), (92, 70, 52), (150, 150, 148), (70, 84, 96)))
    noise = np.random.default_rng(random.randrange(2**31)).normal(0, 14, (FRAME[1] // 60, FRAME[0] // 4))
    grain = Image.fromarray((noise + 128).clip(0, 255).astype(np.uint8)).resize(FRAME, Image.Resampling.BICUBIC)
    pixels = np.asarray(grain, np.float32)[..., None] - 128 + np.array(colour, np.float32)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _shade(pixels: Pixels, random: Random) -> Pixels:
    """A lamp from one side, and the shadow of a hand."""
    y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    side = x / pixels.shape[1] if random.random() < 0.5 else 1 - x / pixels.shape[1]
    light = 0.5 + 0.55 * side
    cx, cy, radius = (
        pixels.shape[1] * random.uniform(0.3, 0.7),
        pixels.shape[0] * random.uniform(0.4, 0.9),
        pixels.shape[1] * 0.33,
    )
    hand = 1 - 0.42 / (1 + np.exp((np.hypot(x - cx, (y - cy) * 0.7) - radius) / 30))
    shaded: Pixels = pixels * (light * hand)[..., None]
    return shaded


def _creases(pixels: Pixels, random: Random) -> Pixels:
    """Two folds: beside each the paper is lighter on one side and darker on the other."""
    y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    light = np.ones_like(x)
    for middle, along, across in (
        (pixels.shape[0] * random.uniform(0.4, 0.6), y, x),
        (pixels.shape[1] * random.uniform(0.4, 0.6), x, y),
    ):
        distance = along - middle - 14 * np.sin(across / 260)
        light += 0.16 * np.tanh(distance / 9) * np.exp(-np.abs(distance) / 90) - 0.28 * np.exp(-((distance / 3.0) ** 2))
    creased: Pixels = pixels * light[..., None]
    return creased


def _dusk(pixels: Pixels, _: Random) -> Pixels:
    """A room with a weak yellow lamp."""
    dark: Pixels = (255 * (pixels / 255) ** 1.25 * np.array([0.46, 0.40, 0.30]) + 6).astype(np.float32)
    return dark


CONDITIONS = {
    "flat": Condition(),
    "tilted": Condition(tilt=7, size=0.84, skew=0.02),
    "shaded": Condition(light=_shade, tilt=2.5),
    "blurred": Condition(blur=2.2, noise=3),
    "creased": Condition(light=_creases, tilt=2),
    "low light": Condition(light=_dusk, noise=9, blur=0.9),
    "arm's length": Condition(size=0.66, tilt=3, skew=0.02, blur=0.7),
    "on its side": Condition(quarter_turns=1, tilt=2),
    "upside down": Condition(quarter_turns=2, tilt=2),
}
"""How each photo of the set is taken."""
