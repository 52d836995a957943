"""Films as they are: probed, encoded, kept; damaged and hostile ones are reported."""

import shutil
import wave
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PIL import Image

from plugins.video import inspect as inspect_module
from plugins.video.inspect import inspect_files
from plugins.video.mp4_boxes import has_late_index
from plugins.video.probe import UndecodableVideoError, VideoFacts, glance, has_sound, probe
from plugins.video.remux import remux
from plugins.video.renditions import Renditions, make_renditions
from tests.plugins.media.files import png
from tests.plugins.video.making import make_sound, make_video

Damage = Callable[[Path], None]


def derive(
    film: Path, facts: VideoFacts, poster_at: float, cache: Path, report: Callable[[str, float], None]
) -> Renditions:
    return make_renditions(film, film.name, facts, poster_at, cache, report)


@pytest.fixture(scope="module")
def interview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a film larger than a telephone's size, with sound, as a camera gives it."""
    folder = tmp_path_factory.mktemp("film")
    return make_video(folder / "interview.mov", 3.0, (800, 450), sound=True, fast_start=False)


def test_a_video_is_measured(tmp_path: Path, interview: Path) -> None:
    facts = probe(interview, tmp_path)
    assert (facts.width, facts.height, facts.video_codec, facts.audio_codec) == (800, 450, "h264", "aac")
    assert facts.seconds == pytest.approx(3.0, abs=0.11)


def test_a_glance_at_our_own_video_sees_what_a_long_look_sees(tmp_path: Path) -> None:
    film = make_video(tmp_path / "film.mp4", 3.0, sound=True)
    assert glance(film, tmp_path) == probe(film, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"{}", None], ids=["empty", "other bytes", "untouched"])
def test_a_second_look_gives_the_same_facts_whatever_became_of_the_cache(
    tmp_path: Path, interview: Path, damage: bytes | None
) -> None:
    first = probe(interview, tmp_path)
    if damage is not None:
        (tmp_path / "records.sqlite3").write_bytes(damage)
    assert probe(interview, tmp_path) == first


def test_a_second_look_decodes_nothing(tmp_path: Path, interview: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = probe(interview, tmp_path)
    monkeypatch.setattr("plugins.video.probe.open_video", lambda _: pytest.fail("decoded again"))
    assert probe(interview, tmp_path) == first


def test_a_video_is_made_in_its_sizes_with_its_index_first_and_a_poster(tmp_path: Path, interview: Path) -> None:
    reported: list[tuple[str, float]] = []
    made = derive(
        interview, probe(interview, tmp_path), 1.0, tmp_path, lambda label, part: reported.append((label, part))
    )
    assert [(rendition.width, rendition.height) for rendition in made.renditions][-1] == (800, 448)
    for rendition in made.renditions:
        assert rendition.file.stat().st_size == rendition.size_in_bytes
        assert not has_late_index(rendition.file)
        facts = probe(rendition.file, tmp_path)
        assert (facts.video_codec.removeprefix("libdav1d") or "av1") == rendition.codec
        assert (facts.pixel_format, facts.audio_codec) == ("yuv420p", "aac")
        assert (facts.width, facts.height) == (rendition.width, rendition.height)
        assert facts.seconds == pytest.approx(3.0, abs=0.2)
    with Image.open(made.poster) as poster:
        assert (poster.format, poster.size) == ("WEBP", (640, 360))
        assert made.poster.stat().st_size <= 14_000
    assert {label for label, _ in reported} >= {"interview.mov 448p H.264"}


def test_a_restless_video_is_lighter_in_av1_and_the_same_each_time(tmp_path: Path) -> None:
    film = make_video(tmp_path / "film.mov", 3.0, (1280, 720), is_restless=True)
    renditions = derive(film, probe(film, tmp_path), 1.0, tmp_path, lambda *_: None).renditions
    assert [(rendition.codec, rendition.height) for rendition in renditions] == [
        ("av1", 360),
        ("h264", 360),
        ("h264", 720),
    ]
    light, usual, _ = renditions
    assert light.size_in_bytes < 0.8 * usual.size_in_bytes
    assert (
        derive(film, probe(film, tmp_path), 1.0, tmp_path / "again", lambda *_: None).renditions[0].digest
        == light.digest
    )


def test_what_is_kept_is_not_made_again_and_what_is_damaged_is(tmp_path: Path, interview: Path) -> None:
    facts = probe(interview, tmp_path)
    reported: list[str] = []
    made = derive(interview, facts, 1.0, tmp_path, lambda label, _: None)
    assert derive(interview, facts, 1.0, tmp_path, lambda label, _: reported.append(label)) == made
    assert reported == []
    made.renditions[-1].file.write_bytes(b"x")
    again = derive(interview, facts, 1.0, tmp_path, lambda label, _: reported.append(label))
    assert [(rendition.width, rendition.height) for rendition in again.renditions] == [
        (rendition.width, rendition.height) for rendition in made.renditions
    ]
    assert probe(again.renditions[-1].file, tmp_path).seconds == pytest.approx(3.0, abs=0.2)
    assert reported
    made.poster.unlink()
    assert derive(interview, facts, 1.0, tmp_path, lambda *_: None).poster.is_file()


def test_a_video_every_browser_plays_is_not_encoded_again(tmp_path: Path) -> None:
    film = make_video(tmp_path / "film.mp4")
    (rendition,) = derive(film, probe(film, tmp_path), 0.5, tmp_path, lambda *_: None).renditions
    assert rendition.file != film
    assert pictures_of(rendition.file) == pictures_of(film)


def test_a_late_index_is_put_first_without_a_change_of_the_pictures(tmp_path: Path, interview: Path) -> None:
    mended = tmp_path / "mended.mp4"
    remux(interview, mended)
    assert not has_late_index(mended)
    assert pictures_of(mended) == pictures_of(interview)


def pictures_of(film: Path) -> list[bytes]:
    with av.open(str(film)) as container:
        return [bytes(frame.reformat(format="gray").planes[0]) for frame in container.decode(video=0)]


def cut_to(part: float) -> Damage:
    def damage(path: Path) -> None:
        raw = path.read_bytes()
        path.write_bytes(raw[: int(len(raw) * part)])

    return damage


def written(raw: bytes) -> Damage:
    return lambda path: path.write_bytes(raw) and None


def scrambled(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 3 :] = bytes(len(raw) - len(raw) // 3)
    path.write_bytes(raw)


HOSTILE: dict[str, Damage] = {
    "empty": written(b""),
    "text": written("Бұл фильм емес".encode()),
    "a picture": written(png(320, 180)),
    "a page that says it is a film": written(b"<!doctype html><video src=x></video>"),
    "noughts": written(bytes(100_000)),
    "only the head of a film": cut_to(0.02),
    "cut off in the middle": cut_to(0.5),
    "cut off near the end": cut_to(0.9),
    "pictures wiped out": scrambled,
    "a list of other addresses": written(b"ffconcat version 1.0\nfile /etc/passwd\n"),
    "a playlist of the network": written(b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n"),
    "sound without pictures": lambda path: make_sound(path) and None,
    "one frame": lambda path: make_video(path, 0.1) and None,
}


@pytest.mark.parametrize("damage", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_video_is_refused_and_reported_at_its_file(tmp_path: Path, interview: Path, damage: Damage) -> None:
    file = Path(shutil.copy(interview, tmp_path / "film.mp4"))
    damage(file)
    with pytest.raises(UndecodableVideoError):
        probe(file, tmp_path / "cache")
    found, problems = inspect_files(tmp_path, ["film.mp4"], tmp_path / "cache")
    assert found == {}
    assert [(p.rule, p.path, p.line, p.column) for p in problems] == [("undecodable-video", "film.mp4", 1, 1)]


def test_a_video_larger_than_any_screen_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    film = make_video(tmp_path / "wall.mp4", 0.3, (5120, 2880))
    with pytest.raises(UndecodableVideoError) as reported:
        probe(film, tmp_path)
    assert reported.value.found == "video-too-large"


def test_a_late_index_and_a_heavy_file_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_video(tmp_path / "late.mp4", fast_start=False)
    make_video(tmp_path / "good.mp4")
    found, problems = inspect_files(tmp_path, ["late.mp4", "good.mp4"], tmp_path / "cache")
    assert sorted(found) == ["good.mp4", "late.mp4"]
    assert [(p.rule, p.path) for p in problems] == [("no-fast-start", "late.mp4")]
    monkeypatch.setattr(inspect_module, "MOST_MEGABYTES", 0.001)
    _, problems = inspect_files(tmp_path, ["good.mp4"], tmp_path / "cache")
    assert [(p.rule, p.values["file"]) for p in problems] == [("video-too-heavy", "good.mp4")]


SOUNDS: dict[str, tuple[Damage, bool]] = {
    "a tone": (lambda path: make_sound(path) and None, True),
    "a film with sound": (lambda path: make_video(path, 0.5, sound=True) and None, True),
    "a silent film": (lambda path: make_video(path, 0.5) and None, False),
    "text": (written("Бұл дыбыс емес".encode()), False),
    "empty": (written(b""), False),
    "a list of other addresses": (written(b"ffconcat version 1.0\nfile /etc/passwd\n"), False),
}


@pytest.mark.parametrize(("make", "is_sound"), SOUNDS.values(), ids=SOUNDS)
def test_a_sound_is_distinguished_from_what_is_none(tmp_path: Path, make: Damage, is_sound: bool) -> None:
    make(tmp_path / "voice.mp4")
    assert has_sound(tmp_path / "voice.mp4") is is_sound


def test_a_sound_saved_as_wav_is_one(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "voice.wav"), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(8000))
    assert has_sound(tmp_path / "voice.wav")
