"""JSON-LD: what is confirmed, what is not, and that no text can leave its block."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.pipeline.prepare import prepare
from plugins.site.structured_data import Surroundings, structured_data
from plugins.views.pages import language_site
from tests.site.test_shared_links import faults
from tests.small_site import SITE, TODAY, small_project, write

CONFIRMED = (
    SITE.replace("registered_name: {to_confirm: true}", "registered_name: {value: {kk: «Қуат» ТК, ru: ПК «Куат»}}")
    .replace("bin: {to_confirm: true}", "bin: {value: '050140001234'}")
    .replace("phones: {to_confirm: true}", "phones: {value: ['+7 7232 00 00 00']}")
    .replace("email: {to_confirm: true}", "email: {value: office@small.example, to_confirm: true}")
    .replace("offices: {to_confirm: true}", "offices: {value: [{town: {kk: Өскемен, ru: Усть-Каменогорск}}]}")
)


def surroundings(tmp_path: Path, language: str, site_yaml: str = SITE) -> Surroundings:
    paths = small_project(tmp_path)
    write(paths.content / "site.yaml", site_yaml)
    prepared = prepare(paths.content, paths.theme, paths.cache, published=False, today=TODAY)
    site = language_site(prepared, language)  # type: ignore[arg-type]
    return Surroundings(site, prepared.content.cooperative, "https://small.example", "/mark.svg")


def organization(around: Surroundings) -> dict:
    return json.loads(structured_data(around.site.home, around, "/p.png"))["@graph"][0]


def test_what_is_confirmed_is_stated_in_the_language_of_the_page(tmp_path: Path) -> None:
    stated = organization(surroundings(tmp_path, "ru", CONFIRMED))
    assert stated == {
        "@type": "Organization",
        "@id": "https://small.example/#organization",
        "name": "Малый сайт",
        "url": "https://small.example/",
        "logo": "https://small.example/mark.svg",
        "legalName": "ПК «Куат»",
        "taxID": "050140001234",
        "foundingDate": "2018-05-10",
        "telephone": ["+7 7232 00 00 00"],
        "address": [{"@type": "PostalAddress", "addressLocality": "Усть-Каменогорск", "addressCountry": "KZ"}],
    }
    assert faults(stated) == []


def test_what_waits_for_papers_is_not_stated(tmp_path: Path) -> None:
    assert "foundingDate" in organization(surroundings(tmp_path, "kk"))
    assert not {"email", "taxID", "legalName"} & set(organization(surroundings(tmp_path / "b", "kk")))


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--", "a & b", '"quoted" \\ back', "ә\u2028ё"]
)
def test_no_text_can_leave_its_block(tmp_path: Path, words: str) -> None:
    around = surroundings(tmp_path, "kk")
    page = around.site.items["news"][0]
    page = replace(page, text=page.text.model_copy(update={"title": words}))
    block = structured_data(page, around, "/p.png")
    assert not set("<>&") & set(block)
    assert json.loads(block)["@graph"][0]["headline"] == words
