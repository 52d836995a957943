"""A new site takes the old one's place whole, or not at all."""

import shutil
from pathlib import Path

import pytest

from plugins.delivery import staging
from plugins.delivery.staging import exchanged, recover, staged

OLD, NEW = {"index.html": "ескі", "kk/index.html": "ескі бет"}, {"index.html": "жаңа", "ru/a.html": "новая"}


def fill(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def held(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def beside(output: Path) -> list[str]:
    return sorted(path.name for path in output.parent.iterdir())


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A place with the old site in it, and nothing else beside it."""
    output = tmp_path / "project" / "output"
    fill(output, OLD)
    return output


@pytest.fixture(params=["in one step", "in two renames"], autouse=True)
def way_of_the_change(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test hold for both ways; a system without renameat2 has no such function in its library."""
    if request.param == "in two renames":
        monkeypatch.setattr(staging, "_renameat2", None)


def test_a_whole_site_takes_the_place_of_the_old_one(output: Path) -> None:
    with staged(output) as fresh:
        assert held(fresh) == {}
        fill(fresh, NEW)
        assert held(output) == OLD
    assert held(output) == NEW
    assert beside(output) == ["output"]


def test_the_first_site_makes_its_place(tmp_path: Path) -> None:
    output = tmp_path / "a" / "b" / "output"
    with staged(output) as fresh:
        fill(fresh, NEW)
    assert held(output) == NEW
    assert beside(output) == ["output"]


def test_everybody_may_read_the_new_site(output: Path) -> None:
    with staged(output) as fresh:
        fill(fresh, NEW)
    assert output.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("error", [ValueError, OSError, KeyboardInterrupt, SystemExit], ids=lambda e: e.__name__)
@pytest.mark.parametrize("files", [{}, NEW], ids=["before a file is written", "after files are written"])
def test_a_failed_build_leaves_the_old_site_untouched(
    output: Path, files: dict[str, str], error: type[BaseException]
) -> None:
    def build() -> None:
        with staged(output) as fresh:
            fill(fresh, files)
            raise error("тоқтады")

    with pytest.raises(error, match="тоқтады"):
        build()
    assert held(output) == OLD
    assert beside(output) == ["output"]


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    def build() -> None:
        with staged(tmp_path / "output") as fresh:
            fill(fresh, NEW)
            raise ValueError

    with pytest.raises(ValueError):
        build()
    assert beside(tmp_path / "output") == []


def test_the_old_site_comes_back_when_the_new_one_cannot_be_put_in_its_place(output: Path) -> None:
    def build() -> None:
        with staged(output) as fresh:
            shutil.rmtree(fresh)

    with pytest.raises(FileNotFoundError):
        build()
    assert held(output) == OLD
    assert beside(output) == ["output"]


def stop_between_the_renames(output: Path) -> None:
    """Leave what is there when the machine stops: the old site set aside, the new one not yet in its place."""
    output.rename(output.with_name(".output.previous"))
    fill(output.with_name(".output.abc123.new"), NEW)


def test_after_a_stop_between_the_renames_a_failed_build_brings_the_old_site_back(output: Path) -> None:
    stop_between_the_renames(output)

    def build() -> None:
        with staged(output):
            assert held(output) == OLD
            raise ValueError

    with pytest.raises(ValueError):
        build()
    assert held(output) == OLD
    assert ".output.previous" not in beside(output)


def test_after_a_stop_between_the_renames_a_good_build_is_as_ever(output: Path) -> None:
    stop_between_the_renames(output)
    with staged(output) as fresh:
        fill(fresh, {"index.html": "ең жаңа"})
    assert held(output) == {"index.html": "ең жаңа"}
    assert ".output.previous" not in beside(output)


def test_after_a_stop_behind_the_renames_the_old_site_is_cleared_away(output: Path) -> None:
    fill(output.with_name(".output.previous"), {"index.html": "ең ескі"})
    with staged(output) as fresh:
        assert held(output) == OLD
        fill(fresh, NEW)
    assert held(output) == NEW
    assert beside(output) == ["output"]


def test_a_folder_that_a_stopped_build_left_is_not_taken_for_a_site(output: Path) -> None:
    fill(output.with_name(".output.abc123.new"), {"half.html": "жарты"})
    with staged(output) as fresh:
        assert held(fresh) == {}
        fill(fresh, NEW)
    assert held(output) == NEW
    assert beside(output) == ["output"]


def test_what_stopped_builds_left_is_removed_before_anything_is_built(output: Path) -> None:
    stop_between_the_renames(output)
    recover(output)
    assert held(output) == OLD
    assert beside(output) == ["output"]


def test_an_output_that_is_a_link_is_followed(tmp_path: Path) -> None:
    behind, link = tmp_path / "disk" / "site", tmp_path / "output"
    fill(behind, OLD)
    link.symlink_to(behind)
    with staged(link) as fresh:
        fill(fresh, NEW)
    assert link.is_symlink()
    assert held(behind) == NEW
    assert beside(behind) == ["site"]


def test_two_folders_are_exchanged_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    fill(tmp_path / "a", OLD)
    fill(tmp_path / "b", NEW)
    is_done = exchanged(tmp_path / "a", tmp_path / "b")
    assert (held(tmp_path / "a"), held(tmp_path / "b")) == ((NEW, OLD) if is_done else (OLD, NEW))
    assert not exchanged(tmp_path / "a", tmp_path / "missing")


def test_two_builds_one_after_the_other_each_replace_the_site(output: Path) -> None:
    for text in ("бірінші", "екінші"):
        with staged(output) as fresh:
            fill(fresh, {"index.html": text})
    assert held(output) == {"index.html": "екінші"}
    assert beside(output) == ["output"]
