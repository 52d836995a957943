"""Measures how often the queue estimate is right, in simulated cooperatives.

    python -m bench.queue [HISTORIES]

For each kind of cooperative: how often the newcomer's true wait lay in the range, came earlier, came later; at the end
how long one estimate takes. Deterministic but for the last line.
"""

import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from plugins.loans.queue import assumptions_of, estimate, thin_reason
from tests.plugins.loans.queue.worlds import World, past_of

WARM_UP = 30
"""Months before the year that the estimate sees."""


@dataclass(frozen=True)
class Kind:
    """A kind of cooperative, and how payments and newcomers change on the day the newcomer joins, in per cent."""

    name: str
    world: Mapping[str, float] = field(default_factory=dict)
    afterwards: int = 100


REPAID = {"steady_payments": 5_000_000, "repaid_per_month": 120_000, "repaid_months": 96}
KINDS = (
    Kind("steady"),
    Kind("many leave", {"leave_chance": 0.02}),
    Kind("payments grow with every purchase", REPAID),
    Kind("payments and newcomers fall by a tenth", afterwards=90),
    Kind("payments and newcomers fall by a fifth", afterwards=80),
    Kind("payments and newcomers fall by two fifths", afterwards=60),
)


def measure(kind: Kind, histories: int) -> None:
    """Print how often the truth lay in the range, before and behind it."""
    inside = earlier = later = 0
    for seed in range(histories):
        world = World(Random(seed), **kind.world)  # type: ignore[arg-type]
        for _ in range(WARM_UP):
            world.pass_month()
        _, past = past_of(world, 12)
        if thin_reason(past):
            continue
        assumed = assumptions_of(past)
        found = estimate(past, assumed)
        world.join(assumed.own_share, assumed.own_price)
        world.steady_payments = world.steady_payments * kind.afterwards // 100
        world.joined_per_month = world.joined_per_month * kind.afterwards / 100
        truth = world.truth()
        earlier += found.low is not None and truth < found.low
        later += found.high is not None and truth > found.high
        inside += (found.low or truth) <= truth <= (found.high or truth)
    ended = inside + earlier + later
    shares = "  ".join(f"{name} {100 * count / ended:3.0f} %" for name, count in
                       (("inside", inside), ("earlier", earlier), ("later", later)))  # fmt: skip
    print(f"{kind.name:<42} {shares}  ({ended} histories)")


def main() -> None:
    """Measure every kind."""
    histories = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    for kind in KINDS:
        measure(kind, histories)
    world = World(Random(1))
    for _ in range(WARM_UP):
        world.pass_month()
    _, past = past_of(world, 12)
    start = time.perf_counter()
    estimate(past, assumptions_of(past))
    print(f"one estimate: {1000 * (time.perf_counter() - start):.0f} ms")


if __name__ == "__main__":
    main()
