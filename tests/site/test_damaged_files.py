"""Files of an editor, damaged by chance: everything is reported as a problem of the content, quickly and in little memory.

Each batch of damaged files is checked in a forked child under limits, so that a crash, a hang or a bomb ends the child only.
The seeds are fixed; the environment variable `FUZZ_MUTATIONS` asks for fewer, `FUZZ_FIRST` for later ones.
"""

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from plugins.diagnostics import ContentError, Problem
from plugins.diagnostics.report import as_text
from plugins.documents.records import read_records
from plugins.pipeline.check import survey
from plugins.words.store import LANGUAGES
from tests.plugins.checks.test_robustness import KEYS, VALUES, damaged, front_matter_by_chance, text_by_chance
from tests.small_site import ROOT, TODAY, write_small_site

MUTATIONS, FIRST = int(os.environ.get("FUZZ_MUTATIONS", "10000")), int(os.environ.get("FUZZ_FIRST", "0"))
MOST_SECONDS, MOST_BYTES = 5, 1 << 30
A_BATCH = 50
HUNG = 66
"""Exit code of a child whose clock ran out."""

SCALARS = [
    *VALUES, "9" * 5000, "-1", "1e999", ".inf", ".nan", "0o17", "1_000", "2026-02-30", "0000-00-00", "99999-01-01", "12:99",
    '"\\0"', '"\\x07"', '"\\uD800"', '"\\U0010FFFF"', "http://[", "https://x.kz:99999/", "https://[::1", "//", "/../..", "a/../../b",
    "\u202e", "!!python/object:os.system a", "!!binary gg", "!!set {a, b}", "<<: *a", "&x [*x]", "? [a]", "|\n  a", ">-\n  a",
    "00:00.000 --> 00:00.000", "99:99:99.999 --> 00", "{file: x}", "[{}, {}]", "yes", "on", "=", "<<", "1" * 400 + ":00:01.000",
]  # fmt: skip
"""Values that YAML, dates, addresses and numbers are read from wrongly."""
_FILES = ("*.md", "*.yaml", "*.vtt")


def mutated(chance: random.Random, raw: bytes) -> bytes:
    """Return a damaged file: bytes, a line or a value of it, or several of these."""
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        lines = raw.split(b"\n")
        at = chance.randrange(len(lines))
        value = chance.choice(SCALARS).encode("utf-8", "surrogatepass")
        match chance.randrange(8):
            case 0 | 1:
                raw = damaged(chance, raw)
                continue
            case 2 | 3 if b":" in lines[at]:
                lines[at] = lines[at].partition(b":")[0] + b": " + value
            case 4:
                lines[at] = b" " * chance.randrange(6) + chance.choice(KEYS).encode() + b": " + value
            case 5:
                lines.insert(at, lines[chance.randrange(len(lines))])
            case 6:
                del lines[at]
            case _:
                put = text_by_chance(chance, 4) if chance.random() < 0.7 else front_matter_by_chance(chance)
                lines.insert(at, put.encode("utf-8", "surrogatepass"))
        raw = b"\n".join(lines)
    return raw


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a rendered storyboard, captions and a paper; what is sound in it has been checked once."""
    root = tmp_path_factory.mktemp("fuzzed")
    content = write_small_site(root)
    shutil.copytree(ROOT / "content/faq/who-decides", content / "faq/who-decides")
    for name in ("paper.jpg", "papers.yaml"):
        shutil.copy(ROOT / "content/testimonials/sample-car-semey" / name, content / "testimonials/sample" / name)
    (content / "faq/who-decides/interview.kk.vtt").write_text(
        "WEBVTT\n\n00:00.000 --> 00:02.000\nСәлем, көрші.\n\n00:02.500 --> 00:05.000\nКелесі сөз.\n", encoding="utf-8"
    )
    reported_of(content)
    return root


def reported_of(content: Path) -> tuple[Problem, ...]:
    """Return what a check reports, after it was worded in every language."""
    try:
        cache = content.parent / "cache"
        problems = tuple(survey(content, ROOT / "theme", cache, published=False, today=TODAY, whole=True).problems)
    except ContentError as error:
        problems = error.problems
    as_text(problems, LANGUAGES)
    return problems


def outcome_of(content: Path, path: Path) -> str:
    """Return the name of what went wrong, or nothing: a problem of the content is no failure."""
    try:
        reported = {problem.rule for problem in reported_of(content)}
        if path.name == "papers.yaml":
            with suppress(ContentError):
                read_records(path.parent, content.parent)
    except BaseException as error:
        frame = error.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
        return f"{type(error).__name__} at {place}: {str(error)[:120]}"
    return "failed-build" if "failed-build" in reported else ""


def run_batch(content: Path, files: list[Path], seeds: range, results: Path) -> None:
    """Check every mutation of a batch and write what went wrong; the child ends here."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 2)
    signal.signal(signal.SIGALRM, lambda *_: os._exit(HUNG))
    with results.open("a", encoding="utf-8") as out:
        for seed in seeds:
            chance = random.Random(seed)
            path = chance.choice(files)
            raw = path.read_bytes()
            name = path.relative_to(content).as_posix()
            out.write(json.dumps({"seed": seed, "file": name, "what": "begun"}) + "\n")
            out.flush()
            path.write_bytes(mutated(chance, raw))
            signal.alarm(20 * MOST_SECONDS)  # a crowded machine is slow; what counts is the time of the processor
            begun = time.process_time()
            what = outcome_of(content, path)
            seconds = time.process_time() - begun
            signal.alarm(0)
            path.write_bytes(raw)
            if seconds > MOST_SECONDS:
                what = what or f"{seconds:.1f} seconds"
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 > MOST_BYTES:
                what = what or "over a gigabyte"
            out.write(json.dumps({"seed": seed, "file": name, "what": what}) + "\n")
            out.flush()
    os._exit(0)


def failures(content: Path, results: Path) -> Iterator[str]:
    files = sorted(path for pattern in _FILES for path in content.rglob(pattern))
    sound = {path: path.read_bytes() for path in files}
    for first in range(FIRST, FIRST + MUTATIONS, A_BATCH):
        results.write_text("")
        child = os.fork()
        if not child:
            try:
                run_batch(content, files, range(first, min(first + A_BATCH, FIRST + MUTATIONS)), results)
            finally:
                os._exit(1)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        reported = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        for one in reported:
            if one["what"] not in ("", "begun"):
                yield f"seed {one['seed']}, {one['file']}: {one['what']}"
        if status:
            last = reported[-1] if reported else {"seed": first, "file": "?"}
            yield f"seed {last['seed']}, {last['file']}: the child ended with {status}"
            for path, raw in sound.items():
                path.write_bytes(raw)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_no_damaged_file_ends_in_an_error_of_python(project: Path) -> None:
    assert list(failures(project / "content", project / "results.jsonl")) == []


FOUND = {
    "a date that is a map": ("news/meeting/facts.yaml", "published: 2025-11-28", "published: {kk: 2025, ru: 2025}"),
    "a date that is a list": ("news/meeting/facts.yaml", "published: 2025-11-28", "published: [{}, {}]"),
    "a figure of five thousand digits": ("news/meeting/index.kk.md", "Қазақша мәтін", f"{'9' * 5000} Қазақша мәтін"),
}
"""What the seeds brought to light once."""


@pytest.mark.parametrize(("file", "before", "after"), FOUND.values(), ids=FOUND)
def test_what_once_ended_in_an_error_of_python_is_a_problem_of_the_content(
    project: Path, file: str, before: str, after: str
) -> None:
    path = project / "content" / file
    raw = path.read_bytes()
    assert before in raw.decode()
    path.write_text(raw.decode().replace(before, after, 1), encoding="utf-8")
    try:
        assert outcome_of(project / "content", path) == ""
    finally:
        path.write_bytes(raw)
