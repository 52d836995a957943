"""What an editor does with an item: see, write, save, take back, rename, delete; and what is never lost."""

import re

import pytest

from tests.plugins.desk.conftest import Editor, fields

NEWS = "/desk/news/meeting/"


def test_the_list_shows_every_item_with_both_titles_and_its_state(editor: Editor) -> None:
    page = editor.page("/desk/?lang=ru")
    rows = page.select("tbody tr")
    assert len(rows) == sum(1 for _ in editor.content.glob("*/*/index.kk.md"))
    meeting = next(row for row in rows if row.select_one(f'a[href="{NEWS}"]'))
    assert [cell.get_text(" ", strip=True) for cell in meeting.select("td")] == ["Атауы news/meeting", "Имя news/meeting", "готово"]  # fmt: skip
    sample = next(row for row in rows if row.select_one('a[href="/desk/testimonials/sample/"]'))
    assert "образец" in sample.text


@pytest.mark.parametrize(
    ("query", "found"),
    [("q=meeting", 1), ("q=имя news", 1), ("section=news", 1), ("state=sample", 2), ("q=nothing-of-the-kind", 0),
     ("section=faq&state=sample", 0)],
)  # fmt: skip
def test_the_list_is_searched_and_narrowed(editor: Editor, query: str, found: int) -> None:
    assert len(editor.page(f"/desk/?{query}").select("tbody tr")) == found


def test_what_waits_stands_on_top(editor: Editor) -> None:
    assert editor.page("/desk/").select(".next a") == []
    facts = editor.content / "news/meeting/facts.yaml"
    facts.write_text("date: [", encoding="utf-8")
    (first,) = editor.page("/desk/").select(".next a")
    assert first["href"] == NEWS


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_desk_speaks_the_editors_language(editor: Editor, language: str) -> None:
    page = editor.page(f"/desk/?lang={language}")
    assert page.html["lang"] == language
    assert editor.page(NEWS).html["lang"] == language, "the choice is kept"
    labels = " ".join(label.text for label in editor.page(NEWS).select("label"))
    assert bool(re.search("[әғқңөұүһі]", labels)) is (language == "kk")


def test_every_field_has_a_label_and_is_named_by_its_place(editor: Editor) -> None:
    for item in ("news/meeting", "testimonials/sample", "education/contract", "loans/mortgage", "pages/home"):
        page = editor.page(f"/desk/{item}/")
        for field in page.select("#item :is(input:not([type=hidden]), select, textarea)"):
            assert page.select(f'label[for="{field.get("id")}"]') or field.find_parent("label"), (item, field)
    names = editor.form(NEWS).keys()
    assert {"facts.date", "facts.sources.0.url", "kk.title", "ru.title", "kk.body", "ru.body"} <= names


def test_a_form_saved_as_it_is_changes_no_byte_of_any_item(editor: Editor) -> None:
    before = {path: path.read_bytes() for path in editor.content.rglob("*") if path.is_file()}
    for bundle in sorted(editor.content.glob("*/*/index.kk.md")):
        path = f"/desk/{bundle.parent.parent.name}/{bundle.parent.name}/"
        answer = editor.press(path, editor.form(path))
        assert answer.headers["location"].endswith("?said=unchanged"), path
    assert {path: path.read_bytes() for path in editor.content.rglob("*") if path.is_file()} == before


def test_a_change_touches_its_line_only_and_can_be_taken_back(editor: Editor) -> None:
    facts = editor.content / "news/meeting/facts.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "# the end\n", encoding="utf-8")
    before = {name: editor.text(f"news/meeting/{name}") for name in ("facts.yaml", "index.kk.md", "index.ru.md")}
    form = editor.form(NEWS)
    editor.press(NEWS, form | {"kk.title": "Жаңа: атау", "facts.date": "2026-01-02", "kk.body": form["kk.body"] + "\r\nСоңы."})  # fmt: skip
    assert editor.text("news/meeting/facts.yaml") == before["facts.yaml"].replace("2025-11-28\n", "2026-01-02\n", 1)
    assert editor.text("news/meeting/index.ru.md") == before["index.ru.md"]
    assert 'title: "Жаңа: атау"\n' in editor.text("news/meeting/index.kk.md")
    assert editor.text("news/meeting/index.kk.md").endswith("\nСоңы.\n")
    editor.press(NEWS, editor.form(NEWS), "undo")
    assert {name: editor.text(f"news/meeting/{name}") for name in before} == before


def test_a_form_that_names_a_few_fields_changes_only_them(editor: Editor) -> None:
    before = editor.text("news/meeting/facts.yaml")
    editor.press(NEWS, {"token": editor.token, "ru.title": "Другое имя"})
    assert "title: Другое имя\n" in editor.text("news/meeting/index.ru.md")
    assert editor.text("news/meeting/facts.yaml") == before


def test_what_somebody_else_changed_meanwhile_is_shown_and_neither_is_lost(editor: Editor) -> None:
    form = editor.form(NEWS)
    other = editor.content / "news/meeting/index.ru.md"
    other.write_text(other.read_text(encoding="utf-8").replace("О странице.", "Чужая правка."), encoding="utf-8")
    mine = form | {"kk.title": "Менің атауым", "ru.title": "Моё название"}
    answer = editor.press(NEWS, mine, status=409)
    page = fields_of(answer.text)
    assert "Чужая правка." in answer.text and "Менің атауым" in answer.text
    assert "Менің атауым" not in editor.text("news/meeting/index.kk.md"), "nothing is written yet"
    editor.press(NEWS, page)
    assert "title: Менің атауым\n" in editor.text("news/meeting/index.kk.md")
    assert "title: Моё название\n" in editor.text("news/meeting/index.ru.md")
    assert "Чужая правка." in editor.text("news/meeting/index.ru.md")


def fields_of(html: str) -> dict[str, str]:
    from bs4 import BeautifulSoup  # noqa: PLC0415

    return fields(BeautifulSoup(html, "html.parser").select_one("form#item"))


def test_problems_are_told_as_the_check_tells_them_with_their_field(editor: Editor) -> None:
    form = editor.form(NEWS)
    assert editor.check("news/meeting", form) == []
    bad = form | {"facts.date": "жексенбі", "kk.body": form["kk.body"] + '\n"тырнақша" 77 деген сан\n'}
    found = {problem["rule"]: problem for problem in editor.check("news/meeting", bad)}
    assert found["wrong-value"]["field"] == "facts.date"
    assert set(found["wrong-value"]) >= {"rule", "severity", "path", "line", "column", "what", "why", "fix", "url"}
    assert found["wrong-value"]["path"] == "content/news/meeting/facts.yaml"
    good = form | {"kk.body": bad["kk.body"]}
    found = {problem["rule"]: problem for problem in editor.check("news/meeting", good)}
    typography = found["loose-typography"]
    assert typography["field"] == "kk.body"
    assert [problem for problem in found.values() if "inv " in problem["fix"]] == [], "no word of a terminal"
    assert good["kk.body"][typography["offset"]] == '"'
    assert editor.text("news/meeting/index.kk.md").find("тырнақша") == -1, "a check writes nothing"


def test_a_check_is_asked_by_form_by_json_and_from_the_page_itself(editor: Editor) -> None:
    wrong = {"facts.date": "жексенбі"}
    asked = [
        editor.client.post("/desk/api/check", data=wrong | {"item": "news/meeting"}),
        editor.client.post("/desk/api/check", json={"section": "news", "slug": "meeting", "fields": wrong}),
        editor.client.post("/desk/api/check", data=wrong, headers={"Referer": f"http://127.0.0.1{NEWS}"}),
    ]
    assert [[problem["rule"] for problem in answer.json()["problems"]] for answer in asked] == [["wrong-value"]] * 3
    assert editor.client.post("/desk/api/check", json={"item": "news/nowhere"}).status_code == 404
    assert (
        editor.client.post("/desk/api/check", content=b"[", headers={"Content-Type": "application/json"}).status_code
        == 404
    )


def test_what_can_be_mended_is_mended_by_a_button(editor: Editor) -> None:
    form = editor.form(NEWS)
    bad = form | {"kk.body": form["kk.body"] + '\n"тырнақша"\n'}
    mended = fields_of(editor.press(NEWS, bad, "mend", status=200).text)
    assert "«тырнақша»" in mended["kk.body"]


def test_a_text_that_was_not_saved_is_offered_again(editor: Editor) -> None:
    form = editor.form(NEWS) | {"kk.title": "Сақталмаған атау"}
    editor.check("news/meeting", form)
    page = editor.page(NEWS)
    assert page.select('button[value="restore"]')
    restored = editor.press(NEWS, fields(page.select_one("form.notice")), "restore", status=200)
    assert "Сақталмаған атау" in restored.text
    editor.press(NEWS, fields(page.select_one("form.notice")), "discard")
    assert not editor.page(NEWS).select('button[value="restore"]')


def test_entries_are_added_moved_and_removed(editor: Editor) -> None:
    form = fields_of(editor.press(NEWS, editor.form(NEWS), "add:facts.sources", status=200).text)
    assert form["facts.sources.1.checked_in"] == "live"
    form |= {"facts.sources.1.title.kk": "Екінші", "facts.sources.1.title.ru": "Второй"}
    form = fields_of(editor.press(NEWS, form, "up:facts.sources.1", status=200).text)
    assert form["facts.sources.0.title.kk"] == "Екінші"
    editor.press(NEWS, form)
    assert editor.text("news/meeting/facts.yaml").index("Второй") < editor.text("news/meeting/facts.yaml").index(
        "Источник"
    )
    form = fields_of(editor.press(NEWS, editor.form(NEWS), "remove:facts.sources.0", status=200).text)
    editor.press(NEWS, form)
    assert "Второй" not in editor.text("news/meeting/facts.yaml")


def test_a_picture_that_is_renamed_in_the_facts_is_renamed_in_both_texts(editor: Editor) -> None:
    path = "/desk/testimonials/sample/"
    form = editor.form(path) | {"facts.pictures.paper.@key": "contract"}
    editor.press(path, form)
    assert "contract:" in editor.text("testimonials/sample/facts.yaml")
    assert "contract: Үлгі құжат" in editor.text("testimonials/sample/index.kk.md")
    assert editor.check("testimonials/sample", editor.form(path)) == []


def test_a_new_item_is_a_draft_with_an_address_from_its_title(editor: Editor) -> None:
    form = editor.form("/desk/new/news/")
    assert form["facts.draft"] == "true"
    answer = editor.press(
        "/desk/new/news/", form | {"kk.title": "Жиналыс", "ru.title": "Общее собрание", "ru.body": "Текст."}
    )
    assert answer.headers["location"] == "/desk/news/obshee-sobranie/?said=saved"
    assert "draft: true" in editor.text("news/obshee-sobranie/facts.yaml")
    assert "title: Общее собрание\n" in editor.text("news/obshee-sobranie/index.ru.md")
    assert "черновик" in editor.page("/desk/?lang=ru&q=собрание").select_one("tbody").text


@pytest.mark.parametrize("slug", ["meeting", "page", "2026", "Имя", "../../outside", "a/b", "con.", "a" * 100])
def test_an_address_that_cannot_be_is_refused_and_the_text_is_kept(editor: Editor, slug: str) -> None:
    form = editor.form("/desk/new/news/") | {"ru.title": "Собрание", "slug": slug}
    answer = editor.press("/desk/new/news/", form, status=409)
    assert "Собрание" in answer.text


def test_a_renamed_item_takes_its_links_along(editor: Editor) -> None:
    faq = editor.content / "faq/how-to-join/index.ru.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("(/news/)", "(/news/meeting/#first)"), encoding="utf-8")
    answer = editor.client.post(f"{NEWS}rename/", data={"token": editor.token, "slug": "spring-meeting"})
    assert answer.headers["location"] == "/desk/news/spring-meeting/?said=renamed"
    assert "(/news/spring-meeting/#first)" in faq.read_text(encoding="utf-8")
    assert "news/spring-meeting:" in editor.text("in-step.yaml")
    assert "aliases:\n  - meeting\n" in editor.text("news/spring-meeting/facts.yaml")
    assert editor.check("news/spring-meeting", editor.form("/desk/news/spring-meeting/")) == []
    assert not (editor.content / "news/meeting").exists()


def test_a_deleted_item_says_what_breaks_and_can_be_brought_back(editor: Editor) -> None:
    for language in ("kk", "ru"):
        faq = editor.content / f"faq/how-to-join/index.{language}.md"
        faq.write_text(faq.read_text(encoding="utf-8").replace("(/news/)", "(/news/meeting/)"), encoding="utf-8")
    page = editor.page(f"{NEWS}delete/?lang=ru")
    assert page.select_one('li a[href="/desk/faq/how-to-join/"]') and "content/faq" not in page.text
    assert page.select_one("li:has(a)").text.endswith(": есть ссылка на эту страницу")
    assert len(page.select('li a[href="/desk/faq/how-to-join/"]')) == 1
    before = editor.text("news/meeting/facts.yaml")
    answer = editor.client.post(f"{NEWS}delete/", data={"token": editor.token})
    assert not (editor.content / "news/meeting").exists()
    page = editor.page(answer.headers["location"])
    answer = editor.client.post(
        "/desk/api/bring-back", data=fields(page.select_one('form[action="/desk/api/bring-back"]'))
    )
    assert answer.headers["location"] == NEWS
    assert editor.text("news/meeting/facts.yaml") == before


def test_a_file_that_is_no_form_is_shown_as_text(editor: Editor) -> None:
    good = editor.text("news/meeting/facts.yaml")
    (editor.content / "news/meeting/facts.yaml").write_text("date: [\n", encoding="utf-8")
    page = editor.page(NEWS)
    form = fields(page.select_one("form:has(textarea)"))
    assert form["raw.facts.yaml"] == "date: [\n"
    assert page.select("ol li")
    editor.press(NEWS, form | {"raw.facts.yaml": good}, "save-raw")
    assert editor.text("news/meeting/facts.yaml") == good


def test_the_words_above_a_list_have_a_form_without_facts(editor: Editor) -> None:
    path = "/desk/news/@intro/"
    assert editor.page("/desk/").select_one(f'a[href="{path}"]')
    form, before = editor.form(path), editor.text("news/index.ru.md")
    assert form["kk.title"] and not [name for name in form if name.startswith("facts.")]
    assert editor.press(path, form).headers["location"].endswith("?said=unchanged")
    assert editor.check("news/@intro", form) == []
    (fault,) = editor.check("news/@intro", form | {"ru.summary": ""})
    assert (fault["path"], fault["field"].startswith("ru.")) == ("content/news/index.ru.md", True)
    editor.press(path, form | {"ru.title": "Новое имя раздела"})
    assert editor.text("news/index.ru.md") == re.sub("title: .*", "title: Новое имя раздела", before)
    shown = editor.client.post(
        "/desk/api/page", data=form | {"item": "news/@intro", "language": "ru", "ru.title": "Иное"}
    )
    assert shown.status_code == 200 and "Иное</h1>" in shown.text
    editor.press(path, editor.form(path), "undo")
    assert editor.text("news/index.ru.md") == before


@pytest.mark.parametrize("page", ["delete/", "rename/", "film/", "paper/"])
def test_the_words_above_a_list_are_neither_moved_nor_deleted(editor: Editor, page: str) -> None:
    answer = editor.client.post(f"/desk/news/@intro/{page}", data={"token": editor.token, "slug": "other"})
    assert answer.status_code == 404
    assert editor.client.get("/desk/pages/@intro/").status_code == 404


def test_a_draft_is_declared_to_say_the_same_in_both_languages(editor: Editor) -> None:
    form = editor.form(NEWS)
    editor.press(NEWS, form | {"kk.summary": "Басқаша айтылған мазмұн.", "facts.draft": "true"})
    (editor.content / "faq/how-to-join/facts.yaml").write_text("order: [", encoding="utf-8")
    assert [fault["rule"] for fault in editor.check("news/meeting", editor.form(NEWS))] == ["stale-translation"]
    answer = editor.press(NEWS, editor.form(NEWS), "in-step")
    assert answer.headers["location"].endswith("?said=in_step_done")
    assert editor.check("news/meeting", editor.form(NEWS)) == []


def test_a_check_after_a_save_knows_what_has_changed_in_other_items(editor: Editor) -> None:
    form = editor.form(NEWS)
    linked = form | {"ru.body": f"{form['ru.body']}\n[Ответ](/faq/how-to-join/).", "kk.body": f"{form['kk.body']}\n[Жауап](/faq/how-to-join/)."}  # fmt: skip
    editor.press(NEWS, linked)
    assert "broken-link" not in {fault["rule"] for fault in editor.check("news/meeting", editor.form(NEWS))}
    editor.client.post("/desk/faq/how-to-join/delete/", data={"token": editor.token})
    assert "broken-link" in {fault["rule"] for fault in editor.check("news/meeting", editor.form(NEWS))}
