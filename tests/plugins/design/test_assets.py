"""Files of the theme: one stylesheet, addresses by content, and no part that is missing unnoticed."""

import hashlib
from pathlib import Path

import pytest

from plugins.design.assets import Asset, read_assets, style_element

FILES = {
    "css/site.css": '@import "tokens.css";\n@import "components/card.css";\nbody { color: navy; }\n',
    "css/tokens.css": ":root { --ink: #14284b; }\n",
    "css/components/card.css": '.card { background: url("../../illustrations/mark.svg"); }\n',
    "illustrations/mark.svg": "<svg/>",
    "js/menu.js": "// мәзір\n",
    "fonts/latin/a.woff2": "font",
}


@pytest.fixture
def static(tmp_path: Path) -> Path:
    static = tmp_path / "static"
    for name, text in FILES.items():
        write(static, name, text)
    return static


def write(static: Path, name: str, text: str) -> None:
    (static / name).parent.mkdir(parents=True, exist_ok=True)
    (static / name).write_text(text, encoding="utf-8")


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def stylesheet(static: Path) -> str:
    return read_assets(static)["css/site.css"].content.decode()


def test_pages_may_name_every_file_but_the_parts_of_the_stylesheet(static: Path) -> None:
    assert set(read_assets(static)) == {"css/site.css", "illustrations/mark.svg", "js/menu.js", "fonts/latin/a.woff2"}


def test_an_address_bears_the_hash_of_the_content(static: Path) -> None:
    assets = read_assets(static)
    menu = FILES["js/menu.js"]
    assert assets["js/menu.js"] == Asset(f"/theme/js/menu.{hashed(menu)}.js", menu.encode())
    assert assets["fonts/latin/a.woff2"].url == f"/theme/fonts/latin/a.{hashed('font')}.woff2"


def test_a_changed_file_changes_its_address_and_no_other_but_the_stylesheets(static: Path) -> None:
    before = read_assets(static)
    write(static, "illustrations/mark.svg", "<svg />")
    after = read_assets(static)
    assert {name for name in after if after[name].url != before[name].url} == {"illustrations/mark.svg", "css/site.css"}


def test_the_stylesheet_is_whole_and_its_parts_stand_in_order(static: Path) -> None:
    mark = f"/theme/illustrations/mark.{hashed('<svg/>')}.svg"
    assert stylesheet(static) == (
        f':root {{ --ink: #14284b; }}.card {{ background: url("{mark}"); }}body {{ color: navy; }}'
    )


def test_the_address_of_the_stylesheet_changes_with_each_of_its_parts(static: Path) -> None:
    urls = [read_assets(static)["css/site.css"].url]
    for name in ("css/site.css", "css/tokens.css", "css/components/card.css"):
        write(static, name, FILES[name].replace(" {", "  {"))
        urls.append(read_assets(static)["css/site.css"].url)
    assert len(set(urls)) == 4


def test_what_only_people_read_is_left_out_and_no_value_changes(static: Path) -> None:
    written = '/* why */\n.a:hover,\n.b :is(p) {\n  color: var(--ink);\n\n  content: ": {";\n}\n'
    write(static, "css/pages/loans.css", written)
    read = read_assets(static)["css/pages/loans.css"].content.decode()
    assert read == '.a:hover,.b :is(p){color:var(--ink);content:": {";}'


def test_a_stylesheet_of_some_pages_is_whole_by_itself(static: Path) -> None:
    write(static, "css/pages/loans.css", '@import "../components/card.css";\n.loans { color: navy; }\n')
    sheet = read_assets(static)["css/pages/loans.css"]
    mark = f"/theme/illustrations/mark.{hashed('<svg/>')}.svg"
    text = f'.card {{ background: url("{mark}"); }}.loans {{ color: navy; }}'
    assert sheet == Asset(f"/theme/css/pages/loans.{hashed(text)}.css", text.encode())


NAMED = {
    "in the stylesheet itself": ("css/site.css", "../"),
    "in a part beside it": ("css/tokens.css", "../"),
    "in a component": ("css/components/card.css", "../../"),
}


@pytest.mark.parametrize(("file", "up"), NAMED.values(), ids=NAMED)
def test_a_font_named_in_a_style_gets_its_address(static: Path, file: str, up: str) -> None:
    write(static, file, f'{FILES[file]}@font-face {{ src: url("{up}fonts/latin/a.woff2"); }}\n')
    address = f"/theme/fonts/latin/a.{hashed('font')}.woff2"
    assert f'@font-face {{ src: url("{address}"); }}' in stylesheet(static)


MISSING = {
    "a part": ("css/site.css", '@import "missing.css";\n'),
    "the middle part of three": ("css/site.css", '@import "tokens.css";\n@import "missing.css";\n@import "components/card.css";\n'),
    "a picture named in a style": ("css/tokens.css", 'a { b: url("../illustrations/missing.svg"); }\n'),
    "a font named in a component": ("css/components/card.css", 'a { b: url("../../fonts/missing.woff2"); }\n'),
}  # fmt: skip


@pytest.mark.parametrize(("file", "text"), MISSING.values(), ids=MISSING)
def test_a_part_that_is_missing_is_an_error_that_names_it(static: Path, file: str, text: str) -> None:
    write(static, file, text)
    with pytest.raises(FileNotFoundError, match="missing"):
        read_assets(static)


IMPORTS = {
    "in single quotes": "@import 'tokens.css';\n",
    "as url": '@import url("tokens.css");\n',
    "set in": '  @import "tokens.css";\n',
    "with a space behind it": '@import "tokens.css"; \n',
    "without a new line at the end": '@import "tokens.css";',
    "two on one line": '@import "tokens.css"; @import "components/card.css";\n',
}


@pytest.mark.parametrize("text", IMPORTS.values(), ids=IMPORTS)
def test_a_part_named_in_another_way_is_an_error_and_not_left_out(static: Path, text: str) -> None:
    write(static, "css/site.css", text)
    with pytest.raises(ValueError, match="@import"):
        read_assets(static)


def test_a_part_that_names_a_part_is_an_error(static: Path) -> None:
    write(static, "css/tokens.css", '@import "components/card.css";\n')
    with pytest.raises(ValueError, match="@import"):
        read_assets(static)


def test_a_script_names_another_by_its_address(static: Path) -> None:
    write(static, "js/words.js", "export const words = 1;\n")
    write(static, "js/list.js", 'import { words } from "./words.js";\n')
    write(static, "js/find.js", 'import { list } from "./list.js";\nimport { words } from "./words.js";\n')
    assets = read_assets(static)
    words, found_list = assets["js/words.js"].url, assets["js/list.js"].url
    assert assets["js/list.js"].content.decode() == f'import {{ words }} from "{words}";\n'
    assert assets["js/find.js"].content.decode() == (
        f'import {{ list }} from "{found_list}";\nimport {{ words }} from "{words}";\n'
    )
    before = assets["js/find.js"].url
    write(static, "js/words.js", "export const words = 2;\n")
    assert read_assets(static)["js/find.js"].url != before, "a script changes with what it imports"


def test_a_script_that_names_a_missing_one_is_an_error(static: Path) -> None:
    write(static, "js/menu.js", 'import { a } from "./missing.js";\n')
    with pytest.raises(FileNotFoundError, match="missing"):
        read_assets(static)


@pytest.mark.parametrize(
    "line", ["import './menu.js';", "import { a } from './menu.js';", 'await import("./menu.js");']
)
def test_a_script_named_in_another_way_is_an_error(static: Path, line: str) -> None:
    write(static, "js/find.js", f"{line}\n")
    with pytest.raises(ValueError, match=r"find\.js"):
        read_assets(static)


def test_a_theme_without_a_stylesheet_is_an_error(static: Path) -> None:
    (static / "css/site.css").unlink()
    with pytest.raises(FileNotFoundError, match=r"site\.css"):
        read_assets(static)


def test_a_page_holds_a_stylesheet_as_it_is(static: Path) -> None:
    assert style_element(read_assets(static), "css/site.css") == f"<style>{stylesheet(static)}</style>"


def test_a_stylesheet_that_would_end_too_early_in_a_page_is_an_error(static: Path) -> None:
    write(static, "css/tokens.css", 'a::after { content: "</style>"; }\n')
    with pytest.raises(ValueError, match="would end"):
        read_assets(static)


def test_scripts_that_a_page_needs_together_are_one_file_and_keep_their_names_apart(static: Path) -> None:
    write(static, "js/site.js", '// бәрі\nimport "./menu.js";\nimport "./share.js";\n')
    write(static, "js/menu.js", 'const KEY = "menu";\n')
    write(static, "js/share.js", 'const KEY = "share";\n')
    text = '// бәрі\n{\nconst KEY = "menu";\n}\n{\nconst KEY = "share";\n}\n'
    assert read_assets(static)["js/site.js"] == Asset(f"/theme/js/site.{hashed(text)}.js", text.encode())


def test_a_joined_script_that_exports_is_at_hand_below_and_for_other_scripts(static: Path) -> None:
    write(static, "js/site.js", 'import "./storage.js";\nimport "./menu.js";\n')
    write(static, "js/storage.js", "export function kept() {}\n")
    write(static, "js/menu.js", "kept();\n")
    write(static, "js/list.js", 'import { kept } from "./site.js";\n')
    assets = read_assets(static)
    assert assets["js/site.js"].content.decode() == "export function kept() {}\n{\nkept();\n}\n"
    assert assets["js/list.js"].content.decode() == f'import {{ kept }} from "{assets["js/site.js"].url}";\n'


def test_a_script_that_imports_cannot_be_joined(static: Path) -> None:
    write(static, "js/site.js", 'import "./menu.js";\n')
    write(static, "js/menu.js", 'import { a } from "./b.js";\n')
    write(static, "js/b.js", "export const a = 1;\n")
    with pytest.raises(ValueError, match=r"menu\.js"):
        read_assets(static)
