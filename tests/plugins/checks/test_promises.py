"""Promises and innocent sentences with the same words, as the bench holds them: each is judged right."""

import pytest

from bench.promises import is_found, sentences

SENTENCES = [(language, *row) for language in ("kk", "ru") for row in sentences(language)]


def test_the_set_is_large_and_has_both_kinds_in_both_languages() -> None:
    assert len(SENTENCES) >= 290
    for language in ("kk", "ru"):
        kinds = [is_promise for own, is_promise, _ in SENTENCES if own == language]
        assert kinds.count(True) >= 60 and kinds.count(False) >= 60


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_promise_is_reported_and_nothing_else(language: str) -> None:
    wrong = [text for own, is_promise, text in SENTENCES if own == language and is_found(text, own) is not is_promise]
    assert wrong == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_promise_is_innocent_in_a_quotation_and_in_a_question(language: str) -> None:
    promises = [text.rstrip(".!") for own, is_promise, text in SENTENCES if own == language and is_promise]
    assert [text for text in promises if is_found(f"«{text}»", language)] == []
    assert [text for text in promises if is_found(f"{text}?", language)] == []
