"""Addresses of other sites: which rule each breaks, and which break none."""

import pytest

from plugins.diagnostics import Phrase
from plugins.model.other_sites import addresses_in, refusal

FILMS = [
    "https://www.youtube.com/watch?v=abc", "https://youtu.be/abc", "http://m.youtube.com/shorts/abc", "//youtube.com/embed/a",
    "https://www.youtube-nocookie.com/embed/abc", "https://vimeo.com/12345", "https://player.vimeo.com/video/1",
    "https://rutube.ru/video/abc/", "https://vk.com/video-1_2", "https://ok.ru/video/123", "https://vkvideo.ru/video-1_2",
    "https://www.tiktok.com/@a/video/1", "https://www.instagram.com/reel/abc/", "https://www.facebook.com/watch/?v=1",
    "https://example.org/films/story.mp4", "https://example.org/STORY.MOV?x=1", "https://cdn.example.org/live.m3u8",
    "HTTPS://YOUTU.BE/abc", "https://youtube.com./watch?v=abc", "youtube.com/watch?v=abc", "www.youtube.com", "youtu.be/x",
    "m.youtube.com/live/a", "vt.tiktok.com/ZS1/", "https://fb.watch/abc/", "https://facebook.com/halyk/videos/123/",
    "https://vk.ru/clip-1_2", "rutube.ru/shorts/a", "https://www.google.com/url?q=https://youtu.be/abc&sa=D",
    "https://dzen.ru/video/watch/1", "https://www.youtube.com:443/watch?v=1", "https://user@youtu.be/abc",
]  # fmt: skip
REDIRECTS = {
    "https://www.google.com/url?q=https://adilet.zan.kz/rus/docs/Z010000197_&sa=D": "`https://adilet.zan.kz/rus/docs/Z010000197_`",
    "https://google.kz/url?sa=t&url=https%3A%2F%2Fwww.gov.kz%2F&usg=A": "`https://www.gov.kz/`",
    "https://vk.com/away.php?to=https%3A%2F%2Fegov.kz%2Fcms%2Fru": "`https://egov.kz/cms/ru`",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fstat.gov.kz%2F&h=AT0": "`https://stat.gov.kz/`",
    "lm.facebook.com/l.php?u=https://stat.gov.kz/": "`https://stat.gov.kz/`",
    "https://t.me/iv?url=https://inform.kz/a&rhash=1": "`https://inform.kz/a`",
    "https://l.instagram.com/?u=https%3A%2F%2Fexample.kz%2F": "`https://example.kz/`",
    "https://bit.ly/3abc": "direct-address", "clck.ru/abc": "direct-address", "vk.cc/abc": "direct-address",
    "https://t.co/abc": "direct-address", "https://yandex.kz/clck/jsredir?from=1": "direct-address",
    "https://translate.google.com/translate?sl=ru&u=https://example.org/": "`https://example.org/`",
    "https://www.bing.com/ck/a?!&&p=1": "direct-address",
}  # fmt: skip
CHATS = [
    "https://t.me/halyk", "t.me/+abcDEF", "https://telegram.me/s/a", "https://chat.whatsapp.com/AbC", "wa.me/qr/ABC",
    "https://whatsapp.com/channel/1", "https://invite.viber.com/?g2=A", "viber://chat?number=7", "tg://resolve?domain=a",
    "https://m.me/halyk", "https://vk.me/join/a", "https://discord.gg/a", "whatsapp://send?text=a", "https://max.ru/join/1",
]  # fmt: skip
DRIVES = [
    "https://drive.google.com/file/d/1/view", "docs.google.com/forms/d/1", "https://disk.yandex.kz/d/a", "yadi.sk/i/a",
    "https://cloud.mail.ru/public/a/b", "https://www.dropbox.com/s/a/b.pdf", "https://1drv.ms/b/s!A", "https://onedrive.live.com/?id=1",
    "https://www.icloud.com/iclouddrive/a", "https://mega.nz/file/a", "https://forms.gle/a", "https://photos.app.goo.gl/a",
    "https://halyk-my.sharepoint.com/:b:/g/a", "https://forms.yandex.ru/u/1/",
]  # fmt: skip
RIGHT = [
    "https://adilet.zan.kz/kaz/docs/Z010000197_", "/faq/how-to-join/", "story.mp4", "#film", "mailto:a@example.org",
    "https://notyoutube.com/watch", "https://example.org/youtube.com/", "https://vk.com/club1", "https://ok.ru/group/1",
    "https://example.org/mp4/", "https://www.instagram.com/someone/", "https://www.gov.kz/memleket/entities/msm",
    "https://egov.kz/cms/ru", "https://online.zakon.kz/Document/?doc_id=1", "https://www.google.com/maps/place/a", "https://2gis.kz/a",
    "https://kgd.gov.kz/ru", "https://t.media.kz/a", "https://not-t.me/a", "https://web.archive.org/web/2020/https://youtu.be/a",
    "https://www.ica.coop/en", "https://yandex.kz/maps/1", "tel:+77232000000", "https://nationalbank.kz/ru/news/1", "[::1]/a",
    "https://finreg.gov.kz/?lang=ru", "https://[half", "https://box.comfort.kz/a",
]  # fmt: skip


def rule_of(address: str) -> str | None:
    refused = refusal(address)
    return refused.rule if refused else None


@pytest.mark.parametrize("address", FILMS)
def test_a_film_elsewhere_is_known(address: str) -> None:
    assert rule_of(address) == "third-party-video"


@pytest.mark.parametrize(("address", "better"), REDIRECTS.items())
def test_a_redirect_is_reported_with_the_address_it_hides(address: str, better: str) -> None:
    refused = refusal(address)
    assert refused is not None
    assert (refused.rule, refused.values["better"]) == ("redirected-link", better)
    assert isinstance(refused.values["better"], Phrase) is (better == "direct-address")


@pytest.mark.parametrize("address", CHATS)
def test_a_messenger_is_known(address: str) -> None:
    assert rule_of(address) == "messenger-link"


@pytest.mark.parametrize("address", DRIVES)
def test_a_cloud_drive_is_known(address: str) -> None:
    assert rule_of(address) == "cloud-drive-link"


@pytest.mark.parametrize("address", RIGHT)
def test_any_other_address_is_left_alone(address: str) -> None:
    assert rule_of(address) is None


WORDS = {
    "Бейне: youtu.be/abc, одан кейін мәтін.": [(7, "youtu.be/abc")],
    "«https://youtu.be/abc»": [(1, "https://youtu.be/abc")],
    "(смотрите www.youtube.com/watch?v=a_b-c)": [(10, "www.youtube.com/watch?v=a_b-c")],
    "t.me/a және wa.me/b.": [(0, "t.me/a"), (12, "wa.me/b")],
    "**bit.ly/abc**": [(2, "bit.ly/abc**")],
    "name@mail.ru/box и ЖШС a.b": [],
    "сайт youtube.com емес, осы бет": [],
    "07.05.2026/12 және 1/2, и/или, index.kk.md": [],
    "viber://chat?number=7": [(0, "viber://chat?number=7")],
    "Ескерту: басталуы //youtu.be/abc": [(18, "//youtu.be/abc")],
    "t.me/a\nесеп 1.2\n\nсайт WWW.b.kz, t.me/c\nt.me/d": [(0, "t.me/a"), (22, "WWW.b.kz"), (32, "t.me/c"), (39, "t.me/d")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_addresses_are_found_with_a_scheme_and_without(text: str, expected: list[tuple[int, str]]) -> None:
    assert [tuple(found) for found in addresses_in(text)] == expected


@pytest.mark.parametrize("text", ["a." * 50_000, "a:" * 50_000, "//" * 50_000, "a-" * 50_000, "https://" * 12_000])
def test_a_hostile_line_is_read_in_time_that_grows_with_it(text: str) -> None:
    assert all(len(found.address) <= len(text) for found in addresses_in(text))
