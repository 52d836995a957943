"""The papers of the invented testimonials: `python -m bench.papers_set.samples FOLDER`, then `inv redact` on each.

Each bears «ҮЛГІ / ОБРАЗЕЦ» across it, so that nobody takes it for a family's paper.
"""

import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bench.papers_set.camera import photographed
from bench.papers_set.forms import PAGE, Paper, draw_paper

SAMPLES = {
    "car": ("car-kk", 2024, "tilted"),
    "home-oskemen": ("sale-kk", 2025, "creased"),
    "home-ridder": ("decision-ru", 2026, "flat"),
}
_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
_WORDS = "ҮЛГІ / ОБРАЗЕЦ"
_STAMP = (176, 54, 46, 64)


def stamped(paper: Paper) -> Paper:
    """Return the paper with the word «sample» in both languages, pale as a stamp: across it, and where nothing is hidden."""
    layer = Image.new("RGBA", PAGE, (255, 255, 255, 0))
    draw = ImageDraw.Draw(layer)
    draw.text((PAGE[0] / 2, PAGE[1] * 0.36), _WORDS, _STAMP, ImageFont.truetype(_FONT, 122), anchor="mm")
    turned = layer.rotate(24, Image.Resampling.BICUBIC, center=(PAGE[0] / 2, PAGE[1] * 0.36))
    ImageDraw.Draw(turned).text((PAGE[0] / 2, 58), _WORDS, _STAMP, ImageFont.truetype(_FONT, 58), anchor="mm")
    paper.image.paste(turned, (0, 0), turned)
    return paper


def main(folder: Path) -> None:
    """Write the photos into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (form, seed, condition) in SAMPLES.items():
        photographed(stamped(draw_paper(form, seed)), condition, seed).image.save(folder / f"{name}.jpg", quality=90)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
