"""The web app manifest, one per language: what a phone needs to put the site on its screen (W3C Web App Manifest)."""

import json
from collections.abc import Mapping

from plugins.design.assets import Assets
from plugins.views.pages import LanguageSite

MANIFEST_PATH = "site.webmanifest"
_ICONS = {"illustrations/icon-192.png": "192x192", "illustrations/icon-512.png": "512x512"}


def web_manifest(site: LanguageSite, assets: Assets, colours: Mapping[str, str]) -> str:
    """Return the manifest of one language as JSON. `colours` are the tokens of the light scheme."""
    manifest = {
        "name": site.home.text.title,
        "short_name": site.home.text.title,
        "description": site.home.text.summary,
        "lang": site.language,
        "dir": "ltr",
        "id": site.home.url,
        "start_url": site.home.url,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": colours["ground"],
        "theme_color": colours["action"],
        "icons": [
            {"src": assets[name].url, "sizes": sizes, "type": "image/png", "purpose": "any"}
            for name, sizes in _ICONS.items()
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
