"""A new item begins with what is usual, takes its photos and is finished by one button."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.desk.changes import changed_tree
from plugins.desk.likeness import like
from plugins.desk.presets import first_tree
from plugins.model.sections import SECTIONS
from tests.plugins.desk.conftest import Editor, fields
from tests.plugins.media.files import photo
from tests.small_site import TODAY

NEW = "/desk/new/news/"
WORDS = {
    "kk.title": "Жиналыс",
    "ru.title": "Общее собрание",
    "kk.summary": "Жиналыста не айтылды.",
    "ru.summary": "О чём говорили на собрании.",
    "kk.body": "Мүшелер жиналып, кезек ережесін оқыды. " * 12,
    "ru.body": "Члены собрались и прочитали правило очереди. " * 12,
}


def section(folder: str):
    return next(section for section in SECTIONS if section.folder == folder)


def test_it_begins_with_today_and_with_what_most_items_of_its_section_have(tmp_path: Path) -> None:
    for number, facts in enumerate(
        (
            "topic: money\norder: 3\nnext: [/a/, /b/, /c/]\nsources: [{url: x}]\n",
            "topic: risk\norder: 7\nnext: [/a/, /b/, /d/]\n",
            "topic: money\nnext: [/a/, /b/, /d/]\n",
        )
    ):
        (tmp_path / f"faq/item-{number}").mkdir(parents=True)
        (tmp_path / f"faq/item-{number}/facts.yaml").write_text(facts, encoding="utf-8")
    facts = first_tree(tmp_path, section("faq"), date(2026, 3, 4))["facts"]
    assert facts == {
        "draft": "true",
        "date": "2026-03-04",
        "answered": "2026-03-04",
        "order": "8",
        "topic": "money",
        "next": {"0": "/a/", "1": "/b/", "2": "/d/"},
    }, "a source is no usual thing here"


def test_an_empty_section_has_no_customs(tmp_path: Path) -> None:
    facts = first_tree(tmp_path, section("faq"), date(2026, 3, 4))["facts"]
    assert facts["order"] == "1" and facts["topic"] == ""


def test_a_source_that_only_the_desk_filled_in_is_none(editor: Editor) -> None:
    form = editor.form(NEW)
    assert (form["facts.sources.0.checked"], form["facts.sources.0.checked_in"]) == (TODAY.isoformat(), "live")
    editor.press(NEW, form | WORDS)
    assert "sources" not in editor.text("news/obshee-sobranie/facts.yaml")


def test_it_is_finished_by_one_button(editor: Editor) -> None:
    answer = editor.press(NEW, editor.form(NEW) | WORDS, "finish")
    assert answer.headers["location"] == "/desk/news/obshee-sobranie/?said=finished"
    assert "draft" not in editor.text("news/obshee-sobranie/facts.yaml")
    assert "news/obshee-sobranie:" in editor.text("in-step.yaml")
    assert editor.check("news/obshee-sobranie", editor.form("/desk/news/obshee-sobranie/")) == []
    assert not editor.page("/desk/news/obshee-sobranie/").select("button[value=finish]")


@pytest.mark.parametrize("fault", [{"kk.title": ""}, {"facts.date": "жексенбі"}, {"ru.body": WORDS["ru.body"] + "Смотрите [сюда](/nowhere/).\n"}], ids=str)  # fmt: skip
def test_with_errors_it_stays_a_draft_and_says_so(editor: Editor, fault: dict[str, str]) -> None:
    answer = editor.press(NEW, editor.form(NEW) | WORDS | fault, "finish")
    assert answer.headers["location"] == "/desk/news/obshee-sobranie/?said=unfinished"
    assert "draft: true" in editor.text("news/obshee-sobranie/facts.yaml")
    assert "news/obshee-sobranie" not in editor.text("in-step.yaml")
    assert editor.page("/desk/news/obshee-sobranie/").select("button[value=finish]")


def test_a_draft_is_not_asked_to_be_compared_before_it_is_finished(editor: Editor) -> None:
    form = editor.form(NEW) | WORDS
    assert editor.check("news/new-item", form) == []
    form.pop("facts.draft")
    assert [problem["rule"] for problem in editor.check("news/new-item", form)] == ["undeclared-translation"]


def test_a_picture_becomes_an_entry_with_its_words_beside_it(editor: Editor) -> None:
    page = "/desk/testimonials/sample/"
    data = {"token": editor.token, "item": "testimonials/sample"}
    sent = editor.client.post("/desk/api/photo", data=data, files={"photo": ("Ас үй.jpg", photo())})
    file = sent.json()["file"]
    form = editor.form(page) | data
    answer = editor.client.post("/desk/api/fields", data=form | {"action": f"picture:facts.pictures:{file}"})
    drawn = BeautifulSoup(answer.text, "html.parser")
    entry = drawn.select_one("[name='facts.pictures.as-ui.file']").find_parent(class_="entry")
    assert [field["name"] for field in entry.select("[name^='kk.'], [name^='ru.']")] == ["kk.alt.as-ui", "ru.alt.as-ui"]
    form |= fields(drawn) | {"kk.alt.as-ui": "Ас үйдегі үстел", "ru.alt.as-ui": "Стол на кухне"}
    editor.press(page, form)
    assert "as-ui: {file: as-ui.jpg}" in editor.text("testimonials/sample/facts.yaml").replace("\n    file: as-ui.jpg", " {file: as-ui.jpg}")  # fmt: skip
    assert "as-ui: Стол на кухне" in editor.text("testimonials/sample/index.ru.md")


def test_the_words_of_a_portrait_are_beside_its_file(editor: Editor) -> None:
    portrait = editor.page("/desk/honor-board/sample/").select_one("[data-field='facts.portrait']")
    names = [field["name"] for field in portrait.select("[name]")]
    assert names == ["facts.portrait.file", "kk.portrait_alt", "ru.portrait_alt"]


FIGURES = {
    "Ставка 20,5–22,5 %, сумма 36 000 000 ₸.": "Ставка ЗАПОЛНИТЕ %, сумма ЗАПОЛНИТЕ ₸.",
    "С 01.03.2026 по программе «7-20-25».": "С ЗАПОЛНИТЕ по программе «ЗАПОЛНИТЕ».",
    "См. [новость 5](/news/rate-2026/#on-15).\n\n1. Первое\n2. Второе 3": (
        "См. [новость ЗАПОЛНИТЕ](/news/rate-2026/#on-15).\n\n1. Первое\n2. Второе ЗАПОЛНИТЕ"
    ),
    "![Зал](zal.jpg)\nДалее.": "Далее.",
}


@pytest.mark.parametrize(("words", "expected"), FIGURES.items())
def test_no_figure_and_no_picture_of_another_item_is_taken_over(words: str, expected: str) -> None:
    other = {"facts": {}, "kk": {}, "ru": {"title": "Старое", "body": words}}
    ru = like(other, {"facts": {}}, section("loans").schema)["ru"]
    assert ru == {"body": expected}


def test_an_item_begins_like_another_one_and_is_not_finished_before_its_own_figures_are_written(editor: Editor) -> None:
    assert editor.page("/desk/loans/mortgage/").select_one("a[href='/desk/new/loans/?like=mortgage']")
    text = editor.content / "loans/mortgage/index.ru.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nСтавка 17 %.\n", encoding="utf-8")
    page = editor.page("/desk/new/loans/?like=mortgage&lang=ru")
    form, old = fields(page.select_one("form#item")), editor.form("/desk/loans/mortgage/")
    kept = {"facts.lender.kk", "facts.lender.ru", "facts.purpose", "ru.conditions", "kk.summary"}
    assert {name: form[name] for name in kept} == {name: old[name] for name in kept}
    changed = (
        "ru.title",
        "facts.nominal.from",
        "facts.nominal.rate",
        "facts.sources.0.url",
        "facts.sources.0.title.ru",
    )
    assert [form.get(name, "") for name in changed] == [""] * len(changed)
    assert "Ставка ЗАПОЛНИТЕ %." in form["ru.body"] and "ЗАПОЛНИТЕ" in page.select_one(".notice").text
    answer = editor.press("/desk/new/loans/", form | {"ru.title": "Иная ипотека", "kk.title": "Өзге ипотека"}, "finish")
    assert answer.headers["location"] == "/desk/loans/inaia-ipoteka/?said=unfinished"


@pytest.mark.parametrize("path", ["/desk/new/loans/?like=../news/meeting", "/desk/new/loans/?like=nothing"])
def test_nothing_begins_like_what_is_not_there(editor: Editor, path: str) -> None:
    assert editor.client.get(path).status_code == 404


def test_the_story_of_a_person_is_never_begun_from_that_of_another(editor: Editor) -> None:
    assert not editor.page("/desk/testimonials/sample/").select("a[href*=like]")
    form = editor.form("/desk/new/testimonials/?like=sample")
    assert form["ru.body"].strip() == "" and form["facts.town.ru"] == ""


def test_two_pictures_of_one_name_are_two_entries() -> None:
    tree = changed_tree({"facts": {"pictures": {"hall": {}}}}, "picture:facts.pictures:hall.jpg", TODAY)
    assert list(tree["facts"]["pictures"]) == ["hall", "hall-2"]
