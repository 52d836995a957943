"""A bilingual site of any size, written twice from the same texts: in our form and in stock Pelican's."""

import json
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bench.hugo_form import write_hugo_form
from plugins.checks.promises import promises
from plugins.model import frontmatter
from plugins.model.items import LANGUAGES, Language
from plugins.model.sync_translations import declare_in_step
from plugins.pipeline.paths import Paths
from tests.small_site import ROOT, SOURCE, index_text, small_project, write

_STOCK_FORM = Path(__file__).parent / "stock"
_FIRST_DAY = date(2020, 1, 1)
_TABLE_EVERY = 5
_SUBHEADING_EVERY = 2

_KAZAKH = """\
кооператив мүше жиналыс шешім есеп қаражат жарна баспана көлік кезек үлес отбасы ауыл қала аудан
құжат шарт заң бап келісім сенім жауапкершілік бақылау тексеру төраға басқарма қызмет көмек білім дерек
өтініш мерзім ай жыл күн апта теңге сома пайыз төлем қарыз банк бағдарлама жоспар нәтиже пікір сұрақ
жауап түсінік кеңес ереже тәртіп құқық міндет ұсыныс дауыс көпшілік азшылық ашық адал нақты қысқа ұзақ
жаңа ескі үлкен кіші ортақ жеке бірге бұрын кейін қазір әрқашан сирек жиі қайда қашан неге қалай қанша
айтады сұрайды жазады оқиды тексереді шешеді береді алады қосылады шығады бастайды аяқтайды көреді біледі
үйренеді сақтайды өзгертеді бекітеді жариялайды ұйымдастырады қатысады қолдайды және немесе бірақ сондықтан
өйткені егер үшін туралы бойынша дейін арқылы сияқты әрбір барлық кейбір ешқандай әңгіме тарих мұра мектеп
өңір көрші еңбек шаруа дүкен нан астық сүт мал жер су орман жол көпір үй терезе есік шаңырақ бала ана әке
"""

_RUSSIAN = """\
кооператив член собрание решение отчёт средства взнос жильё машина очередь доля семья село город район
документ договор закон статья согласие доверие ответственность контроль проверка председатель правление услуга
помощь знание сведения заявление срок месяц год день неделя тенге сумма процент платёж долг банк программа план
итог мнение вопрос ответ пояснение совет правило порядок право обязанность предложение голос большинство
меньшинство открытый честный точный короткий долгий новый старый большой малый общий личный вместе раньше позже
сейчас всегда редко часто где когда почему как сколько говорит спрашивает пишет читает проверяет решает даёт
берёт вступает выходит начинает завершает видит знает учится хранит меняет утверждает публикует созывает
участвует поддерживает и или но поэтому потому если для о по до через словно каждый все некоторые никакой
рассказ история наследие школа край сосед труд крестьянин магазин хлеб зерно молоко скот земля вода лес дорога
мост дом окно дверь очаг ребёнок мать отец съезд товарищ касса книга запись подпись печать
"""

_BLOCK_END = re.compile(r"\n(?:- )?|[|{]")
_MARKS = re.compile(r"\]\([^)]*\)|[\[*]")
_WORDS: dict[Language, list[str]] = {"kk": _KAZAKH.split(), "ru": _RUSSIAN.split()}


@dataclass(frozen=True, slots=True)
class GeneratedSite:
    """The two forms of one site, and the news item that a benchmark edits in both."""

    ours: Paths
    """The whole project: with a copy of `plugins/`, so that work on it does not disturb a running benchmark."""
    stock: Path
    """Folder of the stock project: `pelicanconf.py`, `content/`, `theme/`."""
    hugo: Path
    """Folder of the Hugo project: `hugo.yaml`, `content/`, `layouts/`."""
    edited_slug: str

    @property
    def edited_texts(self) -> tuple[Path, Path, Path]:
        """The edited item's Kazakh text, in our form, in stock form and in Hugo's."""
        inside = Path("news", self.edited_slug)
        return (
            self.ours.content / inside / "index.kk.md",
            self.stock / "content" / inside / "index.kk.md",
            self.hugo / "content/kk" / inside / "index.md",
        )

    @property
    def edited_page(self) -> Path:
        """The page of that text, below the output of either form."""
        return Path("kk", "news", self.edited_slug, "index.html")

    def edit_one_text(self, seed: int) -> str:
        """Add the same sentence to the last paragraph of the edited text in all forms; return it."""
        chance = random.Random(f"edit {seed}")
        added = _sentence("kk", chance)
        while _promises(added, "kk"):
            added = _sentence("kk", chance)
        for text in self.edited_texts:
            text.write_text(f"{text.read_text(encoding='utf-8').rstrip()} {added}\n", encoding="utf-8")
        return added

    def edit_title(self, seed: int) -> None:
        """Give the edited item another Kazakh title in our form."""
        text = self.edited_texts[0]
        before = text.read_text(encoding="utf-8")
        words = (word.capitalize() for word in _WORDS["kk"][seed:])  # a number would stand in one language only
        titles = (before.replace("\ntitle: ", f"\ntitle: {word} ", 1) for word in words)
        text.write_text(next(title for title in titles if not _promises(title, "kk")), encoding="utf-8")

    def edit_template(self, seed: int) -> None:
        """Change the template of every news item in our form."""
        template = self.ours.theme / "templates/sections/news/item.html"
        text = template.read_text(encoding="utf-8")
        edited = re.sub(r'"(?:n\d+ )?card__meta', f'"n{seed} card__meta', text, count=1)
        template.write_text(edited, encoding="utf-8")

    def edit_style(self, seed: int) -> None:
        """Add a rule to the stylesheet that every page of our form holds."""
        with (self.ours.theme / "static/css/base.css").open("a", encoding="utf-8") as style:
            style.write(f"\n.n{seed} {{ color: inherit; }}\n")


def write_generated_site(root: Path, items: int, seed: int = 20261122) -> GeneratedSite:
    """Write a site with `items` generated news items below `root`; the same seed gives the same bytes.

    Our form is the tests' small site with the items added. Stock form is made from our files, so that no text differs.
    """
    ours = small_project(root / "ours")
    shutil.copytree(ROOT / "plugins", root / "ours" / "plugins", ignore=shutil.ignore_patterns("__pycache__"))
    for index in range(items):
        _write_item(ours.content / "news" / _slug(index), index, items, random.Random(f"{seed} {index}"))
    declare_in_step(ours.content, lambda _: True)
    stock = _write_stock_form(ours, root / "stock")
    hugo = write_hugo_form(ours.content, root / "hugo")
    return GeneratedSite(ours, stock, hugo, _slug(items // 2))


def _slug(index: int) -> str:
    return f"item-{index:05}"


def _write_item(bundle: Path, index: int, items: int, chance: random.Random) -> None:
    write(bundle / "facts.yaml", f"date: {_FIRST_DAY + timedelta(days=index)}\n{SOURCE}")
    linked = [_slug(chance.randrange(items)) for _ in range(2)]
    for language in LANGUAGES:
        text = _text(language, index, linked, chance)
        while _promises(text, language):  # words by chance may claim what no site must claim
            text = _text(language, index, linked, chance)
        write(bundle / f"index.{language}.md", text)


def _promises(text: str, language: Language) -> bool:
    """Return whether a block of a text holds a promise, with its links and emphasis as a reader sees them."""
    plain = _MARKS.sub("", text)
    return any(any(promises(block, language)) for block in _BLOCK_END.split(plain))


def _text(language: Language, index: int, linked: list[str], chance: random.Random) -> str:
    title = f"{_phrase(language, 5, chance).capitalize()} №\u00a0{index}"
    body = "\n\n".join(_body(language, index, linked, chance))
    return index_text(title, _sentence(language, chance), body=body)


def _body(language: Language, index: int, linked: list[str], chance: random.Random) -> Iterator[str]:
    """Yield the blocks of a text of 300 to 400 words."""
    yield _paragraph(language, chance)
    yield f"## {_phrase(language, 4, chance).capitalize()} {{#first}}"
    yield f"{_paragraph(language, chance)} [{_phrase(language, 2, chance)}](/news/{linked[0]}/)."
    yield "\n".join(f"- {_phrase(language, 7, chance)};" for _ in range(4))
    yield f"{_paragraph(language, chance)} *{_phrase(language, 2, chance)}*, [{_phrase(language, 2, chance)}](/about/)."
    yield f"## {_phrase(language, 3, chance).capitalize()} {{#second}}"
    yield f"{_paragraph(language, chance)} **{_phrase(language, 2, chance)}**."
    if index % _TABLE_EVERY == 0:
        rows = [[_phrase(language, 2, chance) for _ in range(3)] for _ in range(4)]
        yield "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * 3, *rows[1:]))
    if index % _SUBHEADING_EVERY == 0:
        yield f"### {_phrase(language, 3, chance).capitalize()} {{#third}}"
    yield f"{_paragraph(language, chance)} [{_phrase(language, 2, chance)}](https://example.org/{index}/)."
    yield f"{_paragraph(language, chance)} [{_phrase(language, 3, chance)}](/news/{linked[1]}/)."


def _paragraph(language: Language, chance: random.Random) -> str:
    return " ".join(_sentence(language, chance) for _ in range(5))


def _sentence(language: Language, chance: random.Random) -> str:
    return f"{_phrase(language, chance.randint(6, 11), chance).capitalize()}."


def _phrase(language: Language, words: int, chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS[language], k=words))


def _write_stock_form(ours: Paths, root: Path) -> Path:
    """Write the stock project with every text of `ours`: news as articles, all else as pages; return `root`."""
    shutil.copytree(_STOCK_FORM, root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ours.theme / "static", root / "theme" / "static")
    _compile_catalogs(ours.theme / "translations", root / "theme" / "translations")
    texts = {language: _stock_texts(ours.content, language) for language in LANGUAGES}
    for language, found in texts.items():
        for path, text in found.items():
            _write_stock_text(root / "content", path, text, language)
    for picture in ours.content.rglob("*.svg"):
        kept = root / "content" / "pages" / picture.relative_to(ours.content)
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, kept)
    words = yaml.safe_load((ours.content / "site.yaml").read_text(encoding="utf-8"))
    settings = {language: _site_words(words, texts[language], language) for language in LANGUAGES}
    write(root / "site.json", json.dumps(settings, ensure_ascii=False, indent=1))
    return root


@dataclass(frozen=True, slots=True)
class _StockText:
    title: str
    summary: str
    body: str
    day: str | None


def _stock_texts(content: Path, language: Language) -> dict[str, _StockText]:
    """Return every text of a language by the address of its page below the language; the home page's is empty."""
    found: dict[str, _StockText] = {}
    for file in sorted(content.rglob(f"index.{language}.md")):
        parts = frontmatter.split(file.read_text(encoding="utf-8"))
        assert parts is not None, f"{file} has no front matter"
        words = yaml.safe_load(parts.front_matter)
        facts = file.with_name("facts.yaml")
        day = yaml.safe_load(facts.read_text(encoding="utf-8")) if facts.is_file() else None
        body = parts.body.replace("](/", f"](/{language}/")
        bundle = file.parent.relative_to(content).as_posix().removeprefix("pages/")
        path = "" if bundle == "home" else f"{bundle}/"
        found[path] = _StockText(
            words["title"], words["summary"], body, str(day["date"]) if day and "date" in day else None
        )
    return found


def _write_stock_text(content: Path, path: str, text: _StockText, language: Language) -> None:
    if path == "news/":  # the list of the category stands at this address
        return
    slug = path.rstrip("/").replace("/", "--") or "home"
    head = [f"Title: {text.title}", f"Summary: {text.summary}", f"Lang: {language}"]
    if text.day is not None:
        bundle = Path(path)
        head += [f"Date: {text.day}", f"Slug: {bundle.name}"]
    else:
        bundle = Path("pages", slug)
        head += [f"Slug: {slug}", f"Url: {path}", f"Save_as: {path}index.html"]
    write(content / bundle / f"index.{language}.md", "\n".join(head) + f"\n\n{text.body}")


def _site_words(words: dict[str, Any], texts: dict[str, _StockText], language: Language) -> dict[str, Any]:
    """Return the settings of a language that stand in for what our templates read from the typed content."""
    group = words["menu"][0]
    return {
        "SITENAME": texts[""].title,
        "LICENCE": words["licence"][language],
        "MENU_TITLE": group["title"][language],
        "MENU": [(texts[path.lstrip("/")].title, path.lstrip("/")) for path in group["paths"]],
        "NEWS_TITLE": texts["news/"].title,
        "NEWS_SUMMARY": texts["news/"].summary,
        "SOURCE_TITLE": yaml.safe_load(SOURCE)["sources"][0]["title"][language],
    }


def _compile_catalogs(translations: Path, target: Path) -> None:
    for source in translations.glob("*/LC_MESSAGES/*.po"):
        compiled = target / source.relative_to(translations).with_suffix(".mo")
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as text, compiled.open("wb") as file:
            write_mo(file, read_po(text))
