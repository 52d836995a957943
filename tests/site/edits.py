"""Edits of a small project, one of every kind that can change a page, chosen and placed by chance."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from PIL import Image

from plugins.pipeline.paths import Paths
from tests.small_site import PICTURE, TODAY, index_text, write

LETTERS = "әғқңөұүһі"


@dataclass
class Project:
    """A project under edit: its folders, the day it is built on, the chance that chooses."""

    paths: Paths
    chance: random.Random
    installed: Path
    """A folder on the search path, for libraries that come and go."""
    today: date = TODAY
    number: int = 0
    earlier: list[Path] = field(default_factory=list)
    """States of content and theme to go back to."""

    def edit(self) -> str:
        """Make one edit and return its kind."""
        self.number += 1
        name = self.chance.choice(list(EDITS))
        EDITS[name](self)
        return name

    def texts(self) -> list[Path]:
        return sorted(self.paths.content.rglob("index.*.md"))

    def one(self, files: list[Path]) -> Path:
        return self.chance.choice(files)

    def replace_in(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text, (path, old)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_front_matter(key: str) -> Callable[[Project], None]:
    def edit(project: Project) -> None:
        path = project.one(project.texts())
        line = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(f"{key}: "))
        project.replace_in(path, line, f"{line} {project.number}")

    return edit


def body(project: Project) -> None:
    path = project.one(project.texts())
    sentence = "\n\nҚосымша сөйлем.\n" if ".kk." in path.name else "\n\nДополнительное предложение.\n"
    with path.open("a", encoding="utf-8") as file:
        file.write(sentence)


def facts(project: Project) -> None:
    content = project.paths.content
    changes = {
        "education/contract/facts.yaml": ("minutes: ", f"minutes: {project.chance.randint(3, 30)} # "),
        "testimonials/sample/facts.yaml": ("year: ", f"year: {project.chance.randint(2019, 2025)} # "),
        "loans/mortgage/facts.yaml": (
            "term_months: {to: ",
            f"term_months: {{to: {project.chance.randint(60, 300)}}} # ",
        ),
        "laws/repealed/facts.yaml": ("order: ", f"order: {project.chance.randint(2, 9)} # "),
        "charity/elders/facts.yaml": ("to_confirm: true", "to_confirm: true "),
        "history/origins/facts.yaml": ("year: 17", "year: 17"),
    }
    file, (old, new) = project.chance.choice([found for found in changes.items() if (content / found[0]).exists()])
    project.replace_in(content / file, old, new)


def slug(project: Project) -> None:
    for folder in ("news/meeting", "education/contract", "charity/elders", "history/origins"):
        found = project.paths.content / folder
        if found.exists():
            found.rename(found.with_name(f"moved-{project.number}"))
            return
    moved = sorted(project.paths.content.glob("*/moved-*"))
    moved[0].rename(moved[0].with_name(f"moved-{project.number}"))


def addition(project: Project) -> None:
    folder, day = project.paths.content / "news" / f"item-{project.number}", project.chance.randint(1, 28)
    write(
        folder / "facts.yaml", f"date: {project.chance.randint(2022, 2026)}-0{project.chance.randint(1, 9)}-{day:02}\n"
    )
    write(folder / "index.kk.md", index_text(f"Хабар {project.number}", "Қысқаша.", body="Ұзақ мәтін. " * 30))
    write(folder / "index.ru.md", index_text(f"Новость {project.number}", "Кратко.", body="Длинный текст. " * 30))


def removal(project: Project) -> None:
    if items := sorted(project.paths.content.glob("news/item-*")):
        shutil.rmtree(project.one(items))


def drawing(project: Project) -> None:
    colour = f"#{project.chance.randrange(16**6):06x}"
    for file in ("testimonials/sample/paper.svg", "honor-board/sample/portrait.svg"):
        if (project.paths.content / file).exists():
            write(project.paths.content / file, PICTURE.replace("#14284B", colour))
            return


def photo(project: Project) -> None:
    folder = project.paths.content / "pages/about"
    Image.new("RGB", (800, 600), (project.number % 256, 90, 120)).save(folder / "photo.png")
    for language, alt in (("kk", "Ақ үй"), ("ru", "Белый дом")):
        text = (folder / f"index.{language}.md").read_text(encoding="utf-8")
        if "photo.png" not in text:
            write(folder / f"index.{language}.md", f"{text}\n![{alt}](photo.png)\n")


def in_theme(pattern: str, text: str) -> Callable[[Project], None]:
    def edit(project: Project) -> None:
        path = project.one(sorted(project.paths.theme.glob(pattern)))
        with path.open("a", encoding="utf-8") as file:
            file.write(text.format(project.number))

    return edit


def template(project: Project) -> None:
    path = project.one(sorted((project.paths.theme / "templates/sections").rglob("*.html")))
    project.replace_in(path, "%}", "%}\n{# " + str(project.number) + " #}")


def macro(project: Project) -> None:
    path = (
        project.paths.theme
        / f"templates/components/{project.chance.choice(['card', 'head', 'pager', 'menu', 'icon'])}.html"
    )
    project.replace_in(path, ' class="', f' data-n="{project.number}" class="')


def catalog(project: Project) -> None:
    path = project.paths.theme / "translations/kk/LC_MESSAGES/messages.po"
    project.replace_in(path, 'msgstr "М', f'msgstr "{project.chance.choice("АБД")}М')


def setting(project: Project) -> None:
    path = project.paths.settings
    project.replace_in(path, "http://127.0.0.1:", "http://127.0.0.1:1")


def act(project: Project) -> None:
    project.replace_in(project.paths.content / "acts.yaml", "articles: ", "articles: 1")


def ceiling(project: Project) -> None:
    project.replace_in(
        project.paths.content / "rate-ceilings.yaml", "value: 0.", f"value: 0.{project.chance.randint(1, 9)}"
    )


def menu(project: Project) -> None:
    site = project.paths.content / "site.yaml"
    project.replace_in(site, "/news/, /history/" if "/news/, /history/" in site.read_text(encoding="utf-8") else "/history/, /news/",
                       project.chance.choice(["/news/, /history/", "/history/, /news/"]))  # fmt: skip


def name(project: Project) -> None:
    project.replace_in(
        project.paths.content / "site.yaml", "licence: {kk: ", f"licence: {{kk: {LETTERS[project.number % 9]}"
    )


def day(project: Project) -> None:
    project.today = TODAY + timedelta(days=project.chance.randint(0, 900))


def library(project: Project) -> None:
    for found in project.installed.iterdir():
        found.rmdir()
    (project.installed / f"someone-{project.number}.dist-info").mkdir()


def damage(project: Project) -> None:
    files = sorted(path for path in project.paths.output.rglob("*") if path.is_file())
    path = project.one(files)
    path.unlink()
    if project.chance.random() < 0.5:
        path.write_bytes(b"damaged")


def lost_cache(project: Project) -> None:
    file = project.paths.cache / "records.sqlite3"
    file.write_bytes(file.read_bytes()[: project.chance.choice([0, 100, 5000, 50_000])])


def back(project: Project) -> None:
    earlier = project.one(project.earlier)
    for part in ("content", "theme"):
        shutil.rmtree(project.paths.content.parent / part)
        shutil.copytree(earlier / part, project.paths.content.parent / part)


EDITS: dict[str, Callable[[Project], None]] = {
    "text": body,
    "title": in_front_matter("title"),
    "summary": in_front_matter("summary"),
    "facts": facts,
    "slug": slug,
    "addition": addition,
    "removal": removal,
    "drawing": drawing,
    "photo": photo,
    "template": template,
    "macro": macro,
    "style": in_theme("static/css/components/*.css", "\n.a{0} {{ color: red; }}\n"),
    "script": in_theme("static/js/*.js", "\n// {0}\n"),
    "illustration": in_theme("static/illustrations/*.svg", "\n<!-- {0} -->"),
    "catalog": catalog,
    "setting": setting,
    "act": act,
    "ceiling": ceiling,
    "menu": menu,
    "name": name,
    "day": day,
    "library": library,
    "damage": damage,
    "lost cache": lost_cache,
    "back": back,
}


def remembered(project: Project, folder: Path) -> None:
    """Keep content and theme as they are, to go back to."""
    for part in ("content", "theme"):
        shutil.copytree(project.paths.content.parent / part, folder / part)
    project.earlier.append(folder)


def held(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder with its bytes."""
    for at, _, names in os.walk(folder):
        for file in names:
            path = Path(at, file)
            yield path.relative_to(folder).as_posix(), path.read_bytes()
