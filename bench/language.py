"""Measures the language rule against its goals, on blocks that training has not seen: `python -m bench.language CORPUS`.

Blocks are counted as they stand in the corpus, with its names, words of both languages and lines in the wrong file.
`--folds` trains on each nine tenths of the corpus and counts on the tenth left out (about half a minute each).
`--lingua` sets lingua beside it, installed into a folder of its own that is deleted at the end.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.table import Table

from bench import language_cases as cases
from plugins.language import evidence, scores
from plugins.language.classify import Language, classify
from plugins.language.scripts import is_mixed_script, mend_mixed_script
from plugins.language.spans import foreign_spans
from training.corpus import FOLDS, HELD_OUT_FOLD, LANGUAGES, fold, read_lines, told_apart
from training.train_language import make_table

KINDS = (("5+ words", 5, 10**6), ("1–4 words", 1, 4))
"""Blocks by how many words they have."""

AT_LEAST = {
    "5+ words: found": 99.7,
    "1–4 words: found": 96.5,
    "foreign sentence: found": 99.5,
    "foreign sentence: placed": 99.0,
    "heading in two languages": 90.0,
    "switch inside a sentence": 95.0,
    "look-alikes found": 100.0,
    "look-alikes mended": 100.0,
    "labels: found": 96.5,
    "labels unseen: found": 96.5,
}
AT_MOST = {
    "5+ words: false alarms": 0.2,
    "1–4 words: false alarms": 0.3,
    "neutral flagged": 0.0,
    "same in both flagged": 10.0,
    "right words flagged": 0.0,
    "labels: false alarms": 0.3,
    "labels unseen: false alarms": 0.3,
}
"""Goals, per cent."""

_START = "import time; begin = time.perf_counter(); {}; print(time.perf_counter() - begin)"
_OUR_START = _START.format("from plugins.language.classify import classify; classify('Қайырлы күн')")

_LINGUA = """
import json, sys, time
begin = time.perf_counter()
from lingua import Language, LanguageDetectorBuilder
both = LanguageDetectorBuilder.from_languages(Language.KAZAKH, Language.RUSSIAN).build()
both.detect_language_of("Қайырлы күн")
start = time.perf_counter() - begin
texts = json.load(sys.stdin)
begin = time.perf_counter()
found = [both.detect_language_of(text) for text in texts]
seconds = time.perf_counter() - begin
codes = [language.iso_code_639_1.name.lower() if language else "neutral" for language in found]
json.dump({"start": start, "seconds": seconds, "codes": codes}, sys.stdout)
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One goal and what was measured; shares are per cent."""

    name: str
    goal: str
    result: float
    is_met: bool
    count: int
    lingua: float | None = None


def at_least(name: str, goal: float, results: Iterable[bool], lingua: float | None = None) -> Row:
    """Return the row of a share that must be large."""
    found = list(results)
    share = 100 * sum(found) / len(found)
    return Row(name, f"≥ {goal} %", round(share, 3), share >= goal, len(found), lingua)


def at_most(name: str, goal: float, results: Iterable[bool], lingua: float | None = None) -> Row:
    """Return the row of a share that must be small."""
    found = list(results)
    share = 100 * sum(found) / len(found)
    return Row(name, f"≤ {goal} %", round(share, 3), share <= goal, len(found), lingua)


def is_flagged(case: cases.Case) -> bool:
    """Return whether either function reports this text."""
    expected: Language = "kk" if case.expected == "kk" else "ru"
    return bool(foreign_spans(case.text, expected)) or classify(case.text).language == cases.OTHER[case.expected]


def is_found(case: cases.Case) -> bool:
    """Say whether a foreign part is found: a span has more than half of it."""
    start, end = case.foreign or (0, 0)
    return any(2 * (min(end, after) - max(start, begin)) > end - start for begin, after, _ in _spans(case))


def is_placed(case: cases.Case) -> bool:
    """Say whether one span covers exactly the foreign part."""
    return [span[:2] for span in _spans(case)] == [case.foreign]


def _spans(case: cases.Case) -> list[tuple[int, int, Language]]:
    return foreign_spans(case.text, "kk" if case.expected == "kk" else "ru")


class Lingua:
    """Verdicts of lingua on texts; without it, none."""

    def __init__(self, texts: list[str], *, is_wanted: bool) -> None:
        self.verdicts: dict[str, str] = {}
        self.start: float | None = None
        self.speed: float | None = None
        if is_wanted:
            with tempfile.TemporaryDirectory() as folder:
                venv.create(folder, with_pip=True)
                python = str(Path(folder) / "bin" / "python")
                subprocess.run([python, "-m", "pip", "install", "-q", "lingua-language-detector"], check=True)
                ran = subprocess.run(
                    [python, "-c", _LINGUA], input=json.dumps(texts), capture_output=True, text=True, check=True
                )
            answer = json.loads(ran.stdout)
            self.verdicts = dict(zip(texts, answer["codes"], strict=True))
            self.start = round(answer["start"], 3)
            self.speed = round(sum(len(text.encode()) for text in texts) / answer["seconds"] / 1e6, 3)

    def share(self, found: list[cases.Case]) -> float | None:
        """Return how many of the texts lingua holds for the other language, per cent."""
        if not self.verdicts or not found:
            return None
        return round(
            100 * sum(self.verdicts[case.text] == cases.OTHER[case.expected] for case in found) / len(found), 3
        )


def megabytes_a_second(texts: dict[str, list[str]]) -> float:
    """Return the speed of the slower function on text it meets for the first time, in this process's own time."""
    speeds = []
    runs: list[Callable[[str, Language], object]] = [lambda text, _: classify(text), foreign_spans]
    for run in runs:
        evidence.forget_words()
        begin = time.process_time()
        for language in ("kk", "ru"):
            for text in texts[language]:
                run(text, "kk" if language == "kk" else "ru")
        speeds.append(
            sum(len(text.encode()) for lines in texts.values() for text in lines) / (time.process_time() - begin)
        )
    return min(speeds) / 1e6


def start_seconds() -> float:
    """Return the time from nothing to the first verdict, without that of Python itself; the best of five."""
    command = [sys.executable, "-c", _OUR_START]
    return min(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(5))


def results_on(lines: dict[str, list[str]]) -> dict[str, list[bool]]:
    """Return for each goal what came out on each of the texts made from these blocks."""
    results = {}
    for name, least, most in KINDS:
        results[f"{name}: found"] = list(map(is_flagged, cases.blocks(lines, least, most, is_foreign=True)))
        results[f"{name}: false alarms"] = list(map(is_flagged, cases.blocks(lines, least, most, is_foreign=False)))
    inserted = list(cases.inserted(lines, 3000))
    hidden = list(cases.hidden_letters(lines, 3000))
    apart = told_apart(lines)
    return (
        results
        | {
            "foreign sentence: found": list(map(is_found, inserted)),
            "foreign sentence: placed": list(map(is_placed, inserted)),
            "heading in two languages": list(map(is_found, cases.headings(apart, 1000))),
            "switch inside a sentence": list(map(is_found, cases.switched(lines, 1000))),
            "neutral flagged": list(map(is_flagged, cases.neutral(2000))),
            "same in both flagged": list(map(is_flagged, cases.alike())),
            "look-alikes found": [is_mixed_script(wrong) for wrong, _ in hidden],
            "look-alikes mended": [mend_mixed_script(wrong) == right for wrong, right in hidden],
            "right words flagged": list(map(is_mixed_script, cases.RIGHT)),
        }
        | _results_on_labels()
    )


def _results_on_labels() -> dict[str, list[bool]]:
    results = {}
    for ending, name in (("", "labels"), (".unseen", "labels unseen")):
        labels = list(cases.labels(ending))
        results[f"{name}: found"] = [is_flagged(case) for case in labels if case.foreign]
        results[f"{name}: false alarms"] = [is_flagged(case) for case in labels if not case.foreign]
    return results


def results_of_folds(every: dict[str, list[str]]) -> dict[str, list[bool]]:
    """Return the results on each tenth of the corpus of a table made from the other nine, together."""
    together: dict[str, list[bool]] = {}
    for number in range(FOLDS):
        made = make_table(_of_folds(every, set(range(FOLDS)) - {number}))
        with patch.object(scores, "table", partial(_same, made)):
            evidence.forget_words()
            for name, results in results_on(_of_folds(every, {number})).items():
                together[name] = together.get(name, []) + results
    evidence.forget_words()
    return together


def _same(table: scores.Table) -> scores.Table:
    return table


def _of_folds(every: dict[str, list[str]], wanted: set[int]) -> dict[str, list[str]]:
    return {language: [line for line in texts if fold(line) in wanted] for language, texts in every.items()}


def measure(corpus: Path, *, with_lingua: bool, with_folds: bool) -> list[Row]:
    """Return every goal with its result."""
    every = {language: read_lines(corpus, language) for language in LANGUAGES}
    lines = _of_folds(every, {HELD_OUT_FOLD})
    lingua = Lingua([text for texts in lines.values() for text in texts], is_wanted=with_lingua)
    beside = {
        f"{name}: {kind}": lingua.share(list(cases.blocks(lines, least, most, is_foreign=kind == "found")))
        for name, least, most in KINDS
        for kind in ("found", "false alarms")
    }
    results = results_of_folds(every) if with_folds else results_on(lines)
    rows = [at_least(name, goal, results[name], beside.get(name)) for name, goal in AT_LEAST.items()]
    rows += [at_most(name, goal, results[name], beside.get(name)) for name, goal in AT_MOST.items()]
    speed, start = megabytes_a_second(every), start_seconds()
    rows.append(Row("speed, MB/s", "≥ 2", round(speed, 2), speed >= 2, 1, lingua.speed))
    rows.append(Row("start, s", "≤ 0.1", round(start, 3), start <= 0.1, 5, lingua.start))
    return rows


def main() -> None:
    """Measure, print the table, write it as JSON if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with kk.txt and ru.txt")
    parser.add_argument("--folds", action="store_true", help="train and count ten times, each tenth left out once")
    parser.add_argument("--lingua", action="store_true", help="measure lingua beside ours")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    rows = measure(options.corpus, with_lingua=options.lingua, with_folds=options.folds)
    table = Table("", "goal", "ours", "met", "texts", "lingua")
    for row in rows:
        beside = "" if row.lingua is None else str(row.lingua)
        table.add_row(row.name, row.goal, str(row.result), "yes" if row.is_met else "NO", str(row.count), beside)
    Console().print(table)
    if options.json:
        options.json.write_text(
            json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
