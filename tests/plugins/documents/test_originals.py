"""What cameras and scanners make: read without being kept, refused where it is no picture."""

from pathlib import Path

import pytest
from PIL import Image
from pillow_heif import register_heif_opener

from plugins.diagnostics.refusal import RefusedError
from plugins.documents import originals
from plugins.documents.originals import open_original


def coloured(colour: str) -> Image.Image:
    return Image.new("RGB", (300, 400), colour)


def test_a_named_page_of_a_pdf_is_drawn_as_wide_as_a_scan(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    coloured("red").save(file, "PDF", save_all=True, append_images=[coloured("blue")])
    first, second = open_original(file), open_original(file, 2)
    assert first.width == second.width == 1800
    red, blue = first.getpixel((900, 900)), second.getpixel((900, 900))
    assert red[0] > 200 and red[2] < 50
    assert blue[2] > 200 and blue[0] < 50
    assert [path.name for path in tmp_path.iterdir()] == ["scan.pdf"]


def test_a_photo_of_a_telephone_is_read(tmp_path: Path) -> None:
    register_heif_opener()
    file = tmp_path / "IMG_1.HEIC"
    coloured("green").save(file, "HEIF")
    assert open_original(file).size == (300, 400)


@pytest.mark.parametrize("page", [0, 3, 21])
def test_a_page_that_is_not_there_is_refused(tmp_path: Path, page: int) -> None:
    file = tmp_path / "scan.pdf"
    coloured("red").save(file, "PDF", save_all=True, append_images=[coloured("blue")])
    with pytest.raises(RefusedError) as refused:
        open_original(file, page)
    assert refused.value.label == "no_such_page"


@pytest.mark.parametrize("name", ["a.pdf", "a.heic"])
@pytest.mark.parametrize("raw", [b"", b"no picture", b"%PDF-1.7\n%%EOF"], ids=["nothing", "words", "an empty PDF"])
def test_what_is_no_picture_is_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(RefusedError) as refused:
        open_original(tmp_path / name)
    assert refused.value.label == "original_unreadable"


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "MOST_BYTES", 100)
    (tmp_path / "a.pdf").write_bytes(b"%PDF" + bytes(200))
    with pytest.raises(RefusedError) as refused:
        open_original(tmp_path / "a.pdf")
    assert refused.value.label == "original_too_large"
