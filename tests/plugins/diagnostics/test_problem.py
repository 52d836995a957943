"""Problems as values: their order, and that each is told once."""

from plugins.diagnostics import ContentError, Problem, Severity


def test_problems_stand_by_file_line_column_and_rule() -> None:
    ordered = [
        Problem("content/a.yaml", 2, 1, "b"),
        Problem("content/a.yaml", 10, 1, "b"),
        Problem("content/a.yaml", 10, 2, "a"),
        Problem("content/a.yaml", 10, 2, "b"),
        Problem("content/b.yaml", 1, 1, "a"),
    ]
    assert list(ContentError(reversed(ordered)).problems) == ordered


def test_one_fault_found_twice_is_told_once() -> None:
    one = Problem("content/a.yaml", 1, 1, "unknown-key", {"key": "a", "nearest": ""})
    same = Problem("content/a.yaml", 1, 1, "unknown-key", {"nearest": "", "key": "a"})
    assert ContentError([one, same]).problems == (one,)


def test_two_faults_at_one_place_are_both_told() -> None:
    problems = [Problem("content/a.yaml", 1, 1, "missing-key", {"key": key}) for key in ("ә", "ғ", "қ")]
    found = ContentError(problems).problems
    assert sorted(problem.values["key"] for problem in found) == ["ғ", "қ", "ә"]


def test_a_problem_stops_the_build_unless_it_says_otherwise() -> None:
    assert Problem("a", 1, 1, "b").severity is Severity.ERROR
