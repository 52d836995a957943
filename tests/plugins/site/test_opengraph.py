"""Images of shared links: a PNG any program reads, named by what it shows, kept between builds and never trusted blindly."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from plugins.design.fonts import Fonts, read_fonts
from plugins.site.opengraph.cards import Card
from plugins.site.opengraph.layout import Look, TitleError, digest, lay_out
from plugins.site.opengraph.pictures import SocialPictures
from plugins.site.opengraph.render import CardRenderer, read_look
from plugins.site.opengraph.size import HEIGHT, WIDTH
from tests.small_site import ROOT

STATIC = ROOT / "theme/static"
LONG = "Кооперативтік серіктестіктердің ынтымақтастығы мен өзара жауапкершілігін реттейтін халықаралық қағидаттар"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache that holds the fonts."""
    cache = tmp_path_factory.mktemp("cache")
    read_fonts(STATIC, cache)
    return cache


@pytest.fixture(scope="module")
def fonts(made: Path) -> Fonts:
    return read_fonts(STATIC, made)


@pytest.fixture(scope="module")
def look() -> Look:
    return read_look(STATIC, "Халық қуаты", "halykquaty.kz")


class Painter:
    """Cards from words to bytes."""

    def __init__(self, look: Look, fonts: Fonts) -> None:
        self.renderer, self.fonts = CardRenderer(look, fonts), fonts

    def draw(self, card: Card) -> bytes:
        return self.renderer.render(lay_out(card, self.fonts))


@pytest.fixture(scope="module")
def painter(look: Look, fonts: Fonts) -> Painter:
    return Painter(look, fonts)


def card(title: str, language: str = "kk", label: str = "Жаңалықтар", accent: str = "action") -> Card:
    return Card(language, label, title, accent)  # type: ignore[arg-type]


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    image.load()
    return image


def test_a_picture_is_what_open_graph_readers_want(painter: Painter) -> None:
    picture = painter.draw(card("Тұтыну кооперациясы туралы дөңгелек үстел өтті"))
    image = opened(picture)
    assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(picture) < 60_000


def test_the_same_card_gives_the_same_bytes_whatever_was_drawn_before(
    painter: Painter, look: Look, fonts: Fonts
) -> None:
    first = painter.draw(card("Заңдар"))
    painter.draw(card("Что прочитать до вступления?", "ru", "Вопросы и ответы", "question"))
    assert painter.draw(card("Заңдар")) == first
    assert Painter(look, fonts).draw(card("Заңдар")) == first


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


@pytest.fixture
def pictures(made: Path, tmp_path: Path) -> SocialPictures:
    shutil.copytree(made, tmp_path / "cache")
    return SocialPictures(STATIC, tmp_path / "cache", "Халық қуаты", "halykquaty.kz")


def written(pictures: SocialPictures, output: Path, *titles: str) -> dict[str, bytes]:
    cards = {pictures.name(f"news/{number}/", card(title)): card(title) for number, title in enumerate(titles)}
    pictures.write(cards, output)
    return {name.address: (output / name.address.lstrip("/")).read_bytes() for name in cards}


def test_the_address_changes_with_the_words_and_with_the_name_of_the_site(
    pictures: SocialPictures, tmp_path: Path
) -> None:
    one = pictures.name("news/spring/", card("Көктем")).address
    assert one.startswith("/social/kk/news/spring.")
    assert pictures.name("news/spring/", card("Көктем")).address == one
    assert pictures.name("news/spring/", card("Күз")).address != one
    renamed = SocialPictures(STATIC, tmp_path / "cache", "Басқа", "halykquaty.kz")
    assert renamed.name("news/spring/", card("Көктем")).address != one
    assert pictures.name("", card("Көктем")).address.startswith("/social/kk/home.")


def test_a_kept_picture_is_not_drawn_again(
    pictures: SocialPictures, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = written(pictures, tmp_path / "one", "Заңдар", "Тарих")
    monkeypatch.setattr(CardRenderer, "render", lambda *_: pytest.fail("rendered again"))
    assert written(pictures, tmp_path / "two", "Заңдар", "Тарих") == first


@pytest.mark.parametrize("damage", [b"", b"half", None], ids=["empty", "other bytes", "gone"])
def test_a_damaged_cache_is_rendered_anew(pictures: SocialPictures, tmp_path: Path, damage: bytes | None) -> None:
    first = written(pictures, tmp_path / "one", "Заңдар")
    (tmp_path / "cache/records.sqlite3").unlink() if damage is None else (
        tmp_path / "cache/records.sqlite3"
    ).write_bytes(damage)
    assert written(pictures, tmp_path / "two", "Заңдар") == first


def test_many_pictures_are_drawn_by_workers_and_are_the_same(
    pictures: SocialPictures, painter: Painter, tmp_path: Path
) -> None:
    titles = [f"Жаңалық {number}" for number in range(90)]
    together = written(pictures, tmp_path / "one", *titles)
    for title, picture in list(zip(titles, together.values(), strict=True))[::30]:
        assert painter.draw(card(title)) == picture


def test_a_fault_of_a_worker_is_a_fault_of_the_build(pictures: SocialPictures, tmp_path: Path) -> None:
    cards = {
        pictures.name(f"news/{number}/", card(f"Жаңалық {number}")): card(f"Жаңалық {number}") for number in range(80)
    }
    (tmp_path / "one").write_bytes(b"")  # a file where the folder of the images is to be
    with pytest.raises(NotADirectoryError):
        pictures.write(cards, tmp_path / "one")


def changed(look: Look, fonts: Fonts) -> dict[str, tuple[Card, Look, Fonts]]:
    base = card("Заңдар")
    colours = {**dict(look.colours), "ink": "#000000"}
    outlines = {weight: {**known, "З": "other"} for weight, known in fonts.outlines.items()}
    return {
        "title": (card("Заңгер"), look, fonts),
        "label": (card("Заңдар", label="Басқа"), look, fonts),
        "accent": (card("Заңдар", accent="life"), look, fonts),
        "name": (base, replace(look, name="Басқа"), fonts),
        "host": (base, replace(look, host="example.kz"), fonts),
        "colour": (base, replace(look, colours=tuple(colours.items())), fonts),
        "mark": (base, replace(look, mark=look.mark.replace("<path", "<path opacity='0.5'", 1)), fonts),
        "ornament": (base, replace(look, ornament=f"{look.ornament} "), fonts),
        "glyph": (base, look, replace(fonts, outlines=outlines)),
    }


def test_whatever_is_shown_changes_the_digest_and_nothing_else_does(look: Look, fonts: Fonts) -> None:
    first = digest(lay_out(card("Заңдар"), fonts), look, fonts)
    for name, (shown, other_look, other_fonts) in changed(look, fonts).items():
        assert digest(lay_out(shown, fonts), other_look, other_fonts) != first, name
    unused = {weight: {**known, "Ю": "other"} for weight, known in fonts.outlines.items()}
    moved = {weight: file.with_name("elsewhere.ttf") for weight, file in fonts.files.items()}
    same = replace(fonts, outlines=unused, files=moved)
    assert digest(lay_out(card("Заңдар"), fonts), look, same) == first
