"""Interface words: `theme/translations/*.po` compiled for gettext."""

import hashlib
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.diagnostics import ContentError, Problem


def compile_catalogs(translations: Path, cache: Path) -> Path:
    """Return a folder of compiled catalogs, named by what they hold.

    gettext keeps every file it has read by its path, so a changed catalog needs a new path. Raises ContentError
    for a catalog that cannot be read.
    """
    sources = sorted(translations.glob("*/LC_MESSAGES/*.po"))
    digest = hashlib.sha256(b"\0".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    folder = cache / "translations" / digest
    for source in sources:
        target = folder / source.relative_to(translations).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as text, target.open("wb") as compiled:
            try:
                write_mo(compiled, read_po(text, abort_invalid=True))
            except PoFileError as error:
                shown = source.relative_to(translations.parent.parent).as_posix()
                problem = Problem(shown, error.lineno + 1, 1, "failed-build", {"detail": str(error)})
                raise ContentError([problem]) from error
    return folder
