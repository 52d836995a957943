"""The day of a command: that of the clock, or the one the environment names."""

from datetime import date

import pytest

from plugins.diagnostics.refusal import RefusedError
from plugins.pipeline.day import today


def test_the_environment_names_the_day() -> None:
    assert today({"BUILD_DATE": "2026-11-30"}) == date(2026, 11, 30)


@pytest.mark.parametrize("written", ["30.11.2026", "2026-02-30", "today"])
def test_what_names_no_day_is_refused_in_words(written: str) -> None:
    with pytest.raises(RefusedError) as refused:
        today({"BUILD_DATE": written})
    assert all(written in refused.value.message(language) for language in ("kk", "ru", "en"))


def test_without_it_the_day_is_that_of_the_clock() -> None:
    before = date.today()
    assert before <= today({}) <= date.today()
