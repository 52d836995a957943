"""Connects the pipeline with Pelican."""

from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.log import LimitFilter
from pelican.plugins.i18n_subsites import i18n_subsites

from plugins.cache.digest import Digester
from plugins.checks.built_pages import check_built_pages
from plugins.diagnostics import ContentError
from plugins.render.tree import NewTree, TreeRecord
from plugins.site.generators import LanguageSiteGenerator, NeutralSiteGenerator
from plugins.site.render_site import SiteRenderer
from plugins.site.templates import Templates

NEUTRAL_LANGUAGE = "mul"
"""Language of the main site, which holds the choice of language, the media and the theme's files."""


def begin_build(pelican: Any) -> None:
    """Forget earlier builds of this process, and see to it that there is a prepared site to draw.

    i18n-subsites keeps its settings in module globals and clears them only at the end of a build that went well;
    Pelican remembers warnings it has shown and would swallow them in the next build.
    """
    settings = pelican.settings
    if settings["DEFAULT_LANG"] != NEUTRAL_LANGUAGE:
        return
    i18n_subsites._MAIN_SETTINGS = None
    LimitFilter._raised_messages.clear()
    LimitFilter._group_count.clear()
    settings["I18N_SUBSITES"] = {lang: dict(own) for lang, own in settings["I18N_SUBSITES"].items()}
    theme, cache, output = (Path(settings[name]) for name in ("THEME", "CACHE_PATH", "OUTPUT_PATH"))
    templates = Templates(theme, cache)
    settings["I18N_GETTEXT_LOCALEDIR"] = str(templates.catalogs)
    if "PREPARED_SITE" not in settings:  # Pelican was called by itself, not by our build
        settings["PREPARED_SITE"] = settings["PREPARE_SITE"](settings)
        settings["JUDGE_PAGES"] = True
    tree = settings.setdefault("TREE", NewTree(output, output, TreeRecord()))
    settings.setdefault("RENDERED", [])
    settings["SITE_RENDERER"] = SiteRenderer(
        settings["PREPARED_SITE"], theme, cache, templates, settings["SITEURL"], tree, Digester()
    )


def judge_pages(pelican: Any) -> None:
    """Read every page of a site that Pelican built by itself once more, as `plugins/pipeline/build.py` does.

    Raises ContentError with what a visitor must not meet.
    """
    settings = pelican.settings
    if settings["DEFAULT_LANG"] == NEUTRAL_LANGUAGE and settings.get("JUDGE_PAGES"):
        output = Path(settings["OUTPUT_PATH"])
        names = settings["PREPARED_SITE"].content.cooperative.names_in_both_languages
        if problems := list(check_built_pages(output, output.name, names)):
            raise ContentError(problems)


def choose_generator(pelican: Any) -> type[Generator]:
    """Return the generator of the site that Pelican is about to draw."""
    is_neutral = pelican.settings["DEFAULT_LANG"] == NEUTRAL_LANGUAGE
    return NeutralSiteGenerator if is_neutral else LanguageSiteGenerator


def register() -> None:
    """Connect to `initialized`, before i18n-subsites reads its settings; to `get_generators`; and to `finalized`."""
    signals.initialized.connect(begin_build)
    signals.get_generators.connect(choose_generator)
    signals.finalized.connect(judge_pages)
