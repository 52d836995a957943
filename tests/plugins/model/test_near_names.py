"""Files under a name that is almost right: the right one is reported, and a rename is the whole cure."""

from pathlib import Path

import pytest

from plugins.model.near_names import near_name
from tests.plugins.model.edits import problems_of

NEAR = {
    "index.ru.md": [
        "index.ru.MD", "index.rus.md", "index_ru.md", "Index.ru.md", "index.ru.md.txt", "index ru.md", "index.ru (1).md",
        "index-ru.md", "index.ru.markdown", "index.ру.md", "index.RU.md", "indeх.ru.md",
    ],
    "index.kk.md": [
        "index.kz.md", "index.KK.md", "index.kaz.md", "index_kk.md", "Index.kk.md", "index.kk.md.txt", "index kk.md", "index.kk.MD",
        "index.қаз.md", "index.kk (1).md",
    ],
    "facts.yaml": ["facts.yml", "Facts.yaml", "facts.yaml.txt", "facts.YAML", "fact.yaml", "факты.yaml", "facts (1).yaml", "facts_.yaml"],
}  # fmt: skip
OTHERS = ["index.md", "index.en.md", "notes.ru.md", "facts.json", "paper.svg", "drawn.json"]


@pytest.mark.parametrize(("wanted", "written"), [(wanted, near) for wanted, names in NEAR.items() for near in names])
def test_the_right_name_is_reported_and_a_rename_is_the_cure(content: Path, wanted: str, written: str) -> None:
    folder = content / "news/meeting"
    (folder / wanted).rename(folder / written)
    try:
        values = {"file": written, "wanted": wanted}
        assert problems_of(content) == [(f"news/meeting/{written}", 1, 1, "misnamed-file", values)]
    finally:
        (folder / written).rename(folder / wanted)
    assert problems_of(content) == []


@pytest.mark.parametrize("wanted", NEAR)
def test_another_file_was_not_meant(wanted: str) -> None:
    others = [name for name in NEAR if name != wanted]
    assert near_name(wanted, [*OTHERS, *others]) is None
