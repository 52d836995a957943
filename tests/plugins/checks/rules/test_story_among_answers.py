"""A family's story among the answers of the lawyer and of the questions."""

from pathlib import Path

import pytest

from plugins.checks.rules import story_among_answers
from tests.plugins.checks.checked import reported_by
from tests.small_site import index_text, write

LAWYER, FAQ = "lawyer/who-admits", "faq/how-to-join"

# language, body, (line of the body, column) of the first turn, that turn and the last one
STORIES = {
    "first and last": ("ru", "Наша семья ждала.\n\nЗакон.\n\nСпасибо всем!", (1, 1), "Наша семья", "Спасибо"),
    "in the middle": ("ru", "Закон. Мы купили дом, мы рады. Закон.", (1, 8), "Мы купили", "мы рады"),
    "three turns": ("ru", "Закон.\n\n- Мы ждали\n- новоселье\n- благодарны", (3, 3), "Мы ждали", "благодарны"),
    "in Kazakh": ("kk", "Біздің отбасымыз пәтер алдық.", (1, 1), "Біздің отбасымыз", "пәтер алдық"),
    "in Kazakh, last": ("kk", "Заң солай.\n\nСоңында көшіп кірдік, қуаныштымыз.", (3, 9), "көшіп кірдік", "қуаныштымыз"),
}  # fmt: skip
FINE = {
    "an answer": ("ru", "Семья подаёт заявление, правление отвечает."),
    "one turn only": ("ru", "Спасибо за вопрос. Ответ в статье 13."),
    "the same turn twice": ("ru", "Спасибо. И ещё раз спасибо."),
    "in Kazakh": ("kk", "Отбасы өтініш береді, басқарма жауап береді."),
    "Kazakh turns in Russian": ("ru", "«Көшіп кірдік» и «қуаныштымыз»: так пишут в рассказах."),
}


TOLD_IN_FIRST_PERSON = {
    "kk": {
        "Мен кооперативке 2023 жылы кірдім. Тоғыз ай күттім. Көктемде маған қоңырау шалды.": 28,
        "Біз бес жыл ақша жинадық. Содан кейін мүше болдық.": 18,
        "Былтыр көлігімді сатып, жарна салдым. Жарты жылдан соң ақшаны алдым.": 31,
        "Ақыры көшіп кірдік. Ұлым қатты қуанды.": 7,
        "Мұғалім болып істеймін. Анам кеңес берді, мен өтініш жаздым.": 15,
        "Бізге құжат жинауға көмектесті. Біз кезегімізді күттік.": 1,
        "Жиналысқа барғанда мені жылы қарсы алды. Жарнамды төледім.": 20,
        "Отбасымыз пәтер алды. Бәріне рахмет!": 1,
    },
    "ru": {
        "Я вступила в кооператив в 2023 году. Ждала девять месяцев. Мне позвонили весной.": 1,
        "Мы с мужем копили пять лет. Потом узнали о кооперативе и решили вступить.": 1,
        "В прошлом году я продал машину и внёс пай. Через полгода мне выдали деньги.": 16,
        "Наконец-то мы въехали. Мой сын был счастлив.": 12,
        "Мы долго снимали жильё и платили чужим людям. Теперь живём в своей квартире.": 1,
        "Я работаю учителем. Моя мама посоветовала кооператив, и я подала заявление.": 1,
        "Нам помогли собрать бумаги. Мы дождались очереди.": 1,
        "Когда я пришёл на собрание, меня встретили тепло. Я внёс взнос и стал ждать.": 7,
    },
}
NO_STORIES = {
    "kk": [
        "Біз заңды басынан аяғына дейін оқып шықтық, ондай бап таппадық.",
        "Біз мысалды 0,05 мөлшерлемемен есептедік, ставканы банктің бетінен алдық.",
        "Қатысушы: «Мен жарнаны төледім, ақшаны қашан аламын?» — деп сұрады.",
        "Мен мүше болдым, енді шыға аламын ба? Бұл сұраққа заң жауап береді.",
        "Өтініш жазыңыз: жарнаны қашан төлегеніңізді көрсетіңіз.",
        "Құқықтық негіз — жылдық есеп, мүліктік жарна.",
        "Егер отбасы кезекте тұрса, жарна қайтарылады.",
        "Біз бұл тараудың мәтінін салыстырдық, аудармасын өзіміз бердік.",
    ],
    "ru": [
        "Мы читали закон целиком и не нашли такой статьи.",
        "Мы приняли ставку 0,05 и посчитали пример; её мы взяли со страницы банка.",
        "Член кооператива спросил: «Я внёс пай и ждал год, когда мне выдали отказ?»",
        "Я вступил в кооператив, могу ли я выйти? На это отвечает статья 20.",
        "Если семья ждала очереди, а потом передумала, взнос возвращают.",
        "Мы не разбирали этот договор и сверили только статью 13.",
        "Они купили дом, въехали и были рады.",
        "Мы сравнили тексты и привели статью дословно.",
    ],
}


def write_answer(content: Path, item: str, language: str, body: str) -> tuple[str, int]:
    """Write the body of an answer; return its file and the line the body begins on."""
    file = f"{item}/index.{language}.md"
    front_matter = (content / file).read_text(encoding="utf-8").split("---\n")[1]
    write(content / file, f"---\n{front_matter}---\n{body}\n")
    return file, front_matter.count("\n") + 3


@pytest.mark.parametrize(("language", "body", "place", "found", "also"), STORIES.values(), ids=STORIES)
@pytest.mark.parametrize("item", [LAWYER, FAQ])
def test_a_story_is_reported_at_its_first_turn(
    content: Path, item: str, language: str, body: str, place: tuple[int, int], found: str, also: str
) -> None:
    file, first_line = write_answer(content, item, language, body)
    assert reported_by(story_among_answers.check, content) == [
        (file, first_line - 1 + place[0], place[1], "story-among-answers", {"found": found, "also": also})
    ]


@pytest.mark.parametrize(("language", "body"), FINE.values(), ids=FINE)
def test_an_answer_is_not_reported(content: Path, language: str, body: str) -> None:
    write_answer(content, LAWYER, language, body)
    assert reported_by(story_among_answers.check, content) == []


def test_stories_have_a_place_of_their_own(content: Path) -> None:
    write_answer(content, "testimonials/sample", "ru", "Наша семья ждала. Мы рады, спасибо!")
    assert reported_by(story_among_answers.check, content) == []


def reported_of(content: Path, section: str, language: str, text: str) -> list[tuple[int, int]]:
    folder = {"lawyer": "lawyer/who-admits", "faq": "faq/how-to-join"}[section]
    own = {"kk": "question: Кім?\n", "ru": "question: Кто?\n"}[language] if section == "lawyer" else ""
    write(content / folder / f"index.{language}.md", index_text("Ә", "Қысқаша.", own, text))
    return [(line, column) for _, line, column, *_ in reported_by(story_among_answers.check, content)]


@pytest.mark.parametrize("where", ["first", "middle", "last"])
@pytest.mark.parametrize("section", ["lawyer", "faq"])
@pytest.mark.parametrize(
    ("language", "text", "column"),
    [(language, *row) for language, rows in TOLD_IN_FIRST_PERSON.items() for row in rows.items()],
)
def test_a_story_told_in_the_first_person_is_reported(
    content: Path, section: str, where: str, language: str, text: str, column: int
) -> None:
    beside = {"kk": "13-бап жарнаны реттейді.", "ru": "Статья 13 говорит о взносе."}[language]
    before = {"first": 0, "middle": 1, "last": 2}[where]
    body = "\n\n".join([*[beside] * before, text, *[beside] * (2 - before)])
    line = (6 if section == "lawyer" else 5) + 2 * before
    assert reported_of(content, section, language, body) == [(line, column)]


@pytest.mark.parametrize("section", ["lawyer", "faq"])
@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, rows in NO_STORIES.items() for text in rows]
)
def test_what_whoever_answers_did_is_no_story(content: Path, section: str, language: str, text: str) -> None:
    assert reported_of(content, section, language, text) == []
