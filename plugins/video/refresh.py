"""Rendered storyboards and fast-start files written back into the content, for `inv videos`."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from plugins.cache.workers import usable_cores
from plugins.diagnostics import ContentError
from plugins.diagnostics.progress import Report
from plugins.markdown import Documents
from plugins.model import read_content
from plugins.video.inspect import inspect_videos
from plugins.video.progress import Progress
from plugins.video.remux import remux
from plugins.video.source import StoryboardVideo
from plugins.video.storyboard.rendered import keep, kept_video, rendered_video

_MENDED_HERE = {"no-fast-start", "stale-film"}
"""Rules whose problems `refresh_videos` mends itself."""


def refresh_videos(content_folder: Path, theme: Path, cache: Path, report: Report) -> list[str]:
    """Render the storyboards that changed into their bundles, and put late indexes first; return the paths written.

    Raises ContentError for a storyboard or a video that cannot be used at all.
    """
    root = content_folder.parent
    content, problems = read_content(content_folder)
    if content is None or problems:
        raise ContentError(problems)
    inspected, problems = inspect_videos(content, Documents((), cache), root, theme, cache)
    late = [problem for problem in problems if problem.rule == "no-fast-start"]
    if faults := [problem for problem in problems if problem.rule not in _MENDED_HERE]:
        raise ContentError(faults)
    for problem in late:
        _put_index_first(root / problem.path)
    progress = Progress(report)
    stale = [
        board for board in inspected.storyboards if not kept_video(board.bundle, board.file_name, board.composition)
    ]

    def render(board: StoryboardVideo) -> Path:
        assert inspected.style is not None
        report_part = partial(progress.report, board.label)
        return rendered_video(board.bundle, board.file_name, board.composition, inspected.style, cache, report_part)

    with ThreadPoolExecutor(usable_cores()) as pool:
        files = list(pool.map(render, stale))
    for board, file in zip(stale, files, strict=True):
        keep(board.bundle, board.file_name, board.composition, file)
    return [problem.path for problem in late] + [f"{board.video.folder}/{board.file_name}" for board in stale]


def _put_index_first(file: Path) -> None:
    partial_file = file.with_suffix(".partial")
    remux(file, partial_file)
    partial_file.replace(file)
