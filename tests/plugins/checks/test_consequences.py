"""One cause, one problem: all faults of an item come in one round, and none that goes when its cause is mended."""

from pathlib import Path

import pytest

from plugins.pipeline.check import survey
from tests.plugins.model.edits import Edit, all_of, replaced
from tests.small_site import ROOT, TODAY

MEETING = "news/meeting"
PHONE = {"kk": "Айгүл: 8 701 234 56 78.", "ru": "Айгуль: 8 701 234 56 78."}
PROMISE = {"kk": "30 күнде пайдаға кепілдік береміз.", "ru": "Гарантируем доход за 30 дней."}


def below(kk: str = "", ru: str = "", item: str = MEETING) -> Edit:
    """Return the edit that adds paragraphs to the end of both texts of an item."""

    def edit(content: Path) -> None:
        for language, words in (("kk", kk), ("ru", ru)):
            with (content / f"{item}/index.{language}.md").open("a", encoding="utf-8") as opened:
                opened.write(f"\n{words}\n" if words else "")

    return edit


WRONG_DAY = replaced(f"{MEETING}/facts.yaml", "date: 2025-11-28", "date: 28.11.2025")

# edit, (file of the item, rule) of each problem
CASES: dict[str, tuple[Edit, list[tuple[str, str]]]] = {
    # a placeholder hides nothing
    "a placeholder beside a phone and a promise": (
        below("Күні [күнін қою] белгілі болады.", f"Срок [указать срок]. {PHONE['ru']} {PROMISE['ru']}"),
        [("index.kk.md", "unfilled-placeholder"), ("index.ru.md", "forbidden-claim"),
         ("index.ru.md", "personal-data-in-text"), ("index.ru.md", "unfilled-placeholder")],
    ),
    "a placeholder in one language, where the other has a number": (
        below("Мерзімі 12 ай.", "Срок XX месяцев."), [("index.ru.md", "unfilled-placeholder")],
    ),
    "a placeholder for one number, two are missing": (
        below("Мерзімі 12 ай, сомасы 700\u00a0000 теңге.", "Срок XX месяцев, сумма названа в договоре."),
        [("index.kk.md", "different-numbers"), ("index.kk.md", "different-numbers"), ("index.ru.md", "unfilled-placeholder")],
    ),
    "a placeholder and a number elsewhere": (
        below("Мерзімі белгілі.\n\n17 адам келді.", "Срок [указать срок].\n\nПришли люди."),
        [("index.kk.md", "different-numbers"), ("index.ru.md", "unfilled-placeholder")],
    ),
    "a placeholder and a dead link in another text": (
        below("Мұнда [бет](/nowhere/).", "Здесь [страница](/nowhere/), число [число]."),
        [("index.kk.md", "broken-link"), ("index.ru.md", "broken-link"), ("index.ru.md", "unfilled-placeholder")],
    ),
    "a word of a form for a whole text": (
        below("## Бірінші\n\n5 адам келді.\n\n- алма\n- жарғы", "ЗАПОЛНИТЕ: что решили."),
        [("index.ru.md", "unfilled-placeholder")],
    ),
    "a word of a form in the other language": (
        below("ЗАПОЛНИТЕ: что произошло, где это было, кто участвовал и что решили.", "Пришли все."),
        [("index.kk.md", "unfilled-placeholder")],
    ),
    "a word of a form in a title, and a phone": (
        all_of(replaced(f"{MEETING}/index.ru.md", "title: ", "title: ЗАПОЛНИТЕ "), below(PHONE["kk"], PHONE["ru"])),
        [("index.kk.md", "personal-data-in-text"), ("index.ru.md", "personal-data-in-text"),
         ("index.ru.md", "unfilled-placeholder")],
    ),
    # facts that cannot be read hide no words
    "a wrong day, a chat, a number more, a dead link": (
        all_of(WRONG_DAY, below("[Чат](https://wa.me/c/x). [Бет](/nowhere/). 5 адам.", "[Чат](https://wa.me/c/x). [Страница](/nowhere/).")),
        [("facts.yaml", "wrong-value"), ("index.kk.md", "broken-link"), ("index.kk.md", "different-numbers"),
         ("index.kk.md", "messenger-link"), ("index.ru.md", "broken-link"), ("index.ru.md", "messenger-link")],
    ),
    "a wrong day, a summary with a promise": (
        all_of(WRONG_DAY, replaced(f"{MEETING}/index.ru.md", "summary: ", "summary: Гарантируем доход. ")),
        [("facts.yaml", "wrong-value"), ("index.ru.md", "forbidden-claim")],
    ),
    "a wrong day, an exception that is of use": (
        all_of(WRONG_DAY, below(ru=f"<!-- allow forbidden-claim: мысал -->\n{PROMISE['ru']}", kk="Пайда.")),
        [("facts.yaml", "wrong-value")],
    ),
    "one language without front matter, a link in the other": (
        all_of(replaced(f"{MEETING}/index.kk.md", "---\ntitle", "title"), below(ru="[Чат](https://wa.me/c/x).")),
        [("index.kk.md", "missing-front-matter"), ("index.ru.md", "messenger-link")],
    ),
    # what must go in one language is not asked of the other
    "a promise with a number, a paragraph of its own": (below(ru=PROMISE["ru"]), [("index.ru.md", "forbidden-claim")]),
    "a promise with a number, in Kazakh": (below(PROMISE["kk"]), [("index.kk.md", "forbidden-claim")]),
    "a promise with a number inside a paragraph": (
        below("Жиналыс өтті.", f"Собрание прошло. {PROMISE['ru']}"), [("index.ru.md", "forbidden-claim")],
    ),
    "a promise, and a number that remains": (
        below("Жиналыс өтті.", f"Пришли 17 человек. {PROMISE['ru']}"),
        [("index.ru.md", "different-numbers"), ("index.ru.md", "forbidden-claim")],
    ),
    "a promise in both languages with other numbers": (
        below(PROMISE["kk"], "Гарантируем доход за 20 дней."),
        [("index.kk.md", "different-numbers"), ("index.kk.md", "forbidden-claim"),
         ("index.ru.md", "different-numbers"), ("index.ru.md", "forbidden-claim")],
    ),
    "a chat, a paragraph of its own": (
        below(ru="Пишите до 15 числа в [чат](https://wa.me/c/x)."), [("index.ru.md", "messenger-link")],
    ),
    "a chat before other links": (
        below("[Жаңалық](/news/) мен [сұрақ](/faq/).", "[Чат](https://wa.me/c/x). [Новости](/news/) и [вопрос](/faq/)."),
        [("index.ru.md", "messenger-link")],
    ),
    "a chat, and a link that the other language lacks": (
        below("Сұрақ.", "[Чат](https://wa.me/c/x). Есть [вопрос](/faq/)."),
        [("index.ru.md", "different-structure"), ("index.ru.md", "messenger-link")],
    ),
    "a chat where the other language has a page": (
        below("[Сұрақ](/faq/).", "[Чат](https://wa.me/c/x)."), [("index.ru.md", "messenger-link")],
    ),
    "a cloud drive, in Kazakh": (
        below("Файл [жарғы көшірмесі](https://drive.google.com/file/d/1)."), [("index.kk.md", "cloud-drive-link")],
    ),
    "a film elsewhere": (below(ru="Есть [фильм](https://youtu.be/abcdefghijk)."), [("index.ru.md", "third-party-video")]),
    "a picture of another site": (
        below(ru="![Дом у реки](https://example.org/a.jpg)"), [("index.ru.md", "third-party-embed")],
    ),
    "a heading with a promise": (below(ru="## Гарантируем доход\n\nТекст."), [
        ("index.ru.md", "different-structure"), ("index.ru.md", "forbidden-claim"),
    ]),
    # what must go is not set better
    "a phone with plain spaces": (below("Айгүл: 8 701 234-56-78.", "Айгуль: 8 701 234-56-78."),
        [("index.kk.md", "personal-data-in-text"), ("index.ru.md", "personal-data-in-text")],
    ),
    "a card with plain spaces": (
        below(ru="Карта 4111 1111 1111 1111."), [("index.ru.md", "personal-data-in-text")],
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache for all cases: only the item that a case edits is looked at again."""
    return tmp_path_factory.mktemp("consequences")


@pytest.mark.parametrize(("edit", "expected"), CASES.values(), ids=CASES)
def test_a_cause_is_reported_once_and_hides_nothing(
    content: Path, cache: Path, edit: Edit, expected: list[tuple[str, str]]
) -> None:
    edit(content)
    found = survey(content, ROOT / "theme", cache, published=False, today=TODAY, whole=False).problems
    assert {problem.path.rpartition("/")[0] for problem in found} <= {f"content/{MEETING}"}
    ours = [problem for problem in found if problem.rule not in ("stale-translation", "undeclared-translation")]
    assert sorted((problem.path.rpartition("/")[2], problem.rule) for problem in ours) == expected
