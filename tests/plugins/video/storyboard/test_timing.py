"""Captions and chapters that follow from the scenes."""

import pytest

from plugins.checks.rules.captions_out_of_step import MOST_CHARACTERS_A_SECOND
from plugins.markdown import Documents
from plugins.model.captions import read_captions, write_captions
from plugins.model.loading import load_content
from plugins.video.inspect import inspect_videos
from plugins.video.storyboard.scenes import SceneList
from plugins.video.storyboard.timing import captions_of, chapters_of, shown_texts
from tests.plugins.video.storyboard.boards import board
from tests.small_site import ROOT


@pytest.fixture(scope="module")
def storyboards(tmp_path_factory: pytest.TempPathFactory) -> list[SceneList]:
    """Return a small storyboard and all that stand in the real content."""
    cache = tmp_path_factory.mktemp("cache")
    read, _ = inspect_videos(load_content(ROOT / "content"), Documents((), cache), ROOT, ROOT / "theme", cache)
    return [board(), *(source.scenes for source in read.storyboards)]


def test_there_are_real_storyboards_in_both_languages(storyboards: list[SceneList]) -> None:
    assert {storyboard.language for storyboard in storyboards[1:]} == {"kk", "ru"}
    assert len(storyboards) >= 5


def test_every_word_of_a_storyboard_stands_in_its_captions_in_order(storyboards: list[SceneList]) -> None:
    for storyboard in storyboards:
        said = " ".join(cue.plain for cue in captions_of(storyboard)).split()
        written = " ".join(text for scene in storyboard.scenes for text in scene.texts).split()
        assert said == written


def test_captions_keep_every_rule_that_editors_captions_must_keep(storyboards: list[SceneList]) -> None:
    for storyboard in storyboards:
        captions = read_captions(write_captions(captions_of(storyboard)), "x.vtt")
        assert captions.unreadable == ()
        last_end = 0.0
        for cue in captions.cues:
            lines = cue.text.split("\n")
            assert last_end <= cue.start < cue.end <= storyboard.seconds
            assert len(cue.plain) <= MOST_CHARACTERS_A_SECOND * (cue.end - cue.start), cue
            assert len(lines) <= 2, cue
            assert all(len(line) <= 42 for line in lines), cue
            last_end = cue.end


def test_chapters_are_the_scenes_one_after_the_other(storyboards: list[SceneList]) -> None:
    for storyboard in storyboards:
        chapters = chapters_of(storyboard)
        assert [cue.text for cue in chapters] == [scene.heading for scene in storyboard.scenes]
        assert chapters[0].start == 0
        assert chapters[-1].end == storyboard.seconds
        assert [cue.end for cue in chapters[:-1]] == [cue.start for cue in chapters[1:]]


def test_a_text_has_time_by_its_length_and_the_last_stays_to_the_end() -> None:
    heading, short, long = shown_texts(board().scenes[1], begins=8)
    assert 8 < heading.start < short.start < long.start < 24
    assert short.end - short.start > heading.end - heading.start
    assert heading.end == short.start
    assert long.end == pytest.approx(23.9)
