"""Times of steps and rules: measured where asked, and without a trace where not."""

from collections.abc import Iterator

from plugins.diagnostics.timing import timed, timed_rule, timing


def busy(subject: int) -> Iterator[int]:
    for number in range(subject):
        yield sum(range(20_000)) * 0 + number


def test_steps_and_rules_are_measured_inside_the_block_only() -> None:
    with timing() as times, timed("step"):
        assert list(timed_rule("a-rule", busy, 3)) == [0, 1, 2]
    with timed("later"):
        assert list(timed_rule("another-rule", busy, 2)) == [0, 1]
    assert set(times) == {("step", "step"), ("rule", "a-rule")}
    assert 0 < times["rule", "a-rule"] <= times["step", "step"]
