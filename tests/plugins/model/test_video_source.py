"""The two kinds of video, distinguished by the keys an editor writes."""

from pathlib import Path

import pytest

from plugins.model.fields import Facts, Storyboard, VideoFile
from tests.plugins.model.edits import problems_of, replaced

NEWS = "news/meeting/facts.yaml"


def facts(video: object) -> Facts:
    return Facts.model_validate({"films": {"story": video}})


def test_a_file_and_a_storyboard_are_two_types() -> None:
    assert facts({"file": "story.mp4"}).films["story"] == VideoFile(file="story.mp4")
    silent = facts({"drawn": True}).films["story"]
    assert isinstance(silent, Storyboard)
    assert silent.sound is None
    spoken = facts({"drawn": True, "sound": {"kk": "a.m4a", "ru": "b.m4a"}}).films["story"]
    assert isinstance(spoken, Storyboard)
    assert spoken.sound is not None
    assert spoken.sound.ru == "b.m4a"


SOURCE = "films.story"
# what is written, rule, key that is named
REFUSED = {
    "both": ("{file: story.mp4, drawn: true}", "wrong-value", SOURCE),
    "a file and a sound": ("{file: story.mp4, sound: {kk: a.m4a, ru: b.m4a}}", "wrong-value", SOURCE),
    "neither": ("{}", "wrong-value", SOURCE),
    "not drawn": ("{drawn: false}", "wrong-value", SOURCE),
    "a sound alone": ("{sound: {kk: a.m4a, ru: b.m4a}}", "wrong-value", SOURCE),
    "drawn in words": ("{drawn: иә}", "wrong-value", "films.story.drawn"),
    "no mapping": ("story.mp4", "wrong-value", SOURCE),
    "an empty file": ('{file: ""}', "wrong-value", "films.story.file"),
    "a picture": ("{file: story.png}", "wrong-value", "films.story.file"),
    "a misspelt file": ("{flie: story.mp4}", "unknown-key", "flie"),
    "a misspelt drawn": ("{drwan: true}", "unknown-key", "drwan"),
    "a misspelt sound": ("{drawn: true, soud: {kk: a.m4a, ru: b.m4a}}", "unknown-key", "soud"),
    "a file elsewhere": ("{file: https://youtu.be/abc}", "third-party-video", None),
}


@pytest.mark.parametrize(("written", "rule", "key"), REFUSED.values(), ids=REFUSED)
def test_everything_else_is_one_problem_at_its_place(content: Path, written: str, rule: str, key: str | None) -> None:
    replaced(NEWS, "date:", f"films:\n  story: {written}\ndate:")(content)
    ((file, line, _, found, values),) = problems_of(content)
    assert (file, line, found, values.get("key")) == (NEWS, 2, rule, key)
