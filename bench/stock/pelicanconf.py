"""Stock Pelican with i18n-subsites: the tried configuration, with none of our plugins.

Words and menu come from `site.json`, which `bench.generated_site` writes from our own small site.
"""

import json
from pathlib import Path

from pelican.generators import ArticlesGenerator, PagesGenerator

_ROOT = Path(__file__).parent

SITEURL = "http://127.0.0.1:8000"
SITENAME = "mul"
PATH = str(_ROOT / "content")
OUTPUT_PATH = str(_ROOT / "output")
THEME = str(_ROOT / "theme")
CACHE_PATH = str(_ROOT / "cache")
TIMEZONE = "Asia/Almaty"

PLUGINS = ["i18n_subsites"]
DEFAULT_LANG = "mul"
I18N_SUBSITES = {
    lang: own
    | {
        "DIRECT_TEMPLATES": ["not_found"],
        "FEED_ATOM": "feeds/news.atom.xml",
        "FEED_ATOM_URL": f"{lang}/feeds/news.atom.xml",
    }
    for lang, own in json.loads((_ROOT / "site.json").read_text(encoding="utf-8")).items()
}
LANGUAGE_NAMES = {"kk": "Қазақша", "ru": "Русский"}
I18N_UNTRANSLATED_ARTICLES = I18N_UNTRANSLATED_PAGES = "remove"
I18N_TEMPLATES_LANG = "mul"
I18N_GENERATORS_INFO = {
    ArticlesGenerator: {
        "policy": "I18N_UNTRANSLATED_ARTICLES",
        "translations_lists": ["translations", "hidden_translations", "drafts_translations"],
        "contents_lists": [(name, name) for name in ("articles", "hidden_articles", "drafts")],
    },
    PagesGenerator: {
        "policy": "I18N_UNTRANSLATED_PAGES",
        "translations_lists": ["translations", "hidden_translations", "draft_translations"],
        "contents_lists": [(name, name) for name in ("pages", "hidden_pages", "draft_pages")],
    },
}

# As in our own settings, so that the same HTML is drawn; Pelican's default does not escape, which is faster.
JINJA_ENVIRONMENT = {"extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True}
# Our own extensions rather than Pelican's heavier default, `extra` and `codehilite`.
MARKDOWN = {
    "extensions": ["markdown.extensions.meta", "tables", "attr_list", "sane_lists", "toc", "def_list"],
    "output_format": "html5",
}

FORMATTED_FIELDS: list[str] = []  # summaries are plain words, as ours

ARTICLE_PATHS, PAGE_PATHS = ["news"], ["pages"]
STATIC_PATHS, STATIC_EXCLUDE_SOURCES = ARTICLE_PATHS + PAGE_PATHS, True
USE_FOLDER_AS_CATEGORY = False
PATH_METADATA = r"(?P<category>[^/]+)/(?P<slug>[^/]+)/index\.(?P<lang>kk|ru)\.md"
ARTICLE_TRANSLATION_ID = ["category", "slug"]
ARTICLE_URL = ARTICLE_LANG_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{category}/{slug}/index.html"
PAGE_URL = PAGE_LANG_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "{slug}/", "{slug}/index.html"
# The lists of our own news: five a page, and a page for each year.
PAGINATED_TEMPLATES = {"category": 5}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "news/{date:%Y}/", "news/{date:%Y}/index.html"
AUTHOR_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES = ["root", "not_found_root"]
ROOT_SAVE_AS, NOT_FOUND_SAVE_AS, NOT_FOUND_ROOT_SAVE_AS = "index.html", "404.html", "404.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_MAX_ITEMS = 20
READERS = {"rst": None, "html": None}
DELETE_OUTPUT_DIRECTORY, RELATIVE_URLS = True, False
