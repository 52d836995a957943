"""What an editor's camera or scanner made, as a picture: JPEG, PNG, WebP, HEIC of telephones, a page of a PDF."""

import io
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.diagnostics.refusal import RefusedError
from plugins.documents.reading import WIDEST_READ, MissingReaderError
from plugins.media.opening import MOST_DOTS, original

MOST_BYTES = 40_000_000
"""Of a photo or a PDF: a telephone gives ten, a scanner some twenty for a contract."""

MOST_PAGES = 20
"""Pages of a PDF that can be named: a longer one is a book, and is cut by hand first."""

_PAGE_DOTS = 1800
"""Pixels in width at which a page of a PDF is drawn: 220 an inch on A4."""


def open_original(photo: Path, page: int = 1) -> Image.Image:
    """Return the dots of a photo, or of a page of a PDF, as RGB; the file is only read.

    Raises RefusedError, PictureFaultError, MissingReaderError, OSError.
    """
    if photo.stat().st_size > MOST_BYTES:
        raise RefusedError("original_too_large", file=photo.name, megabytes=str(MOST_BYTES // 1_000_000))
    raw = photo.read_bytes()
    match photo.suffix.lower():
        case ".pdf":
            return _page_of(photo.name, raw, page)
        case ".heic" | ".heif":
            return _heic(photo.name, raw)
        case _:
            return original(photo.name, raw, WIDEST_READ)


def _heic(name: str, raw: bytes) -> Image.Image:
    from pillow_heif import register_heif_opener  # noqa: PLC0415 - a second to load, and rarely needed

    register_heif_opener()
    try:
        with Image.open(io.BytesIO(raw), formats=("HEIF",)) as opened:
            if opened.width * opened.height > MOST_DOTS:
                raise RefusedError("original_unreadable", file=name)
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise RefusedError("original_unreadable", file=name) from error
    return _reduced(upright)


def _page_of(name: str, raw: bytes, page: int) -> Image.Image:
    try:
        import pypdfium2  # noqa: PLC0415 - the build needs none of it
    except ImportError as error:
        raise MissingReaderError("missing_reader", command="make papers") from error
    try:
        with pypdfium2.PdfDocument(raw) as document:
            count = min(len(document), MOST_PAGES)
            if not 1 <= page <= count:
                raise RefusedError("no_such_page", file=name, page=str(page), count=str(count))
            sheet = document[page - 1]
            width, height = sheet.get_size()
            scale = min(_PAGE_DOTS / max(1.0, width), 2 * _PAGE_DOTS / max(1.0, height))
            picture: Image.Image = sheet.render(scale=scale).to_pil()
            return picture.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise RefusedError("original_unreadable", file=name) from error


def _reduced(image: Image.Image) -> Image.Image:
    factor = min(1.0, 2 * WIDEST_READ / max(image.size))
    size = (round(image.width * factor), round(image.height * factor))
    return image.resize(size, Image.Resampling.LANCZOS) if factor < 1 else image
