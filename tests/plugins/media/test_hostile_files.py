"""Damaged and hostile files: each is told by its rule, none fills the memory, none is shown."""

import io
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.diagnostics.catalog import load_catalog
from plugins.media import PictureUse, inspect_media, read_media
from plugins.media.opening import MOST_BYTES
from plugins.words.store import LANGUAGES
from tests.plugins.media.files import (
    exif,
    noise,
    photo,
    png,
    png_bomb,
    png_of,
    saved,
    scene,
    strip,
    svg,
    with_chunk,
    with_scans,
    with_segment,
)
from tests.small_site import ROOT

IN_TEXT = frozenset({"prose"})
JPEG, PNG, WEBP = (photo(700, 500, form) for form in ("JPEG", "PNG", "WEBP"))


def moving(form: str, width: int = 700, height: int = 500) -> bytes:
    frames = [scene(width, height), scene(width, height).rotate(90, expand=False)]
    file = io.BytesIO()
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=200)
    return file.getvalue()


def grey(mode: str, form: str) -> bytes:
    return saved(Image.new(mode, (700, 500)), form)


FILES = {
    "an empty JPEG": ("a.jpg", b"", "damaged-picture"),
    "an empty PNG": ("a.png", b"", "damaged-picture"),
    "a JPEG that is text": ("a.jpg", "Бұл сурет емес.".encode(), "damaged-picture"),
    "half a JPEG": ("a.jpg", JPEG[: len(JPEG) // 2], "damaged-picture"),
    "a JPEG without its last bytes": ("a.jpg", JPEG[:-2], "damaged-picture"),
    "the head of a JPEG": ("a.jpg", JPEG[:200], "damaged-picture"),
    "half a PNG": ("a.png", PNG[: len(PNG) // 2], "damaged-picture"),
    "a PNG with a changed byte": ("a.png", PNG[:500] + bytes([PNG[500] ^ 1]) + PNG[501:], "damaged-picture"),
    "a PNG with too few dots": ("a.png", png(900, 900), "damaged-picture"),
    "a PNG without dots": ("a.png", png_of((b"IHDR", b"\0\0\3\0\0\0\3\0\x08\2\0\0\0"), (b"IEND", b"")), "damaged-picture"),
    "a PNG with a broken head": ("a.png", png_of((b"IHDR", b"\0\0"), (b"IEND", b"")), "damaged-picture"),
    "half a WebP": ("a.webp", WEBP[: len(WEBP) // 2], "damaged-picture"),
    "a WebP of noughts": ("a.webp", WEBP[:20] + b"\0" * (len(WEBP) - 20), "damaged-picture"),
    "a drawing not closed": ("a.svg", svg('viewBox="0 0 9 9"')[:-3], "damaged-picture"),
    "a PNG that says it is endless": ("a.png", png(2_000_000_000, 2_000_000_000), "too-many-dots"),
    "a PNG of 3 600 million dots": ("a.png", png(60_000, 60_000), "too-many-dots"),
    "a PNG of 196 million dots in 24 kB": ("a.png", png_bomb(14_000), "too-many-dots"),
    "a JPEG just over the limit": ("a.jpg", saved(Image.new("L", (10_000, 5_001)), "JPEG"), "too-many-dots"),
    "a PNG one dot wide and very long": ("a.png", strip(48_000_000), "too-many-dots"),
    "a PNG just too long": ("a.png", png(700, 30_001), "too-many-dots"),
    "a JPEG of 30 000 scans": ("a.jpg", with_scans(photo(64, 48, progressive=True), 30_000), "damaged-picture"),
    "a JPEG of 201 scans": ("a.jpg", with_scans(photo(700, 500, progressive=True), 201), "damaged-picture"),
    "words that unpack to 100 MB": (
        "a.png", with_chunk(PNG, b"zTXt", b"a\0\0" + zlib.compress(b"0" * 100_000_000, 1)), "picture-metadata",
    ),
    "a profile that unpacks to 100 MB": (
        "a.png", with_chunk(PNG, b"iCCP", b"a\0\0" + zlib.compress(b"0" * 100_000_000, 1)), "damaged-picture",
    ),
    "a profile that is none": ("a.jpg", photo(700, 500, icc_profile=b"no profile"), "unusual-colours"),
    "a file of more than 6 MB": ("a.jpg", JPEG + b"\0" * MOST_BYTES, "original-too-large"),
    "a moving WebP": ("a.webp", moving("WEBP"), "animated-picture"),
    "a moving PNG": ("a.png", moving("PNG"), "animated-picture"),
    "a moving GIF": ("a.gif", moving("GIF", 70, 50), "unsupported-picture"),
    "two pictures in one JPEG": ("a.jpg", moving("MPO"), "picture-metadata"),
    "a photo of an iPhone": ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "unsupported-picture"),
    "a TIFF": ("a.tif", noise(40, 30, "TIFF"), "unsupported-picture"),
    "a paper as PDF": ("a.pdf", b"%PDF-1.7", "unsupported-picture"),
    "a file without an ending": ("a", JPEG, "unsupported-picture"),
    "a TIFF named JPEG": ("a.jpg", noise(700, 30, "TIFF"), "mistyped-picture"),
    "a PNG named JPEG": ("a.jpeg", PNG, "mistyped-picture"),
    "a JPEG named PNG": ("a.PNG", JPEG, "mistyped-picture"),
    "a drawing named PNG": ("a.png", svg('viewBox="0 0 9 9"'), "mistyped-picture"),
    "a page named JPEG": ("a.jpg", b"<?xml version='1.0'?><html><script/></html>", "mistyped-picture"),
    "a film named JPEG": ("a.jpg", b"\0\0\0\x18ftypmp42", "mistyped-picture"),
    "a PNG named SVG": ("a.svg", PNG, "damaged-picture"),
    "print colours": ("a.jpg", grey("CMYK", "JPEG"), "unusual-colours"),
    "sixteen bits a dot": ("a.png", grey("I;16", "PNG"), "unusual-colours"),
    "a photo that tells its place": ("a.jpg", photo(700, 500, exif=exif(place=True)), "picture-metadata"),
    "a page hidden behind a photo": ("a.jpg", JPEG + b"<script>alert(1)</script>", "picture-metadata"),
    "a page hidden in a photo": ("a.jpg", with_segment(JPEG, 0xFE, b"<script>alert(1)</script>"), "picture-metadata"),
    "a photo smaller than its place": ("a.jpg", photo(671, 500), "too-small-picture"),
    "a photo on its side, too narrow": ("a.jpg", photo(800, 500, exif=exif(6)), "too-small-picture"),
    "a single dot": ("a.png", noise(1, 1, "PNG"), "too-small-picture"),
    "a drawing with remarks": ("a.svg", svg('viewBox="0 0 9 9"', "<!-- Айгүл -->"), "picture-metadata"),
    "a drawing with a script": ("a.svg", svg('viewBox="0 0 9 9"', "<script/>"), "unsafe-svg"),
}  # fmt: skip


def test_the_table_is_long_enough_and_every_rule_of_pictures_is_in_it() -> None:
    assert len(FILES) >= 30
    assert len({rule for *_, rule in FILES.values()}) == 10


@pytest.mark.parametrize(("name", "raw", "rule"), FILES.values(), ids=FILES)
def test_a_damaged_or_hostile_file_is_reported_by_its_rule(tmp_path: Path, name: str, raw: bytes, rule: str) -> None:
    (tmp_path / name).write_bytes(raw)
    looked_at = inspect_media(tmp_path, [PictureUse(name, IN_TEXT)], tmp_path / "cache")
    media, problems = read_media(tmp_path, [PictureUse(name, IN_TEXT)], tmp_path / "cache")
    assert media == {} and looked_at == problems
    assert [(problem.path, problem.line, problem.column, problem.rule) for problem in problems] == [(name, 1, 1, rule)]
    for language in LANGUAGES:
        assert name in load_catalog(language).message(rule, problems[0].values).what


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    for name in ("missing.jpg", "missing.svg"):
        _, (problem,) = read_media(tmp_path, [PictureUse(name, IN_TEXT)], tmp_path / "cache")
        assert problem.rule == "damaged-picture"


@pytest.mark.parametrize("place", [0, 1, 2], ids=["first", "middle", "last"])
def test_the_other_pictures_are_read_all_the_same(tmp_path: Path, place: int) -> None:
    names = ["a.jpg", "b.jpg", "c.jpg"]
    for name in names:
        (tmp_path / name).write_bytes(JPEG)
    (tmp_path / names[place]).write_bytes(JPEG[:300])
    uses = [PictureUse(name, frozenset({"portrait"})) for name in names]
    media, problems = read_media(tmp_path, uses, tmp_path / "cache")
    assert set(media) == set(names) - {names[place]}
    assert [(problem.path, problem.rule) for problem in problems] == [(names[place], "damaged-picture")]


MEASURE = """
import resource, sys
from pathlib import Path
from plugins.media import PictureUse, read_media
folder = Path(sys.argv[1])
uses = [PictureUse(path.name, frozenset({"prose"})) for path in folder.iterdir() if path.is_file()]
media, problems = read_media(folder, uses, folder / "cache")
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":" in line)
own = int(status["VmHWM"].split()[0])  # ru_maxrss of this process would begin with what the test runner held at the fork
peak = own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(len(media), len(problems), peak // 1024)
"""


def test_all_of_them_together_and_the_largest_that_is_taken_need_less_than_a_gigabyte(tmp_path: Path) -> None:
    for number, (name, raw, _) in enumerate(FILES.values()):
        (tmp_path / f"{number}{name}").write_bytes(raw)
    largest = Image.linear_gradient("L").resize((7_070, 7_070))
    (tmp_path / "largest.png").write_bytes(saved(Image.merge("RGBA", [largest] * 4), "PNG"))
    (tmp_path / "largest.jpg").write_bytes(saved(Image.merge("RGB", [largest] * 3), "JPEG"))
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    shown, reported, peak_mib = map(int, run.stdout.split())
    assert (shown, reported) == (2, len(FILES))
    assert 50 < peak_mib < 1000
