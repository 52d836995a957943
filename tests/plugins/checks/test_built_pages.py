"""Built pages, one fault at a time: what a visitor reads or hears, what a browser loads."""

from pathlib import Path

import pytest

from plugins.checks.built_pages import check_built_pages
from tests.plugins.checks.checked import assert_has_words
from tests.small_site import write

PAGE = '<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'
RUSSIAN = "Последние новости кооператива за этот месяц"
KAZAKH = "Кооперативтің осы айдағы соңғы жаңалықтары"
WORDS = {"kk": KAZAKH, "ru": RUSSIAN}


def found_in(
    folder: Path, body: str, language: str = "kk", head: str = "", names: tuple[str, ...] = ()
) -> list[tuple[object, ...]]:
    write(folder / "page/index.html", PAGE.format(language=language, head=head, body=body))
    problems = list(check_built_pages(folder, "output", names))
    assert_has_words(problems)
    return [(problem.path, problem.line, problem.column, problem.rule) for problem in problems]


# what stands in the body, with {} for words of the other language
FOREIGN = {
    "a paragraph": "<p>{}</p>",
    "a heading, last": "<p>197-II</p><h2>{}</h2>",
    "a button in the middle": "<p>1</p><button>{}</button><p>2</p>",
    "a text without an element": "{}",
    "a text beside an element": "<div>{}<p>5</p></div>",
    "an alternative": '<img src="/a.jpg" alt="{}">',
    "a label that is only heard": '<nav aria-label="{}"></nav>',
    "a title": '<abbr title="{}">197-II</abbr>',
    "a placeholder": '<input placeholder="{}">',
    "a marked passage in the wrong language": '<p lang="{other}">5</p><p>{}</p>',
    "a caption of a table": "<table><caption>{}</caption></table>",
}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("body", FOREIGN.values(), ids=FOREIGN)
def test_words_of_the_other_language_are_reported_where_they_stand(tmp_path: Path, language: str, body: str) -> None:
    other = "ru" if language == "kk" else "kk"
    html = body.replace("{other}", other).replace("{}", WORDS[other])
    column = html.index(WORDS[other]) + 1
    assert found_in(tmp_path, html, language) == [("output/page/index.html", 5, column, "foreign-block")]
    assert found_in(tmp_path, body.replace("{other}", other).replace("{}", WORDS[language]), language) == []


def test_a_description_is_read_too(tmp_path: Path) -> None:
    head = f'<meta name="description" content="{RUSSIAN}">'
    assert [rule for *_, rule in found_in(tmp_path, "", "kk", head)] == ["foreign-block"]


def test_a_foreign_sentence_is_found_across_inline_elements(tmp_path: Path) -> None:
    html = f"<p>{KAZAKH}. <b>Последние</b> новости <em>кооператива</em> за этот месяц собраны здесь.</p>"
    assert [rule for *_, rule in found_in(tmp_path, html)] == ["foreign-sentence"]


def test_a_look_alike_letter_is_reported(tmp_path: Path) -> None:
    assert [rule for *_, rule in found_in(tmp_path, "<p>Мүшелiк туралы</p>")] == ["mixed-script-word"]


HARMLESS = {
    "a passage marked as of the other language": f'<p lang="ru">{RUSSIAN}</p>',
    "a marked passage within a line": f'<p>{KAZAKH}: <span lang="ru">{RUSSIAN}</span>.</p>',
    "a passage marked further out": f'<div lang="ru"><p>{RUSSIAN}</p></div>',
    "data for machines": f'<script type="application/ld+json">{{"name": "{RUSSIAN}"}}</script>',
    "the text of an item": f'<div class="prose"><p>{RUSSIAN}</p></div>',
    "numbers and signs": "<p>350 000 ₸, 5 %, 2026</p>",
    "a link to another site": '<a href="https://adilet.zan.kz/">Әділет</a>',
    "the address of the page": '<link rel="canonical" href="https://halyk.example/kk/">',
    "a search that stays here": '<form action="/kk/search/"><input type="search" name="q"></form>',
    "data within the page": '<img src="data:image/svg+xml,%3Csvg%3E" alt="">',
}


@pytest.mark.parametrize("html", HARMLESS.values(), ids=HARMLESS)
def test_what_is_right_is_not_reported(tmp_path: Path, html: str) -> None:
    assert found_in(tmp_path, html) == []


def test_a_proper_name_is_no_foreign_word(tmp_path: Path) -> None:
    html = "<p>Новости от Халық қуаты</p>"
    assert found_in(tmp_path, html, "ru", names=("Халық қуаты",)) == []


LOADED = {
    "a script": '<script src="https://counter.example/c.js"></script>',
    "a picture without a scheme": '<img src="//cdn.example/a.jpg" alt="">',
    "one of several pictures": '<img src="/a.jpg" srcset="/a.jpg 1x, https://cdn.example/b.jpg 2x" alt="">',
    "a film": '<video src="HTTPS://films.example/f.mp4"></video>',
    "its poster": '<video src="/f.mp4" poster="https://films.example/f.jpg"></video>',
    "a frame": '<iframe src="https://www.youtube.com/embed/x"></iframe>',
    "a style": '<link rel="stylesheet" href="https://fonts.example/css">',
    "a connection in advance": '<link rel="preconnect" href="https://fonts.example">',
    "a form of another site": '<form action="https://forms.example/"></form>',
}


@pytest.mark.parametrize("html", LOADED.values(), ids=LOADED)
def test_what_is_loaded_from_another_site_is_reported(tmp_path: Path, html: str) -> None:
    assert [rule for *_, rule in found_in(tmp_path, html)] == ["third-party-embed"]


@pytest.mark.parametrize("html", ['<input type="password">', '<form method="post" action="/kk/"></form>'])
def test_a_page_that_asks_for_a_login_is_reported(tmp_path: Path, html: str) -> None:
    assert [rule for *_, rule in found_in(tmp_path, html)] == ["login-form"]


def test_a_fault_on_many_pages_is_reported_once(tmp_path: Path) -> None:
    for number in range(120):
        html = PAGE.format(
            language="kk", head="", body=f"<p>{RUSSIAN}</p><img src='//x.example/a.jpg' alt=''><p>{number}</p>"
        )
        write(tmp_path / f"{number:03}/index.html", html)
    assert [problem.rule for problem in check_built_pages(tmp_path, "output", ())] == [
        "third-party-embed",
        "foreign-block",
    ]
