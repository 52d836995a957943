"""A screen of a telephone as it comes to an editor: saved by the telephone, sent through a messenger, or photographed."""

from dataclasses import replace
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from bench.papers_set.camera import Photograph
from bench.papers_set.forms import Paper


def saved(paper: Paper) -> Photograph:
    """Return the screen as the telephone saves it."""
    return Photograph(paper.image, tuple(paper.planted))


def photographed_screen(paper: Paper, seed: int) -> Photograph:
    """Return the screen as another telephone sees it: larger, a little askew, with the moiré of two grids of dots."""
    random = Random(seed)
    scale = 1.25
    size = (round(paper.image.width * scale), round(paper.image.height * scale))
    dots = np.asarray(paper.image.resize(size, Image.Resampling.BICUBIC), np.float32)
    y, x = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    angle = random.uniform(0.02, 0.06)
    across = np.sin(2 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) / random.uniform(2.6, 3.4))
    along = np.sin(2 * np.pi * (y * np.cos(angle) - x * np.sin(angle)) / random.uniform(2.6, 3.4))
    beat = np.sin(2 * np.pi * (x + 0.4 * y) / random.uniform(60, 140))
    light = 1 + 0.2 * across + 0.16 * along + 0.1 * beat
    glass = 22 * np.exp(-(((x - size[0] * 0.7) / 300) ** 2) - ((y - size[1] * 0.2) / 400) ** 2)
    shown = np.clip(dots * light[..., None] * 0.9 + 14 + glass[..., None], 0, 255).astype(np.uint8)
    image = Image.fromarray(shown).filter(ImageFilter.GaussianBlur(0.8))
    degrees = random.uniform(-4, 4)
    turned = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(60, 60, 64))
    radians = np.radians(degrees)
    middle = (size[0] / 2, size[1] / 2)

    def moved(point: tuple[float, float]) -> tuple[float, float]:
        right, down = point[0] * scale - middle[0], point[1] * scale - middle[1]
        return (
            float(right * np.cos(radians) + down * np.sin(radians) + middle[0]),
            float(down * np.cos(radians) - right * np.sin(radians) + middle[1]),
        )

    planted = tuple(replace(item, corners=tuple(moved(corner) for corner in item.corners)) for item in paper.planted)
    return Photograph(turned, planted)
