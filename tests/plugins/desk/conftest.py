"""A desk over the small site, asked as a browser asks it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from bs4 import BeautifulSoup

from plugins.desk.application import Desk
from plugins.desk.routes import desk_route
from plugins.server.build_state import Builds
from plugins.server.preview import Preview
from plugins.server.running import running
from tests.small_site import TODAY, small_project


class Editor:
    """Fills in forms and presses their buttons."""

    def __init__(self, root: Path, address: str) -> None:
        self.root, self.content = root, root / "content"
        self.client = httpx.Client(base_url=address, timeout=60)

    def page(self, path: str, status: int = 200) -> BeautifulSoup:
        answer = self.client.get(path)
        assert answer.status_code == status, answer.text[:500]
        return BeautifulSoup(answer.text, "html.parser")

    def form(self, path: str) -> dict[str, str]:
        """Return the fields of the form at a path, as a browser would send them."""
        return fields(self.page(path).select_one("form#item, form:has(textarea)"))

    def press(self, path: str, form: dict[str, str], action: str = "save", status: int = 303) -> httpx.Response:
        answer = self.client.post(path, data=form | {"action": action})
        assert answer.status_code == status, answer.text[:500]
        return answer

    def check(self, item: str, form: dict[str, str]) -> list[dict[str, Any]]:
        answer = self.client.post("/desk/api/check", data=form | {"item": item})
        assert answer.status_code == 200
        found: list[dict[str, Any]] = answer.json()["problems"]
        return found

    def text(self, path: str) -> str:
        return (self.content / path).read_bytes().decode()

    @property
    def token(self) -> str:
        return str(self.page("/desk/").body["data-token"])


def fields(form: Any) -> dict[str, str]:
    """Return the fields of a form by name."""
    found: dict[str, str] = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        if field.name == "textarea":
            found[field["name"]] = re.sub(r"^\n", "", field.text)
        elif field.name == "select":
            chosen = field.select_one("option[selected]")
            found[field["name"]] = chosen["value"] if chosen else ""
        elif field.get("type") != "checkbox" or field.has_attr("checked"):
            found[field["name"]] = field.get("value", "")
    return found


@pytest.fixture(scope="session")
def desk_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project that the tests of one worker share; each puts back what it changed."""
    return small_project(tmp_path_factory.mktemp("desk")).content.parent


@pytest.fixture(scope="session")
def desk_address(desk_root: Path) -> Iterator[str]:
    with running(
        Preview(desk_root, Builds(), ("kk", "ru")).app(desk_route(Desk(desk_root, today=lambda: TODAY)))
    ) as address:
        yield address


@pytest.fixture
def editor(desk_root: Path, desk_address: str) -> Iterator[Editor]:
    content = desk_root / "content"
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    yield Editor(desk_root, desk_address)
    for path in [path for path in content.rglob("*") if path.is_symlink() or (path.is_file() and path not in before)]:
        path.unlink()
    for path, old in before.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != old:
            path.write_bytes(old)
    for path in sorted(content.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
