"""No text, however odd, makes the language rule stumble."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.language import classify, foreign_spans, is_mixed_script, look_alikes, mend_mixed_script
from plugins.language.classify import Language
from plugins.language.evidence import most_for, read_evidence

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіАӘІҮiIaceopxyЁ"
SIGNS = " \t\n\u00a0\u00ad\u0301\u0306\u0308\u200d\u202e.,:;!?-–—()[]{}<>«»“”„\"'`|/@#%&*_0123456789№₸"
PIECES = "Мәзір|новости|Айгүл|г.|(Y)|«|»| — |А. Б.|IT-маман|тiркеу|ул. Абая, 5|Фонд|ЖШС|ТОО|ко\u00adш.|2026 ж.|қ.|Красный Яр а.,"
texts = st.one_of(
    st.text(),
    st.text(alphabet=LETTERS + SIGNS, max_size=200),
    st.lists(st.sampled_from((*PIECES.split("|"), "орден «Құрмет»", "асар, той"))).map(" ".join),
)


@settings(deadline=None)
@given(texts)
def test_every_text_has_a_verdict(text: str) -> None:
    verdict = classify(text)
    assert verdict.language in ("kk", "ru", "neutral")
    assert 0 <= verdict.confidence <= 1


@pytest.mark.parametrize("expected", get_args(Language))
@settings(deadline=None)
@given(text=texts)
def test_spans_lie_in_the_text_without_overlap(text: str, expected: Language) -> None:
    last = 0
    for start, end, language in foreign_spans(text, expected):
        assert last <= start < end <= len(text)
        assert language != expected
        last = end


@pytest.mark.parametrize(("language", "sign"), [("kk", 1), ("ru", -1)])
@settings(deadline=None)
@given(text=texts)
def test_words_say_no_more_for_a_language_than_the_most(text: str, language: Language, sign: int) -> None:
    said = sum(max(0.0, sign * score) for score in read_evidence(text).scores)
    assert said <= most_for(text, language) + 1e-6


@settings(deadline=None)
@given(texts)
def test_every_text_can_be_mended_once(text: str) -> None:
    mended = mend_mixed_script(text)
    assert len(mended) == len(text)
    assert not is_mixed_script(mended)
    assert is_mixed_script(text) == bool(look_alikes(text))
