"""The web app manifest, one per language: what a phone needs to put the site on its screen (W3C Web App Manifest)."""

import json
import re

from plugins.design.assets import Assets
from plugins.views.pages import LanguageSite

MANIFEST_PATH = "site.webmanifest"
_ICONS = {"illustrations/icon-192.png": "192x192", "illustrations/icon-512.png": "512x512"}
_TOKEN = re.compile(r"--([\w-]+):\s*(?:light-dark\()?(#[0-9a-f]+)")


def web_manifest(site: LanguageSite, assets: Assets) -> str:
    """Return the manifest of one language as JSON; its colours are the light scheme's tokens."""
    tokens = dict(reversed(_TOKEN.findall(assets["css/site.css"].content.decode())))
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
        "background_color": tokens["ground"],
        "theme_color": tokens["action"],
        "icons": [
            {"src": assets[name].url, "sizes": sizes, "type": "image/png", "purpose": "any"}
            for name, sizes in _ICONS.items()
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
