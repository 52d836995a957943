"""Problems as values: their order, and that each is reported once."""

from plugins.diagnostics import ContentError, Problem, Severity, bounded


def test_problems_stand_by_file_line_column_and_rule() -> None:
    ordered = [
        Problem("content/a.yaml", 2, 1, "b"),
        Problem("content/a.yaml", 10, 1, "b"),
        Problem("content/a.yaml", 10, 2, "a"),
        Problem("content/a.yaml", 10, 2, "b"),
        Problem("content/b.yaml", 1, 1, "a"),
    ]
    assert list(ContentError(reversed(ordered)).problems) == ordered


def test_one_fault_found_twice_is_reported_once() -> None:
    one = Problem("content/a.yaml", 1, 1, "unknown-key", {"key": "a", "nearest": ""})
    same = Problem("content/a.yaml", 1, 1, "unknown-key", {"nearest": "", "key": "a"})
    assert ContentError([one, same]).problems == (one,)


def test_two_faults_at_one_place_are_both_reported() -> None:
    problems = [Problem("content/a.yaml", 1, 1, "missing-key", {"key": key}) for key in ("ә", "ғ", "қ")]
    found = ContentError(problems).problems
    assert sorted(problem.values["key"] for problem in found) == ["ғ", "қ", "ә"]


def test_a_problem_stops_the_build_unless_it_says_otherwise() -> None:
    assert Problem("a", 1, 1, "b").severity is Severity.ERROR


MANY = [Problem("content/a/index.kk.md", 1, column, "loose-typography", {"found": '"'}) for column in range(1, 1001)]
OTHERS = [Problem("content/a/index.kk.md", 9, 1, "not-nfc"), Problem("content/b/index.kk.md", 1, 1, "loose-typography")]


def test_of_many_problems_of_a_rule_in_a_file_the_first_stay_and_the_last_counts_the_others() -> None:
    kept = bounded([*MANY, *OTHERS])
    assert kept == [*MANY[:300], *OTHERS]
    assert [problem.more for problem in kept] == [0] * 299 + [700, 0, 0]


def test_what_is_bounded_stays_so_and_nothing_is_lost_in_the_count() -> None:
    once = bounded([*MANY, *OTHERS])
    assert [problem.more for problem in bounded(once)] == [problem.more for problem in once]
    before = [Problem("content/a/index.kk.md", 1, 1, "loose-typography", {"found": "“"})] * 5
    assert sum(1 + problem.more for problem in bounded([*before, *once])) == 5 + len(MANY) + len(OTHERS)


def test_what_exceptions_may_excuse_is_left_whole() -> None:
    kept = bounded([*MANY, *OTHERS], whole={("content/a/index.kk.md", "loose-typography")})
    assert kept == [*MANY, *OTHERS]
    assert not any(problem.more for problem in kept)


def test_errors_stand_before_warnings_of_any_file() -> None:
    warning, error = (
        Problem("content/a.yaml", 1, 1, "b", severity=Severity.WARNING),
        Problem("content/z.yaml", 9, 9, "a"),
    )
    assert ContentError([warning, error]).problems == (error, warning)
