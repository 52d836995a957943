"""The whole folder read: parts that are missing or unreadable, keys of both languages, order, and all faults at once."""

import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError

from plugins.model import LANGUAGES, SiteContent, load_content
from tests.plugins.model.edits import Edit, Reported, all_of, problems_of, removed, replaced, written, written_bytes
from tests.small_site import index_text

NEWS, NEWS_KK, NEWS_RU = (f"news/meeting/{name}" for name in ("facts.yaml", "index.kk.md", "index.ru.md"))
CHAPTER, CHAPTER_KK, CHAPTER_RU = (f"history/origins/{name}" for name in ("facts.yaml", "index.kk.md", "index.ru.md"))
KK_YEARS, RU_YEARS = "  fenwick: Тоқымашылар қоғамы құрылды.\n", "  fenwick: Основано общество ткачей.\n"


def moved(folder: str, to: str) -> Edit:
    def edit(content: Path) -> None:
        (content / folder).rename(content / to)

    return edit


def made(folder: str) -> Edit:
    return lambda content: (content / folder).mkdir()


CASES: dict[str, tuple[Edit, list[Reported]]] = {
    "no Russian file": (removed(NEWS_RU), [(NEWS_RU, 1, 1, "missing-translation", {"file": "index.ru.md"})]),
    "no Kazakh file": (removed(NEWS_KK), [(NEWS_KK, 1, 1, "missing-translation", {"file": "index.kk.md"})]),
    "no Russian file of a section": (
        removed("news/index.ru.md"), [("news/index.ru.md", 1, 1, "missing-translation", {"file": "index.ru.md"})],
    ),
    "no facts": (removed(NEWS), [(NEWS, 1, 1, "missing-facts", {"file": "facts.yaml"})]),
    "no site.yaml": (removed("site.yaml"), [("site.yaml", 1, 1, "missing-facts", {"file": "site.yaml"})]),
    "no acts.yaml": (removed("acts.yaml"), [("acts.yaml", 1, 1, "missing-facts", {"file": "acts.yaml"})]),
    "an empty folder": (
        made("news/new"),
        [
            ("news/new/facts.yaml", 1, 1, "missing-facts", {"file": "facts.yaml"}),
            ("news/new/index.kk.md", 1, 1, "missing-translation", {"file": "index.kk.md"}),
            ("news/new/index.ru.md", 1, 1, "missing-translation", {"file": "index.ru.md"}),
        ],
    ),
    "no folder of a section": (
        all_of(lambda content: shutil.rmtree(content / "charity"), replaced("site.yaml", "/charity/, ", "")),
        [("charity", 1, 1, "missing-section", {"folder": "charity"})],
    ),
    "a misspelt folder of a section": (
        moved("charity", "charitty"),
        [
            ("charitty", 1, 1, "unknown-section", {"folder": "charitty", "nearest": "charity"}),
            ("charity", 1, 1, "missing-section", {"folder": "charity"}),
            ("site.yaml", 17, 110, "broken-link", {"link": "/charity/", "nearest": "/history/"}),
        ],
    ),
    "a folder of no section": (
        made("қоғам"), [("қоғам", 1, 1, "unknown-section", {"folder": "қоғам", "nearest": ""})],
    ),
    "no front matter": (written(NEWS_RU, "Текст.\n"), [(NEWS_RU, 1, 1, "missing-front-matter", {"cure": "@fence-all"})]),
    "front matter not closed": (
        written(NEWS_KK, "---\ntitle: Ә\nsummary: Ғ.\n\nМәтін.\n"), [(NEWS_KK, 5, 1, "unclosed-front-matter", {"cure": "@fence-insert"})],
    ),
    "an empty file": (written(NEWS_KK, ""), [(NEWS_KK, 1, 1, "missing-front-matter", {"cure": "@fence-all"})]),
    "nothing below the front matter": (
        written(NEWS_KK, "---\ntitle: Ә\nsummary: Ғ.\n---\n"), [(NEWS_KK, 5, 1, "empty-body", {})],
    ),
    "spaces below the front matter": (
        written(NEWS_KK, "---\ntitle: Ә\nsummary: Ғ.\n---\n\n   \n"), [(NEWS_KK, 5, 1, "empty-body", {})],
    ),
    "nothing below a faulty front matter": (
        written(NEWS_KK, "---\ntitle: Ә\n---\n"),
        [(NEWS_KK, 2, 1, "missing-key", {"key": "summary"}), (NEWS_KK, 4, 1, "empty-body", {})],
    ),
    "not UTF-8, first line": (
        written_bytes(NEWS_RU, "Заголовок\nтекст\n".encode("cp1251")), [(NEWS_RU, 1, 1, "not-utf-8", {})],
    ),
    "not UTF-8, third line": (
        written_bytes(NEWS_RU, b"---\ntitle: A\nsummary: \xff\n---\nB\n"), [(NEWS_RU, 3, 1, "not-utf-8", {})],
    ),
    "not UTF-8, last line": (
        written_bytes(NEWS_RU, b"---\ntitle: A\nsummary: B\n---\nC\xd0"), [(NEWS_RU, 5, 1, "not-utf-8", {})],
    ),
    "UTF-16": (written_bytes(NEWS, "date: 2025-11-28\n".encode("utf-16")), [(NEWS, 1, 1, "not-utf-8", {})]),
    "a NUL byte": (written_bytes(NEWS, b"date: 2025-11-28\n\n\x00\n"), [(NEWS, 3, 1, "not-utf-8", {})]),
    "a key twice": (
        replaced(NEWS, "date: 2025-11-28\n", "date: 2025-11-28\ndate: 2025-11-29\n"),
        [(NEWS, 2, 1, "duplicate-key", {"key": "date"})],
    ),
    "an alias": (
        written(NEWS_KK, "---\ntitle: &t Ә\nsummary: *t\n---\nМәтін.\n"), [(NEWS_KK, 3, 10, "yaml-alias", {})],
    ),
    "a year without Russian words": (
        replaced(CHAPTER_RU, f"timeline:\n{RU_YEARS}", "timeline: {}\n"),
        [(CHAPTER_RU, 4, 1, "missing-key", {"key": "fenwick"})],
    ),
    "a year without words in both languages": (
        replaced(CHAPTER, "timeline:\n", "timeline:\n  rochdale: {year: 1844}\n"),
        [
            (CHAPTER_KK, 4, 1, "missing-key", {"key": "rochdale"}),
            (CHAPTER_RU, 4, 1, "missing-key", {"key": "rochdale"}),
        ],
    ),
    "words for no year": (
        replaced(CHAPTER_KK, KK_YEARS, f"{KK_YEARS}  rochdale: Рочдейл.\n"),
        [(CHAPTER_KK, 6, 3, "unknown-key", {"key": "rochdale", "nearest": ""})],
    ),
    "words for a misspelt year": (
        replaced(CHAPTER_KK, "fenwick", "fenwik"),
        [
            (CHAPTER_KK, 4, 1, "missing-key", {"key": "fenwick"}),
            (CHAPTER_KK, 5, 3, "unknown-key", {"key": "fenwik", "nearest": "fenwick"}),
        ],
    ),
    "a picture without words": (
        replaced("testimonials/sample/index.ru.md", "  paper: Образец документа\n", "  papper: Образец\n"),
        [
            ("testimonials/sample/index.ru.md", 4, 1, "missing-key", {"key": "paper"}),
            ("testimonials/sample/index.ru.md", 5, 3, "unknown-key", {"key": "papper", "nearest": "paper"}),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_one_break_is_reported_by_exactly_its_problems(content: Path, edit: Edit, expected: list[Reported]) -> None:
    edit(content)
    assert problems_of(content) == expected


FINE: dict[str, Edit] = {
    "nothing changed": lambda content: None,
    "a byte order mark": written_bytes(NEWS, b"\xef\xbb\xbfdate: 2025-11-28\n"),
    "a byte order mark before front matter": written(NEWS_KK, "\ufeff---\ntitle: Ә\nsummary: Ғ.\n---\nМәтін.\n"),
    "line ends of Windows": written_bytes(NEWS_RU, "---\r\ntitle: Ё\r\nsummary: Ж.\r\n---\r\nТекст.\r\n".encode()),
    "no line end at the end": written(NEWS_RU, "---\ntitle: Ё\nsummary: Ж.\n---\nТекст."),
    "hidden folders": all_of(made(".git"), made("news/.trash")),
    "files beside the sections": written("notes.txt", "Ескертпе"),
    "facts that are only a comment": written("pages/home/facts.yaml", "# бос\n"),
}


@pytest.mark.parametrize("edit", FINE.values(), ids=FINE)
def test_what_does_not_change_the_meaning_is_accepted(content: Path, edit: Edit) -> None:
    edit(content)
    assert problems_of(content) == []


def test_a_file_with_windows_line_ends_reads_as_one_without(content: Path) -> None:
    before = load_content(content)
    for path in content.rglob("*.*"):
        if path.suffix in {".md", ".yaml"}:
            path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    after = load_content(content)
    assert (after.items, after.intros, after.acts) == (before.items, before.intros, before.acts)


def test_faults_of_several_files_are_reported_together_in_order_and_each_once(content: Path) -> None:
    faults: tuple[Edit, ...] = (
        written(NEWS_KK, "---\ntitle: Б: в\nsummary: Ғ.\n---\nМәтін.\n"),
        replaced(NEWS, "date:", "dat:"),
        removed("faq/index.ru.md"),
        replaced("loans/mortgage/facts.yaml", "purpose: home", "purpose: boat"),
        replaced("acts.yaml", "chapters: 8", "chapters: сегіз"),
        replaced("site.yaml", "auditor:", "auditr:"),
        made("zzz"),
    )
    all_of(*faults)(content)
    assert [(file, line, column, rule) for file, line, column, rule, _ in problems_of(content)] == [
        ("acts.yaml", 20, 13, "wrong-value"),
        ("faq/index.ru.md", 1, 1, "missing-translation"),
        ("loans/mortgage/facts.yaml", 3, 10, "wrong-value"),
        ("news/meeting/facts.yaml", 1, 1, "unknown-key"),
        ("news/meeting/index.kk.md", 2, 9, "broken-yaml"),
        ("site.yaml", 12, 1, "unknown-key"),
        ("zzz", 1, 1, "unknown-section"),
    ]


@pytest.fixture(scope="module")
def small(untouched_content: Path) -> SiteContent:
    return load_content(untouched_content)


def test_every_item_stands_in_its_section_with_its_words_in_both_languages(small: SiteContent) -> None:
    assert {section: [item.slug for item in items] for section, items in small.items.items()} == {
        "pages": ["about", "home"], "news": ["meeting"], "history": ["origins"], "laws": ["in-force", "repealed"],
        "lawyer": ["who-admits"], "faq": ["how-to-join"], "testimonials": ["sample"], "honor-board": ["sample"],
        "education": ["contract"], "charity": ["elders"], "loans": ["mortgage"],
    }  # fmt: skip
    assert set(small.intros) == set(small.items) - {"pages"}
    for part in (*small.all_items(), *small.intros.values()):
        assert tuple(part.texts) == tuple(part.bodies) == LANGUAGES


def test_an_item_knows_its_folder_its_address_and_where_its_text_begins(small: SiteContent) -> None:
    (meeting,) = small.items["news"]
    about, home = small.items["pages"]
    assert (meeting.folder, meeting.path) == ("content/news/meeting", "news/meeting/")
    assert (about.path, home.path) == ("about/", "")
    assert meeting.texts["ru"].title == "Имя news/meeting"
    body = meeting.bodies["kk"]
    assert (body.path, body.first_line) == ("content/news/meeting/index.kk.md", 5)
    assert body.source.startswith("## Тақырып {#first}\n")


def test_items_and_everything_in_them_are_frozen(small: SiteContent) -> None:
    (meeting,) = small.items["news"]
    with pytest.raises(AttributeError):
        meeting.slug = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        small.folder = "other"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        meeting.texts["kk"].title = "other"
    with pytest.raises(ValidationError):
        meeting.facts.sources[0].title.kk = "other"
    with pytest.raises(ValidationError):
        small.cooperative.name.kk = "other"


def add_item(content: Path, folder: str, facts: str) -> None:
    written(f"{folder}/facts.yaml", facts)(content)
    written(f"{folder}/index.kk.md", index_text("Ә", "Ғ.", body="Қ."))(content)
    written(f"{folder}/index.ru.md", index_text("Ё", "Ж.", body="Щ."))(content)


def test_news_stand_newest_first_and_news_of_one_day_by_their_folder(content: Path) -> None:
    for slug, day in (
        ("a-old", "2019-02-01"),
        ("c-new", "2026-01-09"),
        ("b-new", "2026-01-09"),
        ("z-mid", "2025-12-01"),
    ):
        add_item(content, f"news/{slug}", f"date: {day}\n")
    assert [item.slug for item in load_content(content).items["news"]] == [
        "b-new", "c-new", "z-mid", "meeting", "a-old",
    ]  # fmt: skip


def test_ordered_sections_stand_by_number_and_not_by_digits(content: Path) -> None:
    for slug, order in (("ten", 10), ("two", 2), ("also-two", 2)):
        add_item(content, f"faq/{slug}", f"order: {order}\ntopic: money\n")
    assert [item.slug for item in load_content(content).items["faq"]] == ["how-to-join", "also-two", "two", "ten"]


def test_kazakh_letters_and_yo_survive_in_values_and_keys(content: Path) -> None:
    letters, yo = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі", "Ёлка, приём, всё"
    written(NEWS_KK, index_text(letters, f"«{letters}»", body=f"**{letters}**"))(content)
    written(NEWS_RU, index_text(yo, f"«{yo}»", body=f"*{yo}*"))(content)
    replaced("acts.yaml", "450-I:\n", "450-Әғқңөұүһі-ё:\n")(content)
    replaced("laws/repealed/facts.yaml", "act: 450-I", "act: 450-Әғқңөұүһі-ё")(content)
    loaded = load_content(content)
    (meeting,) = loaded.items["news"]
    assert (meeting.texts["kk"].title, meeting.texts["kk"].summary) == (letters, f"«{letters}»")
    assert (meeting.texts["ru"].title, meeting.texts["ru"].summary) == (yo, f"«{yo}»")
    assert (meeting.bodies["kk"].source, meeting.bodies["ru"].source) == (f"**{letters}**\n", f"*{yo}*\n")
    assert "450-Әғқңөұүһі-ё" in loaded.acts


UNCLOSED = {
    "the text begins, kk": ("---\ntitle: Ә\nsummary: Ғ.\n\nМәтін.\n", 5),
    "the text begins with a heading": ("---\ntitle: Ә\nsummary: Ғ.\n\n> Дәйексөз\n", 5),
    "a line across the page further down": ("---\ntitle: Ё\nsummary: Ж.\n\nТекст.\n\n---\n\nЕщё.\n", 5),
    "nothing but front matter": ("---\ntitle: Ә\nsummary: Ғ.\n", 4),
}


@pytest.mark.parametrize(("text", "line"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_missing_second_line_is_reported_where_it_belongs(content: Path, text: str, line: int) -> None:
    written(NEWS_KK, text)(content)
    assert problems_of(content) == [(NEWS_KK, line, 1, "unclosed-front-matter", {"cure": "@fence-insert"})]


def test_front_matter_with_empty_lines_and_comments_is_closed(content: Path) -> None:
    text = "---\ntitle: Ә\n\n# түсінік\n\nsummary: >\n  Ғ.\n\n  Қ.\n---\n\nМәтін.\n"
    written(NEWS_KK, text)(content)
    assert [rule for *_, rule, _ in problems_of(content) if "front-matter" in rule] == []
