"""Parts of a file, as browsers ask for them while a film plays."""

import pytest

from plugins.server.range_header import ByteRange, UnsatisfiableRangeError, wanted_range

WANTED = {
    "from the beginning": ("bytes=0-", ByteRange(0, 999)),
    "from the middle": ("bytes=500-", ByteRange(500, 999)),
    "a part": ("bytes=100-199", ByteRange(100, 199)),
    "one byte": ("bytes=0-0", ByteRange(0, 0)),
    "the last byte": ("bytes=999-", ByteRange(999, 999)),
    "an end beyond the file": ("bytes=900-5000", ByteRange(900, 999)),
    "the last so many": ("bytes=-100", ByteRange(900, 999)),
    "more than there is, from the end": ("bytes=-5000", ByteRange(0, 999)),
}
WHOLE = {
    "no header": None,
    "an empty header": "",
    "another unit": "lines=0-5",
    "several ranges": "bytes=0-1,5-9",
    "no numbers": "bytes=-",
    "an end before the beginning": "bytes=200-100",
    "digits that are no ASCII": "bytes=٠-٥",
    "a sign": "bytes=+1-5",
    "no range at all": "үшінші бөлік",
}
IMPOSSIBLE = {"at the end": "bytes=1000-", "behind the end": "bytes=5000-6000", "none of the last": "bytes=-0"}


@pytest.mark.parametrize(("header", "expected"), WANTED.values(), ids=WANTED)
def test_one_range_is_a_part_of_the_file(header: str, expected: ByteRange) -> None:
    found = wanted_range(header, 1000)
    assert found == expected
    assert found.length == expected.last - expected.first + 1


@pytest.mark.parametrize("header", WHOLE.values(), ids=WHOLE)
def test_anything_else_is_answered_with_the_whole_file(header: str | None) -> None:
    assert wanted_range(header, 1000) is None


@pytest.mark.parametrize("header", IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_a_range_behind_the_end_cannot_be_answered(header: str) -> None:
    with pytest.raises(UnsatisfiableRangeError):
        wanted_range(header, 1000)


def test_an_empty_file_has_no_range() -> None:
    with pytest.raises(UnsatisfiableRangeError):
        wanted_range("bytes=0-", 0)
