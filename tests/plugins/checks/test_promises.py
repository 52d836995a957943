"""Promises and innocent sentences with the same words, as the bench holds them: each is judged right."""

import pytest

from bench.promises import is_found, sentences

SENTENCES = [(language, *row) for language in ("kk", "ru") for row in sentences(language)]


def test_the_set_is_large_and_has_both_kinds_in_both_languages() -> None:
    assert len(SENTENCES) >= 860
    for language in ("kk", "ru"):
        kinds = [is_promise for own, is_promise, _ in SENTENCES if own == language]
        assert kinds.count(True) >= 240 and kinds.count(False) >= 170


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_promise_is_reported_and_nothing_else(language: str) -> None:
    wrong = [text for own, is_promise, text in SENTENCES if own == language and is_found(text, own) is not is_promise]
    assert wrong == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_promise_is_innocent_in_a_quotation_and_in_a_question(language: str) -> None:
    of_language = [text for own, is_promise, text in SENTENCES if own == language and is_promise]
    promises = [text.rstrip(".!") for text in of_language if "?" not in text]
    assert [text for text in promises if is_found(f"«{text}»", language)] == []
    assert [text for text in promises if is_found(f"{text}?", language)] == []


@pytest.mark.parametrize(
    ("language", "text", "is_promise"),
    [
        ("ru", "Квартира за год? Легко!", True),
        ("ru", "Квартира за год? Так не бывает.", False),
        ("ru", "Зачем платить банку, если у нас без процентов?", True),
        ("ru", "Зачем банку справка о доходе?", False),
        ("ru", "Если вы переплатили, деньги вернут.", False),
        ("kk", "Банкке пайыз төлеудің не керегі бар?", False),
        ("kk", "Ипотека төлеудің қажеті не?", True),
    ],
)
def test_a_question_promises_when_it_does_not_wait_for_an_answer(language: str, text: str, *, is_promise: bool) -> None:
    assert is_found(text, language) is is_promise


@pytest.mark.parametrize(
    "text",
    [
        "Облыс әкімдігі бізді қолдайды.",
        "Көлігіңізді үш айда аласыз.",
        "Әр шақырған адамға сыйлығымыз бар, сыйақы береміз.",
    ],
)
def test_a_kazakh_stem_may_end_softer(text: str) -> None:
    assert is_found(text, "kk")
