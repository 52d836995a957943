"""Compares our pictures with sharp (npm): bytes and speed on the same files: `python -m bench.pictures --help`.

Three questions. How many bytes are served, as a part of well-made JPEG at the same likeness to the original? How fast
are they made on one core, beside sharp? How much longer is a build with 500 pictures that were made before?
"""

import argparse
import io
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter
from rich.console import Console
from rich.table import Table

from bench.generated_site import write_generated_site
from bench.papers_set import draw_paper, photographed
from plugins.media.encoding import AVIF_QUALITY, AVIF_SPEED, JPEG_QUALITY, avif, jpeg
from plugins.media.sizes import PictureSize
from plugins.model.sync_translations import declare_in_step
from plugins.pipeline.build import build

WIDTHS = (336, 672, 1344)
_TODAY = date(2026, 11, 22)
GOALS = {"bytes": 0.60, "warm seconds": 0.5}

_SHARP = """
const sharp = require("sharp");
const fs = require("fs");
sharp.concurrency(1);
sharp.cache(false);
const [folder, quality, effort] = process.argv.slice(2);
(async () => {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith(".png")).sort();
  const widths = [336, 672, 1344];
  const bytes = { avif: 0, jpeg: 0 };
  const start = process.hrtime.bigint();
  for (const name of files) {
    const raw = fs.readFileSync(`${folder}/${name}`);
    for (const width of widths) {
      const scaled = await sharp(raw).resize({ width, kernel: "lanczos3" }).toBuffer({ resolveWithObject: false });
      bytes.avif += (await sharp(scaled).avif({ quality: +quality, effort: +effort }).toBuffer()).length;
      bytes.jpeg += (await sharp(scaled).jpeg({ quality: 80, progressive: true, mozjpeg: false }).toBuffer()).length;
    }
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(JSON.stringify({ seconds, bytes, sharp: sharp.versions.sharp }));
})();
"""


@dataclass(frozen=True, slots=True)
class Encoding:
    """What came of one picture in one width: bytes, and likeness (SSIM, 1 is the same)."""

    size: int
    likeness: float


def pictures(folder: Path | None, count: int) -> Iterator[Image.Image]:
    """Yield the pictures of a folder, or invented ones: landscapes of noise as nature has it, and photographed papers."""
    if folder is not None:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in (".jpg", ".jpeg", ".png", ".webp"):
                with Image.open(path) as image:
                    yield image.convert("RGB")
        return
    for number in range(count):
        if number % 4 == 3:
            yield photographed(draw_paper("sale-ru", number), "shaded", number).image
        else:
            yield landscape(number)


def ssim(one: Image.Image, other: Image.Image) -> float:
    """Return the likeness of two pictures by their brightness: Wang et al. 2004, a Gaussian window of sigma 1.5."""
    first, second = (np.asarray(image.convert("L"), np.float64) for image in (one, other))

    def smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
        kernel = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
        kernel /= kernel.sum()
        for axis in (0, 1):
            values = sum(
                weight * np.roll(values, shift, axis) for weight, shift in zip(kernel, range(-5, 6), strict=True)
            )
        return values

    mean_1, mean_2 = smooth(first), smooth(second)
    var_1, var_2 = smooth(first**2) - mean_1**2, smooth(second**2) - mean_2**2
    both = smooth(first * second) - mean_1 * mean_2
    c_1, c_2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    like = ((2 * mean_1 * mean_2 + c_1) * (2 * both + c_2)) / ((mean_1**2 + mean_2**2 + c_1) * (var_1 + var_2 + c_2))
    return float(like[6:-6, 6:-6].mean())


def measured(scaled: Image.Image, raw: bytes) -> Encoding:
    """Return bytes and likeness of an encoded picture."""
    with Image.open(io.BytesIO(raw)) as decoded:
        return Encoding(len(raw), ssim(scaled, decoded))


def jpeg_as_like(scaled: Image.Image, likeness: float) -> Encoding:
    """Return the smallest well-made JPEG that is at least as like the original (search over the quality)."""
    low, high = 30, 98
    while low < high:
        middle = (low + high) // 2
        if measured(scaled, jpeg(scaled, middle)).likeness >= likeness:
            high = middle
        else:
            low = middle + 1
    return measured(scaled, jpeg(scaled, low))


def compare_bytes(originals: list[Image.Image], console: Console) -> dict[str, float]:
    """Return our bytes as a part of JPEG's, at the same likeness and at JPEG's usual quality."""
    ours = like = usual = 0
    worse = 0
    table = Table(
        "width", "AVIF kB", "JPEG as like kB", "part", f"JPEG q{JPEG_QUALITY} kB", "SSIM AVIF", f"SSIM q{JPEG_QUALITY}"
    )
    for width in WIDTHS:
        rows = []
        for image in originals:
            target = PictureSize(*image.size).scaled_to(width)
            scaled = image.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
            made = measured(scaled, avif(scaled))
            rows.append((made, jpeg_as_like(scaled, made.likeness), measured(scaled, jpeg(scaled))))
        sums = [sum(row[place].size for row in rows) for place in range(3)]
        means = [sum(row[place].likeness for row in rows) / len(rows) for place in range(3)]
        worse += sum(row[0].likeness < row[2].likeness for row in rows)
        table.add_row(
            str(width), f"{sums[0] / 1000:.0f}", f"{sums[1] / 1000:.0f}", f"{sums[0] / sums[1]:.2f}",
            f"{sums[2] / 1000:.0f}", f"{means[0]:.4f}", f"{means[2]:.4f}",
        )  # fmt: skip
        ours, like, usual = ours + sums[0], like + sums[1], usual + sums[2]
    console.print(table)
    return {"bytes": ours / like, "bytes beside usual JPEG": ours / usual, "less like than usual JPEG": float(worse)}


def compare_speed(originals: list[Image.Image], console: Console) -> dict[str, float]:
    """Return our pictures per second on one core as a part of sharp's, on the same files in the same widths."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number, image in enumerate(originals):
            image.save(folder / f"{number:03}.png", compress_level=1)
        start = time.perf_counter()
        size = 0
        for path in sorted(folder.glob("*.png")):
            with Image.open(path) as image:
                opened = image.convert("RGB")
            for width in WIDTHS:
                target = PictureSize(*opened.size).scaled_to(width)
                scaled = opened.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
                size += len(avif(scaled))
                jpeg(scaled)
        ours = time.perf_counter() - start
        theirs = _sharp(folder, console)
    if theirs is None:
        return {}
    figures = {"speed beside sharp": theirs["seconds"] / ours, "bytes beside sharp": size / theirs["bytes"]["avif"]}
    console.print(
        f"one core: ours {len(originals) / ours:.2f} pictures/s, sharp {theirs['sharp']} "
        f"{len(originals) / theirs['seconds']:.2f} (each {len(WIDTHS)} widths in AVIF and JPEG)"
    )
    return figures


def _sharp(folder: Path, console: Console) -> dict[str, Any] | None:
    npm = shutil.which("npm")
    if npm is None:
        console.print("sharp is not measured: there is no npm")
        return None
    scratch = Path(tempfile.mkdtemp(prefix="bench-sharp-"))
    try:
        subprocess.run([npm, "install", "--silent", "--no-audit", "--no-fund", "sharp"], cwd=scratch, check=True)
        (scratch / "run.cjs").write_text(_SHARP, encoding="utf-8")
        command = ["node", "run.cjs", str(folder), str(AVIF_QUALITY), "2"]
        pinned = [shutil.which("taskset") or "env", "-c", "0"] if shutil.which("taskset") else []
        run = subprocess.run(
            [*pinned, *command],
            cwd=scratch,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
        found: dict[str, Any] = json.loads(run.stdout)
        return found
    finally:
        shutil.rmtree(scratch)


def warm_build(count: int, console: Console, rounds: int = 6) -> dict[str, float]:
    """Return by how much longer a build is that must draw everything but finds its pictures made.

    Both sites are built by turns, and the fastest build of each counts: what else the machine does falls on both. The
    seconds of its processors, children too, tell the same more steadily.
    """
    with tempfile.TemporaryDirectory() as place:
        sites = {number: write_generated_site(Path(place, str(number)), count).ours for number in (0, count)}
        seconds: dict[int, list[tuple[float, float]]] = {number: [] for number in sites}
        for number, paths in sites.items():
            _give_pictures(paths.content, number)
            build(paths, _TODAY)
        for _ in range(rounds):
            for number, paths in sites.items():
                shutil.rmtree(paths.output)
                start = (time.perf_counter(), sum(os.times()[:4]))
                build(paths, _TODAY)
                seconds[number].append((time.perf_counter() - start[0], sum(os.times()[:4]) - start[1]))
    longer = [min(each[part] for each in seconds[count]) - min(each[part] for each in seconds[0]) for part in (0, 1)]
    console.print(
        f"warm build with {count} pictures beside none: {longer[0]:+.2f} s, {longer[1]:+.2f} s of processors; by turns "
        + ", ".join(f"{one[0]:.1f}/{other[0]:.1f}" for one, other in zip(seconds[0], seconds[count], strict=True))
    )
    return {"warm seconds": longer[0], "warm seconds of processors": longer[1]}


def _give_pictures(content: Path, count: int) -> None:
    bundles = sorted(path for path in (content / "news").iterdir() if path.is_dir())
    for number, bundle in enumerate(bundles[:count]):
        (bundle / "photo.jpg").write_bytes(jpeg(_small(number)))
        for language, words in (("kk", "Сурет"), ("ru", "Снимок")):
            index = bundle / f"index.{language}.md"
            index.write_text(index.read_text(encoding="utf-8") + f"\n![{words}](photo.jpg)\n", encoding="utf-8")
    declare_in_step(content, lambda _: True)


def _small(number: int) -> Image.Image:
    return Image.frombytes("RGB", (16, 12), Random(number).randbytes(16 * 12 * 3)).resize((800, 600))


def landscape(seed: int, size: tuple[int, int] = (2000, 1500)) -> Image.Image:
    """Return something with the spectrum of a photo: noise whose strength falls with the frequency, and sensor noise."""
    random = np.random.default_rng(seed)
    x, y = np.fft.fftfreq(size[0]), np.fft.fftfreq(size[1])
    falling = 1 / np.maximum(np.hypot(x[None, :], y[:, None]), 1 / size[0]) ** 1.35
    parts = []
    for _ in range(3):
        noise = np.fft.fft2(random.normal(size=(size[1], size[0])))
        dots = np.real(np.fft.ifft2(noise * falling))
        parts.append((dots - dots.mean()) / dots.std())
    light, red, blue = parts
    colours = np.stack([light + 0.25 * red, light, light + 0.25 * blue], axis=-1) * 52 + 120
    colours += random.normal(0, 3.0, colours.shape)
    image = Image.fromarray(np.clip(colours, 0, 255).astype(np.uint8))
    return image.filter(ImageFilter.GaussianBlur(0.6))


def main() -> None:
    """Measure and print the figures; a missed goal ends with exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, help="a folder of photos; without it they are invented")
    parser.add_argument("--count", type=int, default=8, help="how many are invented")
    parser.add_argument("--warm", type=int, default=500, help="pictures of the warm build, 0 for none")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    console = Console()
    originals = list(pictures(options.files, options.count))
    console.print(f"{len(originals)} pictures, AVIF q{AVIF_QUALITY} speed {AVIF_SPEED}")
    figures = compare_bytes(originals, console) | compare_speed(originals, console)
    if options.warm:
        figures |= warm_build(options.warm, console)
    for name, value in figures.items():
        goal = f" (goal: at most {GOALS[name]})" if name in GOALS else ""
        console.print(f"{name}: {value:.2f}{goal}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    raise SystemExit(int(any(figures[name] > goal for name, goal in GOALS.items() if name in figures)))


if __name__ == "__main__":
    main()
