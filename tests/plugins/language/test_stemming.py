"""Forms of one word meet in one stem; other words do not."""

import pytest

from plugins.language.stemming import stemmer, words_to_find

KAZAKH = {
    "a consonant at the end": "кооператив кооперативі кооперативке кооперативтің кооперативтен кооперативпен кооперативте "
    "кооперативтер кооперативтерінің кооперативіміз кооперативтік кооперативтегі кооперативтерімізге",
    "a vowel at the end": "несие несиені несиеге несиенің несиеден несиемен несиелер несиелерді несиесін несиелік несиеміз",
    "a name of people": "үлескер үлескерге үлескердің үлескерлер үлескерлердің үлескеріміз үлескерлерімен үлескерлік",
    "р in the middle": "қарыз қарызы қарыздың қарызға қарыздарды қарыздарымыздан қарызбен қарыздар қарызсыз",
    "п becomes б": "есеп есебі есебін есепті есептің есептер есебіміз есептен есептік",
    "қ becomes ғ": "құқық құқығы құқығын құқықтар құқықтары құқықтық құқығыңыз құқықты",
    "к becomes г": "кезек кезегі кезегіміз кезекте кезектің кезектегі кезекке кезегінен",
    "a vowel falls out": "мүлік мүлкі мүлкін мүліктің мүлкінен мүлікке",
    "ends like a possessor": "жиналыс жиналысы жиналысында жиналыстың жиналысқа жиналыстар",
    "ends like a plural": "пәтер пәтері пәтерге пәтерлер пәтердің пәтерінен",
    "ends like a case": "пирамида пирамиданы пирамидаға пирамиданың пирамидасы пирамидалар",
    "т at the end": "құжат құжаты құжатты құжаттар құжаттың құжатына құжаттардан",
    "a word of two letters": "үй үйі үйге үйді үйлер үйіміз үйдің үйден",
    "a word of three letters": "пай пайы пайға пайды пайдың пайлар пайлық",
    "a verb": "шығу шыққан шығады шықса шығуға шыға",
    "another verb": "кіру кіреді кірген кірсе кіруге кіре кірді",
    "every special letter": "әңгіме әңгімеге әңгімені әңгімесі",
    "a question's word": "сұрақ сұрағы сұраққа сұрақтар сұрағыңыз сұрақтың",
    "a loan word with -ция": "кооперация кооперациясы кооперацияның кооперациялық кооперацияға",
}

RUSSIAN = {
    "the word most stemmers cut": "кооператив кооператива кооперативу кооперативы кооперативах кооперативами",
    "a feminine noun": "пирамида пирамиды пирамиде пирамиду пирамид пирамидах",
    "a soft sign": "очередь очереди очередью",
    "on -ия": "история истории историю историей историям историях",
    "on -ие": "решение решения решению решением решений решениях",
    "on -ья": "статья статьи статье статью статей статьями",
    "a vowel that flees": "взнос взносы взносов взносам взносами",
    "о that flees": "ставка ставки ставок ставке ставкам",
    "е that flees": "платеж платежи платежей платежам",
    "пай": "пай пая паи паев паем паями паевой паевые",
    "ё": "заём заем займ займа займы займов займом",
    "ё in the middle": "отчёт отчет отчёта отчетом отчётах",
    "an adjective": "потребительский потребительского потребительском потребительские потребительских",
    "a verb and its noun": "вступить вступление вступают вступлении вступать",
    "ends like a verb": "кредит кредита кредиты кредитов кредитный кредитного",
    "also ends like a verb": "возврат возврата возвраты возвратом",
    "people": "пайщик пайщика пайщики пайщиков пайщикам",
}


@pytest.mark.parametrize("forms", KAZAKH.values(), ids=KAZAKH)
def test_kazakh_forms_meet(forms: str) -> None:
    assert len({stemmer("kk").stem(word) for word in forms.split()}) == 1, _stems("kk", forms)


@pytest.mark.parametrize("forms", RUSSIAN.values(), ids=RUSSIAN)
def test_russian_forms_meet(forms: str) -> None:
    assert len({stemmer("ru").stem(word) for word in forms.split()}) == 1, _stems("ru", forms)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("уй", "үй"), ("озин", "өзін"), ("кукык", "құқық"), ("отиниш", "өтініш"), ("мушенин", "мүшенің"),
        ("зан", "заң"), ("кенсе", "кеңсе"), ("кауип", "қауіп"), ("сакина", "сәкіна"), ("тiркеу", "тіркеу"),
        ("ҮЙ", "үй"), ("КООПЕРАТИВТІҢ", "кооператив"), ("кoоператив", "кооператив"),
    ],
    ids=str,
)  # fmt: skip
def test_a_word_typed_without_the_kazakh_keyboard_is_the_same_word(typed: str, meant: str) -> None:
    assert stemmer("kk").stem(typed) == stemmer("kk").stem(meant)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("kk", "пай", "пайда"), ("kk", "пай", "пайшы"), ("kk", "үлес", "үлескер"), ("kk", "үй", "ұйым"),
        ("kk", "салым", "салу"), ("kk", "кооператив", "кооперация"), ("kk", "заң", "заңгер"), ("kk", "шарт", "шаруа"),
        ("kk", "шешім", "шешеді"), ("kk", "жарна", "жария"), ("kk", "197", "450"),
        ("ru", "кооператив", "кооперация"), ("ru", "правление", "право"), ("ru", "пай", "пайщик"),
        ("ru", "прием", "при"), ("ru", "член", "членство"), ("ru", "дом", "доход"), ("ru", "доля", "долг"),
    ],
    ids=str,
)  # fmt: skip
def test_other_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stemmer(language).stem(one) != stemmer(language).stem(other)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("word", ["", "а", "і", "197", "II", "ың", "ов", "нынынын", "ъъъ"])
def test_any_word_has_a_stem_and_a_stem_is_never_longer(language: str, word: str) -> None:
    assert len(stemmer(language).stem(word)) <= len(word)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Ауыл аманаты»: 450-I", ["Ауыл", "аманаты", "450", "I"]),
        ("7-20-25", ["7", "20", "25"]),
        ("үйі\u0306", ["үйі"]),
        ("ко\u00adопера\u200bтив", ["кооператив"]),
        ("и\u0306од е\u0308ж", ["йод", "ёж"]),
        ("10 000 ₸ — №3", ["10", "000", "3"]),
        ("", []),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_words_are_runs_of_letters_or_of_figures(text: str, words: list[str]) -> None:
    assert words_to_find(text) == words


@pytest.mark.parametrize(
    ("language", "word", "is_ignored"),
    [("kk", "қалай", True), ("kk", "КАЛАЙ", True), ("kk", "қала", False), ("ru", "как", True), ("ru", "кассы", False)],
)
def test_words_of_every_text_are_ignored_however_they_are_typed(language: str, word: str, is_ignored: bool) -> None:
    assert stemmer(language).is_ignored(word) is is_ignored


def _stems(language: str, forms: str) -> dict[str, str]:
    return {word: stemmer(language).stem(word) for word in forms.split()}
