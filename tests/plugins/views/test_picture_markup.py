"""The HTML of a picture: the browser can choose, keeps the place, and loads what is far down later."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.markdown import parse
from plugins.markdown.html import TextPicture, put_addresses
from plugins.media import SLOTS, MediaFile, MediaImage, PictureSize
from plugins.views.picture_markup import picture_markup

DRAWING = MediaFile(PictureSize(240, 320), (MediaImage("/media/a.svg", 240, Path("a.svg")),))
PHOTO = MediaFile(
    PictureSize(700, 500),
    (MediaImage("/media/a-336.jpeg", 336, Path("1")), MediaImage("/media/a-672.jpeg", 672, Path("2"))),
    (MediaImage("/media/a-288.avif", 288, Path("3")), MediaImage("/media/a-672.avif", 672, Path("4"))),
    "#abc",
)


def drawn(media: MediaFile, *args: object, **options: object) -> Tag:
    (element,) = BeautifulSoup(picture_markup(media, *args, **options), "html.parser").find_all(recursive=False)
    return element


def test_a_drawing_is_one_image() -> None:
    image = drawn(DRAWING, 'Үй "көк"', "portrait", "person-card__portrait")
    assert image.attrs == {
        "class": ["person-card__portrait"], "src": "/media/a.svg", "alt": 'Үй "көк"', "width": "240", "height": "320",
        "loading": "lazy",
    }  # fmt: skip


def test_a_photo_is_offered_in_every_width_and_two_forms() -> None:
    picture = drawn(PHOTO, "Үй", "prose", "card__picture")
    source, image = picture.select_one("source"), picture.select_one("img")
    assert picture["class"] == ["picture", "card__picture"]
    assert source.attrs == {
        "type": "image/avif", "srcset": "/media/a-288.avif 288w, /media/a-672.avif 672w", "sizes": SLOTS["prose"].sizes,
    }  # fmt: skip
    assert image.attrs == {
        "src": "/media/a-336.jpeg", "srcset": "/media/a-336.jpeg 336w, /media/a-672.jpeg 672w",
        "sizes": SLOTS["prose"].sizes, "alt": "Үй", "width": "700", "height": "500", "loading": "lazy",
    }  # fmt: skip
    assert picture.select_one("svg rect")["fill"] == "#abc"
    assert "style" not in str(picture)


@pytest.mark.parametrize("media", [DRAWING, PHOTO], ids=["drawing", "photo"])
def test_the_first_picture_comes_first_and_the_others_later(media: MediaFile) -> None:
    first, later = (str(drawn(media, "Үй", "prose", eager=eager)) for eager in (True, False))
    assert 'fetchpriority="high"' in first
    assert "lazy" not in first
    assert 'loading="lazy"' in later
    assert "fetchpriority" not in later


def pictures_of(markdown: str) -> list[TextPicture]:
    asked: list[TextPicture] = []
    put_addresses(parse(markdown).html, str, asked.append)
    return asked


IN_TEXTS = {
    "one": ("![Үй](a.jpg)", [TextPicture("a.jpg", 'alt="Үй"', True)]),
    "one with a title": ('![Үй](a.jpg "Жаңа")', [TextPicture("a.jpg", 'alt="Үй" title="Жаңа"', True)]),
    "one with a quotation": ('![«Үй» & "бақ"](a.jpg)', [TextPicture("a.jpg", 'alt="«Үй» &amp; &quot;бақ&quot;"', True)]),
    "one with an odd name": ("![Үй](<ү й&1.jpg>)", [TextPicture("ү й&1.jpg", 'alt="Үй"', True)]),
    "two": ("![1](a.jpg)\n\n![2](b.jpg)",
            [TextPicture("a.jpg", 'alt="1"', True), TextPicture("b.jpg", 'alt="2"', False)]),
    "one far down": ("Сөз. " * 120 + "\n\n![Үй](a.jpg)", [TextPicture("a.jpg", 'alt="Үй"', False)]),
    "one in a link": ("[![Үй](a.jpg)](/news/)", [TextPicture("a.jpg", 'alt="Үй"', True)]),
    "none": ("[мәтін](/news/) мен `<img src=x>`", []),
}  # fmt: skip


@pytest.mark.parametrize(("markdown", "pictures"), IN_TEXTS.values(), ids=IN_TEXTS)
def test_the_pictures_of_a_text_are_drawn_by_the_site(markdown: str, pictures: list[TextPicture]) -> None:
    assert pictures_of(markdown) == pictures


def test_what_is_drawn_takes_the_place_of_the_image_and_a_missing_one_stays() -> None:
    html = put_addresses(
        parse("![1](a.jpg) ![2](b.jpg)").html,
        lambda target: f"/{target}",
        lambda p: "<b>1</b>" if p.target == "a.jpg" else None,
    )
    assert html == '<p><b>1</b> <img alt="2" src="/b.jpg"></p>'
