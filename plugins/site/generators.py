"""Pelican generators: one draws the site of a language, one the neutral site around them."""

from functools import partial
from gettext import translation
from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.design.assets import drawing, style_element, write_assets
from plugins.design.tokens import light_colours
from plugins.language.stemming import stemmer
from plugins.media import publish_media
from plugins.model.acts import ActStatus
from plugins.model.items import LANGUAGES, Language
from plugins.model.loan_terms import REFERENCE_DAY
from plugins.search import index_files, search_index, write_index
from plugins.site.alternates import LANGUAGE_NAMES, alternates
from plugins.site.compiled_templates import late
from plugins.site.feeds import FEED_PATH, write_news_feed
from plugins.site.filters import filters_for
from plugins.site.metadata import ForMachines
from plugins.site.sitemap import robots, sitemap
from plugins.site.web_manifest import MANIFEST_PATH, web_manifest
from plugins.video.library import publish_videos
from plugins.views.loan_figures import loan_rows
from plugins.views.pages import LanguageSite, Page
from plugins.views.prepared import PreparedSite

NOT_FOUND = "404.html"
COMPONENT_SHEET = "components/"
"""Path of the page that shows every component; no page of the site, and in none of its lists."""


class LanguageSiteGenerator(Generator):
    """Draws every page, the feed and the error page of one language."""

    def generate_output(self, writer: Writer) -> None:
        """Write the site of the language Pelican is at."""
        prepared: PreparedSite = self.settings["PREPARED_SITE"]
        language: Language = self.settings["DEFAULT_LANG"]
        site: LanguageSite = self.settings["LANGUAGE_SITES"][language]
        self.env.filters.update(late(filters_for(language)))
        repealed = {name for name, act in prepared.content.acts.items() if act.status is ActStatus.REPEALED}
        index = search_index(site.content_pages(), stemmer(language), repealed)
        search = index_files(index, site, stemmer(language))
        beside = Path(self.output_path).parent  # what is no page stands beside the trees of the languages
        write_index(search, beside)
        context = self.context | _shared(self.context, prepared)
        context |= {"site": site, "feed_path": FEED_PATH, "manifest_path": MANIFEST_PATH}
        context |= {"search_index": search[0].url}
        theme, cache = Path(self.settings["THEME"]), Path(self.settings["CACHE_PATH"])
        machines = ForMachines(site, prepared, context["main_siteurl"], theme, cache)
        with machines.pictures_written_meanwhile(beside):
            for page in site.all_pages():
                template = self.get_template(_template_of(page))
                around = {"page": page, "alternates": alternates(page.path, context["main_siteurl"])}
                around |= machines.of(page)
                writer.write_file(f"{page.path}index.html", template, context, url=page.path, **around)
        writer.write_file(NOT_FOUND, self.get_template("not-found"), context, url=NOT_FOUND, page=None, alternates=())
        if not prepared.published:
            styles = [name for name in prepared.assets if name.startswith("css/pages/")]
            sheet = {"page": None, "alternates": (), "path": COMPONENT_SHEET, "page_styles": styles}
            template = self.get_template("component-sheet")
            writer.write_file(f"{COMPONENT_SHEET}index.html", template, context, url=COMPONENT_SHEET, **sheet)
        write_news_feed(site, context["main_siteurl"], Path(self.output_path))
        manifest = web_manifest(site, prepared.assets, light_colours(theme / "static"))
        (Path(self.output_path) / MANIFEST_PATH).write_text(manifest, encoding="utf-8")


class NeutralSiteGenerator(Generator):
    """Draws the choice of language, and writes what exists once: media, theme files, sitemap."""

    def generate_output(self, writer: Writer) -> None:
        """Write the neutral site."""
        prepared: PreparedSite = self.settings["PREPARED_SITE"]
        sites: tuple[LanguageSite, ...] = tuple(self.settings["LANGUAGE_SITES"].values())
        site_url = self.context["main_siteurl"]
        context = (
            self.context | _shared(self.context, prepared) | {"sites": sites, "alternates": alternates("", site_url)}
        )
        writer.write_file("index.html", self.get_template("choose-language"), context, url="")
        catalogs = self.settings["I18N_GETTEXT_LOCALEDIR"]
        words = {language: translation("messages", catalogs, [language]) for language in LANGUAGES}
        context["not_found"] = {language: found.gettext("Page not found") for language, found in words.items()}
        writer.write_file(NOT_FOUND, self.get_template("not-found-neutral"), context, url=NOT_FOUND)
        output = Path(self.output_path)
        write_assets(prepared.assets, output)
        publish_media(prepared.media, output)
        publish_videos(prepared.videos, output)
        paths = [page.path for page in sites[0].all_pages()]
        (output / "sitemap.xml").write_text(sitemap(paths, site_url), encoding="utf-8")
        (output / "robots.txt").write_text(robots(site_url, published=prepared.published), encoding="utf-8")


def _template_of(page: Page) -> str:
    return f"pages/{page.template}" if page.section == "pages" else f"sections/{page.section}/{page.template}"


def _shared(context: dict[str, Any], prepared: PreparedSite) -> dict[str, Any]:
    return {
        "asset": lambda name: prepared.assets[name].url,
        "drawing": partial(drawing, prepared.assets),
        "style": partial(style_element, prepared.assets),
        "cooperative": prepared.content.cooperative,
        "acts": prepared.content.acts,
        "loan_reference_day": REFERENCE_DAY,
        "ceilings": prepared.content.ceilings.root,
        "loan_rows": partial(loan_rows, today=prepared.today),
        "published": prepared.published,
        "language_names": LANGUAGE_NAMES,
        "site_url": context["main_siteurl"],
    }
