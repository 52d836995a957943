"""Interface words: `theme/translations/*.po` compiled for gettext."""

import hashlib
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogs(translations: Path, cache: Path) -> Path:
    """Return a folder of compiled catalogs, named by what they hold.

    gettext keeps every file it has read by its path, so a changed catalog needs a new path.
    """
    sources = sorted(translations.glob("*/LC_MESSAGES/*.po"))
    digest = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    folder = cache / "translations" / digest
    for source in sources:
        target = folder / source.relative_to(translations).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as text, target.open("wb") as compiled:
            write_mo(compiled, read_po(text))
    return folder
