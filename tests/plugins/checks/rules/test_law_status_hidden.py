"""Repealed acts that a text names: reported where the page does not show their state."""

from pathlib import Path

import pytest

from plugins.checks.rules import law_status_hidden
from tests.plugins.checks.checked import CASE_BODY_LINE, reported_by, write_case
from tests.plugins.model.edits import replaced
from tests.small_site import index_text, write

RULE = "law-status-hidden"
NAMED = {
    "first": ("450-I заңы бойынша.", 1),
    "with a number sign, middle": ("Бұрынғы № 450-I заңы бойынша.", 11),
    "last": ("Заңның нөмірі — 450-I", 17),
    "twice, reported once": ("450-I және 450-I.", 1),
    "with a Cyrillic letter": ("450-І заңы бойынша.", 1),
    "with a figure for a letter": ("450-1 заңы бойынша.", 1),
    "with another hyphen": ("Заң 450\u2011I болған.", 5),
}
TITLED = {
    "ru, in quotes, first": ("ru", "«О сельской потребительской кооперации» — закон 1999 года.", 1),
    "ru, with the country": (
        "ru",
        "Закон «О сельской потребительской кооперации в Республике Казахстан» говорил об этом.",
        7,
    ),
    "ru, in another case, last": ("ru", "Так сказано в законе о сельской потребительской кооперации", 15),
    "ru, with a day between": (
        "ru",
        "Закон от 21 июля 1999 года о сельской потребительской кооперации разрешал это.",
        1,
    ),
    "ru, in bold": ("ru", "Есть **закон «О сельской потребительской кооперации»**.", 14),
    "kk, in quotes, first": ("kk", "«Селолық тұтыну кооперациясы туралы» заң бойынша.", 1),
    "kk, with the country": (
        "kk",
        "Бұл «Қазақстан Республикасындағы селолық тұтыну кооперациясы туралы» Заңда айтылған.",
        34,
    ),
    "kk, without quotes": ("kk", "Бұрын селолық тұтыну кооперациясы туралы заң болған.", 7),
    "kk, in another case, last": ("kk", "Мұны реттеген — селолық тұтыну кооперациясы туралы 1999 жылғы заңы", 17),
}
NOT_NAMED = {
    "a law in force": "197-II заңы",
    "another number": "450-II, 1450-I, 450-I-1",
    "a number": "450 мүше",
    "what the title is about, ru": "Рассказ о сельской потребительской кооперации в двадцатые годы.",
    "what the title is about, kk": "Селолық тұтыну кооперациясы туралы әңгіме.",
    "the title of a law in force": "Закон «О потребительском кооперативе» действует.",
    "its end in the sentence, ru": "Закон 450-I утратил силу в 2016 году.",
    "its end in the sentence, in brackets": "Закон «О сельской потребительской кооперации» (отменён в 2016 году) знал паи.",
    "its end in the sentence, kk": "«Селолық тұтыну кооперациясы туралы» заңның күші 2016 жылы жойылды.",
    "a law, and something else about villages": "Закон действует. Мы расскажем о сельской потребительской кооперации.",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("text", "column"), NAMED.values(), ids=NAMED)
def test_a_repealed_act_in_a_text_is_reported(content: Path, language: str, text: str, column: int) -> None:
    file = write_case(content, language, f"{text}\n")
    values = {"act": "450-I", "day": "2016-01-01"}
    assert reported_by(law_status_hidden.check, content) == [(file, CASE_BODY_LINE, column, RULE, values)]


@pytest.mark.parametrize(("language", "text", "column"), TITLED.values(), ids=TITLED)
def test_a_repealed_act_named_by_its_title_is_reported(content: Path, language: str, text: str, column: int) -> None:
    title = "{kk: «Қазақстан Республикасындағы селолық тұтыну кооперациясы туралы», ru: «О сельской потребительской кооперации в Республике Казахстан»}"
    replaced("acts.yaml", "{kk: Селолық тұтыну кооперациясы туралы, ru: О сельской потребительской кооперации}", title)(
        content
    )
    file = write_case(content, language, f"{text}\n")
    assert [row[:4] for row in reported_by(law_status_hidden.check, content)] == [(file, CASE_BODY_LINE, column, RULE)]


@pytest.mark.parametrize("text", NOT_NAMED.values(), ids=NOT_NAMED)
def test_other_numbers_and_repeals_that_are_said_are_not_reported(content: Path, text: str) -> None:
    language = "kk" if any(letter in text.casefold() for letter in "әғқңөұүһі") else "ru"
    write_case(content, language, f"{text}\n")
    assert reported_by(law_status_hidden.check, content) == []


def test_a_page_that_shows_the_state_may_name_the_act(content: Path) -> None:
    write_case(content, "kk", "450-I заңы.\n")
    replaced("testimonials/sample/facts.yaml", "sample: true", "sample: true\nlaws: [{act: 450-I, role: history}]")(
        content
    )
    assert reported_by(law_status_hidden.check, content) == []


def test_the_page_of_the_act_itself_may_name_it(content: Path) -> None:
    file = content / "laws/repealed/index.kk.md"
    file.write_text(file.read_text(encoding="utf-8") + "\n450-I заңы.\n", encoding="utf-8")
    assert reported_by(law_status_hidden.check, content) == []


def test_the_words_above_a_list_show_no_state(content: Path) -> None:
    write(content / "news/index.ru.md", index_text("Ё", "Ж", body="Закон 450-I."))
    assert [row[:4] for row in reported_by(law_status_hidden.check, content)] == [("news/index.ru.md", 5, 7, RULE)]


def test_its_end_in_one_sentence_does_not_show_it_in_the_next(content: Path) -> None:
    file = write_case(content, "ru", "Закон 450-I утратил силу.\n\nПо закону 450-I пай возвращают.\n")
    assert [row[:4] for row in reported_by(law_status_hidden.check, content)] == [(file, CASE_BODY_LINE + 2, 11, RULE)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_front_matter_is_reported_too(content: Path, language: str) -> None:
    file = f"news/meeting/index.{language}.md"
    text = (content / file).read_text(encoding="utf-8")
    summary = next(line for line in text.split("\n") if line.startswith("summary:"))
    write(content / file, text.replace(summary, "summary: 450-I заңы"))
    reported = [(path, line, column) for path, line, column, *_ in reported_by(law_status_hidden.check, content)]
    assert reported == [(file, text.split("\n").index(summary) + 1, 10)]


def test_a_folded_value_of_front_matter_is_reported_on_its_line(content: Path) -> None:
    file = "news/meeting/index.ru.md"
    text = (content / file).read_text(encoding="utf-8")
    summary = next(line for line in text.split("\n") if line.startswith("summary:"))
    write(content / file, text.replace(summary, "summary: >\n  Собрание прошло.\n  Закон 450-I действует."))
    reported = [(path, line, column) for path, line, column, *_ in reported_by(law_status_hidden.check, content)]
    assert reported == [(file, text.split("\n").index(summary) + 3, 9)]
