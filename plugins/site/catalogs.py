"""Interface words: `theme/translations/*.po` compiled for gettext."""

from io import BytesIO
from pathlib import Path

from plugins.cache.memo import key_of
from plugins.cache.store import Records, write_over
from plugins.diagnostics import ContentError, Problem


def compile_catalogs(translations: Path, cache: Path) -> Path:
    """Return a folder of compiled catalogs, named by what they hold.

    gettext keeps every file it has read by its path, so a changed catalog needs a new path. Raises ContentError
    for a catalog that cannot be read.
    """
    records = Records(cache, "catalogs")
    sources = {source: source.read_bytes() for source in sorted(translations.glob("*/LC_MESSAGES/*.po"))}
    folder = cache / "translations" / key_of(*sources.values())[:16]
    for source, text in sources.items():
        key = key_of("mo", text)
        compiled = records.get(key)
        if compiled is None:
            compiled = _compiled(source, text, translations.parent.parent)
            records.put(key, compiled)
        target = folder / source.relative_to(translations).with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != compiled:
            write_over(target, compiled)
    return folder


def _compiled(source: Path, text: bytes, root: Path) -> bytes:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - slow to import, and mostly nothing changed
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    compiled = BytesIO()
    try:
        write_mo(compiled, read_po(BytesIO(text), abort_invalid=True))
    except PoFileError as error:
        shown = source.relative_to(root).as_posix()
        raise ContentError([Problem(shown, error.lineno + 1, 1, "failed-build", {"detail": str(error)})]) from error
    return compiled.getvalue()
