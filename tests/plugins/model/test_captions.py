"""Captions read strictly, with the place of each cue."""

import io

import pytest
import webvtt

from plugins.model.captions import Cue, read_captions, write_captions

GOOD = {
    "one cue": ("WEBVTT\n\n00:01.000 --> 00:04.500\nСәлеметсіз бе!\n", [(1.0, 4.5, "Сәлеметсіз бе!", 3)]),
    "hours": ("WEBVTT\n\n01:00:01.000 --> 01:00:02.000\nә\n", [(3601.0, 3602.0, "ә", 3)]),
    "two lines": ("WEBVTT\n\n00:01.000 --> 00:02.000\nбір\nекі\n", [(1.0, 2.0, "бір\nекі", 3)]),
    "a header, an identifier, settings": (
        "WEBVTT - Сұхбат\nKind: captions\nLanguage: kk\n\nfirst\n00:01.000 --> 00:02.000 line:0 align:start\nё\n",
        [(1.0, 2.0, "ё", 6)],
    ),
    "notes and styles are no cues": (
        "WEBVTT\n\nNOTE осы жер\n\nSTYLE\n::cue { color: white }\n\n00:01.000 --> 00:02.000\nұ\n",
        [(1.0, 2.0, "ұ", 8)],
    ),
    "tags are blanked out": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Заңгер>Иә</v>\n", [(1.0, 2.0, "          Иә    ", 3)],
    ),
    "Windows lines and a mark of order": ("\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nү\r\n", [(1.0, 2.0, "ү", 3)]),
    "many blank lines": ("WEBVTT\n\n\n\n00:01.000 --> 00:02.000\nһ\n\n\n", [(1.0, 2.0, "һ", 5)]),
    "no cue": ("WEBVTT\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GOOD.values(), ids=GOOD)
def test_cues_are_read_with_their_lines(text: str, expected: list[tuple[float, float, str, int]]) -> None:
    captions = read_captions(text, "x.vtt")
    assert captions.unreadable == ()
    assert captions.cues == tuple(Cue(*cue) for cue in expected)


@pytest.mark.parametrize("text", [text for text, _ in GOOD.values()], ids=GOOD)
def test_another_reader_sees_the_same_times(text: str) -> None:
    other = webvtt.from_buffer(io.BytesIO(text.encode()))
    ours = [(cue.start, cue.end) for cue in read_captions(text, "x.vtt").cues]
    assert [(caption.start_in_seconds, caption.end_in_seconds) for caption in other] == [
        (int(start), int(end)) for start, end in ours
    ]


CUE = "00:01.000 --> 00:02.000\nсөз\n"
BAD = {
    "no signature": (f"{CUE}", [1]),
    "another signature": (f"WEBVT\n\n{CUE}", [1]),
    "a comma for the point, as SubRip writes": ("WEBVTT\n\n00:01,000 --> 00:02,000\nсөз\n", [3]),
    "a short arrow": ("WEBVTT\n\n00:01.000 -> 00:02.000\nсөз\n", [3]),
    "seconds beyond a minute": ("WEBVTT\n\n00:61.000 --> 00:62.000\nсөз\n", [3]),
    "no thousandths": ("WEBVTT\n\n00:01 --> 00:02\nсөз\n", [3]),
    "no words": ("WEBVTT\n\n00:01.000 --> 00:02.000\n", [3]),
    "only an identifier": ("WEBVTT\n\nбірінші\n", [3]),
    "two cues without a line between": (f"WEBVTT\n\n{CUE}{CUE}", [3]),
    "a fault in the first place": (f"WEBVTT\n\n0:1 --> 0:2\nа\n\n{CUE}\n{CUE}", [3]),
    "a fault in the middle": (f"WEBVTT\n\n{CUE}\n0:1 --> 0:2\nа\n\n{CUE}", [6]),
    "a fault in the last place": (f"WEBVTT\n\n{CUE}\n{CUE}\n0:1 --> 0:2\nа", [9]),
    "an empty file": ("", [1]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), BAD.values(), ids=BAD)
def test_what_browsers_would_skip_in_silence_is_reported(text: str, lines: list[int]) -> None:
    assert [line for line, _ in read_captions(text, "x.vtt").unreadable] == lines


def test_written_captions_are_read_as_they_were() -> None:
    cues = (Cue(0.3, 4.25, "Кооператив деген не", 3), Cue(3599.999, 3601.5, "бір\nекі", 6))
    assert read_captions(write_captions(cues), "x.vtt").cues == cues
