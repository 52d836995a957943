"""What a visitor reads differently is found in the words of two pages, and nothing else of them."""

from plugins.desk.visible_changes import ChangedBlock, Piece, changed_blocks

HEAD = "<html><head><title>a</title><style>p{}</style></head><body><nav>Меню</nav><main>"


def page(inside: str) -> str:
    return f"{HEAD}{inside}</main><footer>Подвал {inside}</footer></body></html>"


def test_equal_words_are_no_change_whatever_the_markup() -> None:
    one = page('<h1 class="a">Слово</h1><p>Раз <b>два</b>.</p><script>x</script>')
    assert changed_blocks(one, page("<h1>Слово</h1>\n<p>Раз <em>два</em>.</p>")) == ()


def test_changed_words_stand_in_their_block() -> None:
    found = changed_blocks(page("<p>Взнос 10 000 тенге.</p><p>Так и есть.</p>"), page("<p>Взнос 12 000 тенге.</p><p>Так и есть.</p>"))  # fmt: skip
    same = (Piece("Взнос", False), Piece("000 тенге.", False))
    before, after = (same[0], Piece("10", True), same[1]), (same[0], Piece("12", True), same[1])
    assert found == (ChangedBlock(before, after),)


def test_a_new_page_a_gone_one_and_a_picture() -> None:
    (new,) = changed_blocks(None, page('<img alt="Зал собрания" src="a.jpg">'))
    assert new == ChangedBlock((), (Piece("Зал собрания", True),))
    assert changed_blocks(page("<p>Слово</p>"), None) == (ChangedBlock((Piece("Слово", True),), ()),)
