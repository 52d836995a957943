"""A tiny site with one item in every section: what a test starts from before it breaks one thing."""

import re
import shutil
from datetime import date
from pathlib import Path

from plugins.model.sync_translations import declare_in_step
from plugins.pipeline.build import build
from plugins.pipeline.paths import Paths
from tests.shared import filled_once, is_in_run

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 30)
"""The day the tests take for today."""


def content_day() -> date:
    """Return the day that tests of the real content take for today: the newest one on which anything in it was checked."""
    dated = re.compile(r"^[ -]*(?:checked|answered|date|published|as_of|on): (\d{4}-\d{2}-\d{2})", re.MULTILINE)
    files = (ROOT / "content").rglob("*.yaml")
    found = [day for file in files for day in dated.findall(file.read_text(encoding="utf-8"))]
    return max(TODAY, *map(date.fromisoformat, found))


SITE = """\
name: {kk: Шағын сайт, ru: Малый сайт}
site_address: https://small.example
licence: {kk: Еркін көшіріңіз., ru: Копируйте свободно.}
registered_name: {to_confirm: true}
bin: {to_confirm: true}
founded_on: {value: 2018-05-10, source: {kk: Куәлік, ru: Свидетельство}, as_of: 2026-11-22}
registered_on: {to_confirm: true}
offices: {to_confirm: true}
phones: {to_confirm: true}
email: {to_confirm: true}
board: {to_confirm: true}
auditor: {to_confirm: true}
entry_payment_kzt: {to_confirm: true}
approvals: {}
menu:
  - title: {kk: Бөлімдер, ru: Разделы}
    paths: [/about/, /news/, /history/, /laws/, /lawyer/, /faq/, /testimonials/, /honor-board/, /education/, /charity/, /loans/]
proper_names: [Имя pages/home]
"""

ACTS = """\
197-II:
  number: 197-II
  kind: law
  title: {kk: Тұтыну кооперативі туралы, ru: О потребительском кооперативе}
  adopted: 2001-05-08
  status: in-force
  articles: 40
  official: {kk: https://adilet.zan.kz/kaz/docs/Z010000197_, ru: https://adilet.zan.kz/rus/docs/Z010000197_}
  checked: 2026-11-22
  checked_in: copy
  page: in-force
450-I:
  number: 450-I
  kind: law
  title: {kk: Селолық тұтыну кооперациясы туралы, ru: О сельской потребительской кооперации}
  adopted: 1999-07-21
  status: repealed
  repealed_by: 197-II
  repealed_from: 2016-01-01
  chapters: 8
  articles: 73
  checked: 2026-11-22
  checked_in: copy
"""

PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 320"><rect width="240" height="320" fill="#14284B"/></svg>
"""

SOURCE = """\
sources:
  - title: {kk: Дереккөз, ru: Источник}
    url: https://example.org/
    published: 2025-11-28
    checked: 2026-11-22
    checked_in: copy
"""

FACTS = {
    "pages/home": "",
    "pages/about": SOURCE,
    "news/meeting": f"date: 2025-11-28\n{SOURCE}",
    "history/origins": f"order: 1\ntimeline:\n  fenwick: {{year: 1761, until: 1873}}\n{SOURCE}",
    "laws/in-force": "order: 1\nact: 197-II\n",
    "laws/repealed": "order: 2\nact: 450-I\n",
    "lawyer/who-admits": (
        'order: 1\nanswered: 2026-11-22\ntopic: joining\nlaws:\n  - {act: 197-II, articles: ["13"]}\n'
        "next: [/news/, /laws/, /faq/]\n"
    ),
    "faq/how-to-join": (
        'order: 1\ntopic: joining\nlaws:\n  - {act: 197-II, articles: ["13"]}\nnext: [/news/, /laws/, /faq/]\n'
    ),
    "testimonials/sample": (
        "kind: home\ntown: {kk: Өскемен, ru: Усть-Каменогорск}\nyear: 2025\nmonths_waited: 9\n"
        "pictures:\n  paper: {file: paper.svg}\nsample: true\n"
    ),
    "honor-board/sample": "portrait: {file: portrait.svg}\nmember_since: 2019\nsample: true\n",
    "education/contract": "order: 1\nminutes: 5\nquestions:\n  sign: {options: [yes-sign, ask-first], right: ask-first}\n",
    "charity/elders": "order: 1\nto_confirm: true\n",
    "loans/mortgage": (
        "order: 1\nlender: {kk: Банк, ru: Банк}\npurpose: home\nnominal: {from: 0.07, to: 0.07}\n"
        f"effective: {{from: 0.072}}\nterm_months: {{to: 300}}\namount_kzt: {{to: 36000000}}\n{SOURCE}"
    ),
}

CEILINGS = """\
mortgage:
  - value: 0.25
    valid_from: 2026-01-05
    act: {kk: "№\u00a083 қаулы", ru: "Постановление №\u00a083"}
    source:
      title: {kk: Қаулы, ru: Постановление}
      published: 2026-01-08
      checked: 2026-11-22
      checked_in: copy
"""

KK_HOME = """\
slogan: Бірге аламыз
lead: Бұл — шағын сайт.
hero_alt: Бақытты отбасы
actions: [{title: Мүше болу, link: /faq/how-to-join/}]
steps:
  - {title: Сұраңыз, text: Құжаттарды оқыңыз.}
trust:
  - {title: Заң, text: Қай заңмен жүреміз., link: /laws/}
"""

RU_HOME = """\
slogan: Берём вместе
lead: Это малый сайт.
hero_alt: Счастливая семья
actions: [{title: Вступить, link: /faq/how-to-join/}]
steps:
  - {title: Спросите, text: Прочтите бумаги.}
trust:
  - {title: Закон, text: По какому закону живём., link: /laws/}
"""

KK_TEXT = {
    "pages/home": KK_HOME,
    "history/origins": "timeline:\n  fenwick: Тоқымашылар қоғамы құрылды.\n",
    "lawyer/who-admits": "question: Мүшелікке заң бойынша кім қабылдайды?\n",
    "testimonials/sample": "alt:\n  paper: Үлгі құжат\nfilm_note: Фильм кейін шығады.\n",
    "honor-board/sample": "reason: Есепті ашық жүргізді.\nportrait_alt: Үлгі портрет\n",
    "education/contract": (
        "outcomes: [Шартты оқу]\nquestions:\n  sign:\n    ask: Қол қоясыз ба?\n"
        "    options: {yes-sign: Қоямын, ask-first: Алдымен сұраймын}\n    why: Шартты оқу керек.\n"
    ),
    "charity/elders": "who: Үлкендер.\nhow: Өтініш беру керек.\n",
    "loans/mortgage": "conditions: Алғашқы баспанаға беріледі.\n",
}

RU_TEXT = {
    "pages/home": RU_HOME,
    "history/origins": "timeline:\n  fenwick: Основано общество ткачей.\n",
    "lawyer/who-admits": "question: Кто по закону принимает в члены?\n",
    "testimonials/sample": "alt:\n  paper: Образец документа\nfilm_note: Фильм выйдет позже.\n",
    "honor-board/sample": "reason: Вёл открытый отчёт.\nportrait_alt: Образец портрета\n",
    "education/contract": (
        "outcomes: [Читать договор]\nquestions:\n  sign:\n    ask: Подпишете?\n"
        "    options: {yes-sign: Подпишу, ask-first: Сначала спрошу}\n    why: Договор надо прочитать.\n"
    ),
    "charity/elders": "who: Старшие.\nhow: Подать заявление.\n",
    "loans/mortgage": "conditions: Даётся на первое жильё.\n",
}

SECTIONS = sorted({name.split("/")[0] for name in FACTS} - {"pages"})


def index_text(title: str, summary: str, own: str = "", body: str = "") -> str:
    """Return an index file with a front matter and a body."""
    return f"---\ntitle: {title}\nsummary: {summary}\n{own}---\n{body}\n"


def write_small_site(root: Path) -> Path:
    """Write the site's content below `root`; return the folder of the content."""
    content = root / "content"
    write(content / "site.yaml", SITE)
    write(content / "acts.yaml", ACTS)
    write(content / "rate-ceilings.yaml", CEILINGS)
    for section in SECTIONS:
        write(content / section / "index.kk.md", index_text(f"Бөлім {section}", "Бөлім туралы.", body="Мұнда не бар."))
        write(content / section / "index.ru.md", index_text(f"Раздел {section}", "О разделе.", body="Что здесь есть."))
    for name, facts in FACTS.items():
        kk_body = "## Тақырып {#first}\n\nҚазақша мәтін: [жаңалықтар](/news/)." + " Тағы бір сөз." * 60
        ru_body = "## Заголовок {#first}\n\nРусский текст: [новости](/news/)." + " Ещё несколько слов." * 60
        write(content / name / "facts.yaml", facts)
        write(
            content / name / "index.kk.md", index_text(f"Атауы {name}", "Бет туралы.", KK_TEXT.get(name, ""), kk_body)
        )
        write(content / name / "index.ru.md", index_text(f"Имя {name}", "О странице.", RU_TEXT.get(name, ""), ru_body))
    write(content / "testimonials/sample/paper.svg", PICTURE)
    write(content / "honor-board/sample/portrait.svg", PICTURE)
    declare_in_step(content, lambda _: True)
    return content


def small_project(root: Path, *, is_cold: bool = False) -> Paths:
    """Return a project at `root`: the small content, a copy of the real theme and settings.

    Its cache holds what a build of it leaves, so that a test pays for what it changes only; nothing where it `is_cold`.
    """
    content = write_small_site(root)
    shutil.copytree(ROOT / "theme", root / "theme")
    for settings in ("pelicanconf.py", "publishconf.py"):
        shutil.copy(ROOT / settings, root / settings)
    if is_in_run() and not is_cold:
        shutil.copytree(built_small_project() / ".cache", root / ".cache")
    return Paths(content, root / "theme", root / "output", root / ".cache", root / "pelicanconf.py")


def built_small_project() -> Path:
    """Return the folder of a small project with its site built, the same for all workers of a run; it is not edited."""
    return filled_once("small", lambda root: build(small_project(root, is_cold=True), TODAY))


def write(path: Path, text: str) -> None:
    """Write `text` as UTF-8, with the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
