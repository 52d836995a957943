"""Pictures of shared links: lines that look even, a PNG any program reads, kept between builds and never trusted blindly."""

import io
import zlib
from pathlib import Path

import pytest
from PIL import Image

from plugins.site.opengraph import HEIGHT, WIDTH, Card, SocialPictures
from plugins.site.opengraph.drawing import Painter, TitleError
from plugins.site.opengraph.lines import break_lines, units
from plugins.site.opengraph.png import EACH_TIME, ONCE, band, png
from plugins.site.opengraph.type import Typeface
from tests.small_site import ROOT

STATIC = ROOT / "theme/static"
LONG = "Кооперативтік серіктестіктердің ынтымақтастығы мен өзара жауапкершілігін реттейтін халықаралық қағидаттар"


@pytest.fixture(scope="module")
def painter() -> Painter:
    return Painter(STATIC, "Халық қуаты", "halykquaty.kz")


def card(title: str, language: str = "kk", label: str = "Жаңалықтар", accent: str = "action") -> Card:
    return Card(language, label, title, accent)  # type: ignore[arg-type]


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    image.load()
    return image


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Кто решает в кооперативе?", ["Кто", "решает", "в кооперативе?"]),
        ("Кооператив пе, пирамида ма?", ["Кооператив пе,", "пирамида ма?"]),
        ("Прошёл день — итоги", ["Прошёл", "день —", "итоги"]),
        ("Көмек 1 қыркүйек күні", ["Көмек", "1 қыркүйек", "күні"]),
        ("«О потребительском кооперативе»", ["«О потребительском", "кооперативе»"]),
        ("600\u00a0млрд теңге", ["600\u00a0млрд", "теңге"]),
        ("Жағдай: 2026 жылғы шек", ["Жағдай:", "2026 жылғы", "шек"]),
        ("Может ли он строить?", ["Может ли", "он строить?"]),
        ("Заңдар", ["Заңдар"]),
        ("два  пробела", ["два", "пробела"]),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_belongs_together_stays_on_one_line(title: str, parts: list[str]) -> None:
    assert units(title) == parts


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("aaaa bbbb", 9, ["aaaa bbbb"]),
        ("aaaa bbbb", 8, ["aaaa", "bbbb"]),
        ("aaaa bbbb cccc dd", 14, ["aaaa bbbb", "cccc dd"]),  # not «aaaa bbbb cccc» above a widow
        ("aa bb cc dd ee ff", 8, ["aa bb cc", "dd ee ff"]),
        ("aaaaaa, bb cccc dddd", 16, ["aaaaaa,", "bb cccc dddd"]),
        ("aaaaaa bb cccc dddd", 16, ["aaaaaa bb", "cccc dddd"]),
        ("aaaaaaaaaaaa", 8, None),
        ("aaaa bbbb cccc dddd", 4, None),
    ],
    ids=[
        "one line",
        "two lines",
        "no widow",
        "even",
        "a phrase ends a line",
        "no phrase",
        "a word too long",
        "too many lines",
    ],
)
def test_lines_are_few_and_even(text: str, width: int, lines: list[str] | None) -> None:
    assert break_lines(text.split(), len, width, most=3) == lines


def test_a_picture_is_what_open_graph_readers_want(painter: Painter) -> None:
    picture = painter.draw(card("Тұтыну кооперациясы туралы дөңгелек үстел өтті"))
    image = opened(picture)
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(picture) < 60_000


def test_the_same_card_gives_the_same_bytes_whatever_was_drawn_before(painter: Painter) -> None:
    first = painter.draw(card("Заңдар"))
    painter.draw(card("Что прочитать до вступления?", "ru", "Вопросы и ответы", "question"))
    assert painter.draw(card("Заңдар")) == first
    assert Painter(STATIC, "Халық қуаты", "halykquaty.kz").draw(card("Заңдар")) == first


@pytest.mark.parametrize(
    "other",
    [card("Заңгер"), card("Заңдар", label="Басқа"), card("Заңдар", accent="life")],
    ids=["title", "label", "accent"],
)
def test_each_part_of_a_card_is_seen(painter: Painter, other: Card) -> None:
    assert opened(painter.draw(other)).convert("RGB").tobytes() != opened(painter.draw(card("Заңдар"))).convert(
        "RGB"
    ).tobytes()  # fmt: skip


@pytest.mark.parametrize("title", [LONG, "Ә", "Ғ Қ Ң Ө Ұ Ү Һ І — ёЁ №1, 5 %, 600 ₸", "«Кавычки», (скобки)…"])
def test_words_stay_inside_their_margins(painter: Painter, title: str) -> None:
    image = opened(painter.draw(card(title))).convert("RGB")
    ground = image.getpixel((40, 300))
    words = image.crop((80, 216, WIDTH, HEIGHT - 90))
    assert len(set(words.get_flattened_data())) > 5, "something is written"
    for edge in ((14, 150, 78, HEIGHT - 92), (WIDTH - 60, 150, WIDTH, HEIGHT - 92)):
        assert set(image.crop(edge).get_flattened_data()) == {ground}


def test_a_title_that_no_size_can_hold_is_an_error(painter: Painter) -> None:
    with pytest.raises(TitleError):
        painter.draw(card("сөз " * 80))


@pytest.mark.parametrize("letter", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙй№₸")
def test_every_letter_has_a_glyph_of_its_own(letter: str) -> None:
    face = Typeface(STATIC, 60, 800)
    mask, _, _ = face.glyph(letter)
    unknown, _, _ = face.glyph("\u4e00")
    assert mask.getbbox() is not None
    assert mask.tobytes() != unknown.tobytes()


def test_bands_make_one_valid_image_pixel_by_pixel() -> None:
    pixels = [bytes([0, *(column * row % 4 for column in range(9))]) for row in range(1, 12)]
    rows = Image.frombytes("L", (10, 11), b"".join(pixels))
    palette = bytes([255, 255, 255, 10, 20, 30, 40, 50, 60, 70, 80, 90])
    parts = [
        band(rows.crop((0, top, 10, bottom)), effort)
        for top, bottom, effort in ((0, 3, ONCE), (3, 4, EACH_TIME), (4, 11, ONCE))
    ]
    picture = png(9, parts, palette)
    assert opened(picture).tobytes() == b"".join(row[1:] for row in pixels)
    start = picture.index(b"IDAT") + 4
    stream = picture[start : start + int.from_bytes(picture[start - 8 : start - 4])]
    assert zlib.decompress(stream) == b"".join(pixels), "the checksum is right too"


@pytest.fixture
def pictures(tmp_path: Path) -> SocialPictures:
    return SocialPictures(STATIC, tmp_path / "cache", "Халық қуаты", "halykquaty.kz")


def written(pictures: SocialPictures, output: Path, *titles: str) -> dict[str, bytes]:
    cards = {pictures.address(f"news/{number}/", card(title)): card(title) for number, title in enumerate(titles)}
    with pictures.written_meanwhile(cards, output):
        pass
    return {address: (output / address.lstrip("/")).read_bytes() for address in cards}


def test_the_address_changes_with_the_words_and_with_the_name_of_the_site(
    pictures: SocialPictures, tmp_path: Path
) -> None:
    one = pictures.address("news/spring/", card("Көктем"))
    assert one.startswith("/social/kk/news/spring.")
    assert pictures.address("news/spring/", card("Көктем")) == one
    assert pictures.address("news/spring/", card("Күз")) != one
    renamed = SocialPictures(STATIC, tmp_path / "cache", "Басқа", "halykquaty.kz")
    assert renamed.address("news/spring/", card("Көктем")) != one
    assert pictures.address("", card("Көктем")).startswith("/social/kk/home.")


def test_a_kept_picture_is_not_drawn_again(
    pictures: SocialPictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(pictures, tmp_path / "one", "Заңдар", "Тарих")
    monkeypatch.setattr(Painter, "draw", lambda *_: pytest.fail("drawn again"))
    assert written(pictures, tmp_path / "two", "Заңдар", "Тарих") == first


@pytest.mark.parametrize("damage", [b"", b"half", None], ids=["empty", "other bytes", "cut off"])
def test_a_damaged_picture_is_drawn_anew(pictures: SocialPictures, tmp_path: Path, damage: bytes | None) -> None:
    first = written(pictures, tmp_path / "one", "Заңдар")
    for kept in (tmp_path / "cache").rglob("*"):
        if kept.is_file():
            kept.write_bytes(kept.read_bytes()[:-9] if damage is None else damage)
    assert written(pictures, tmp_path / "two", "Заңдар") == first


def test_many_pictures_are_drawn_by_workers_and_are_the_same(pictures: SocialPictures, tmp_path: Path) -> None:
    titles = [f"Жаңалық {number}" for number in range(90)]
    together = written(pictures, tmp_path / "one", *titles)
    alone = SocialPictures(STATIC, tmp_path / "other", "Халық қуаты", "halykquaty.kz")
    for title, (address, picture) in list(zip(titles, together.items(), strict=True))[::30]:
        alone.draw([(address, card(title))], tmp_path / "two")
        assert (tmp_path / "two" / address.lstrip("/")).read_bytes() == picture


def test_a_fault_of_a_worker_is_a_fault_of_the_build(pictures: SocialPictures, tmp_path: Path) -> None:
    titles = [f"Жаңалық {number}" for number in range(80)] + ["сөз " * 80]
    with pytest.raises(TitleError):
        written(pictures, tmp_path / "one", *titles)
