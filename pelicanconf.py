"""Settings of Pelican. The neutral main site holds what exists once; kk and ru are complete sites below it."""

import os
from pathlib import Path

from pelican.plugins import i18n_subsites

import plugins.site
from plugins.pipeline.day import today
from plugins.pipeline.prepare import prepare_from_settings

_ROOT = Path(__file__).parent

SITEURL = os.environ.get("SITEURL", "http://127.0.0.1:8000")
SITENAME = ""  # the name stands in content/site.yaml
PATH = str(_ROOT / "content")
THEME = str(_ROOT / "theme")
OUTPUT_PATH = str(_ROOT / "output")
CACHE_PATH = str(_ROOT / ".cache")
TIMEZONE = "Asia/Almaty"
LOCALE = ["C.UTF-8", "C"]  # the same site on every machine; dates and numbers are formatted by Babel

PUBLISHED = False
"""Ours: whether samples and unconfirmed facts are left out."""

TODAY = today()
"""Ours: the day that decides which consents last and which figures are old; `BUILD_DATE=2026-11-30` names another."""

PREPARE_SITE = prepare_from_settings
"""Ours: reads and checks the content where Pelican is called by itself."""

PLUGINS = [plugins.site, i18n_subsites]  # imported here, so that a broken plugin stops the build
DEFAULT_LANG = "mul"
I18N_SUBSITES = {"kk": {}, "ru": {}}
I18N_TEMPLATES_LANG = DEFAULT_LANG  # msgids are English; both languages have catalogs

# Our generators draw every page from the typed content; Pelican's own find nothing to read.
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = THEME_STATIC_PATHS = DIRECT_TEMPLATES = []
READERS = {"rst": None, "html": None, "md": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
