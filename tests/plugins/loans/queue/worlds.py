"""Invented cooperatives whose truth is known: a past to estimate from, and how long the newcomer really waited.

They do not run by the model of `estimate`: families leave at a monthly chance while they wait, each takes back its own
share, prices differ from home to home, and in a growing world those who received pay back month by month.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from plugins.loans.queue import Money, QueueHistory

PRICE = 14_000_000
NEVER = 1_000
"""Months after which a world stands still for good."""


@dataclass(frozen=True)
class WorldMonth:
    joined: int
    left: int
    waited: tuple[int, ...]
    waiting: int
    joining: int
    payments: int
    spent: int
    returned: int
    held: int


@dataclass
class Family:
    share: int
    price: int
    since: int
    is_you: bool = False


@dataclass
class World:
    """One queue, one fund; `repaid_per_month` of each purchase is paid back for `repaid_months` (0: steady payments)."""

    random: Random
    joined_per_month: float = 1.5
    leave_chance: float = 0.01
    steady_payments: int = 9_000_000
    repaid_per_month: int = 0
    repaid_months: int = 0
    queue: list[Family] = field(default_factory=list)
    bought: list[int] = field(default_factory=list)
    held: int = 0
    month: int = 0
    your_wait: int | None = None

    def pass_month(self) -> WorldMonth:
        self.month += 1
        newcomers = [self.newcomer() for _ in range(self.some(self.joined_per_month))]
        leavers = [one for one in self.queue if not one.is_you and self.random.random() < self.leave_chance]
        self.queue = [one for one in self.queue if one not in leavers] + newcomers
        joining, returned = (sum(one.share for one in group) for group in (newcomers, leavers))
        repaying = sum(1 for month in self.bought if self.month - month <= self.repaid_months)
        payments = int(self.steady_payments * self.random.uniform(0.6, 1.4)) + self.repaid_per_month * repaying
        self.held += joining + payments - returned
        receivers: list[Family] = []
        while self.queue and self.held >= self.queue[0].price:
            receivers.append(self.queue.pop(0))
            self.held -= receivers[-1].price
        self.bought += [self.month] * len(receivers)
        for one in receivers:
            if one.is_you:
                self.your_wait = self.month - one.since
        waited = tuple(self.month - one.since for one in receivers)
        return WorldMonth(
            len(newcomers), len(leavers), waited, len(self.queue), joining, payments, sum(one.price for one in receivers), returned, self.held
        )  # fmt: skip

    def newcomer(self) -> Family:
        price = PRICE * self.random.randint(50, 150) // 100
        return Family(price * self.random.randint(15, 30) // 100, price, self.month)

    def some(self, average: float) -> int:
        return sum(self.random.random() < average / 6 for _ in range(6))

    def join(self, share: int, price: int) -> None:
        """Let the newcomer whose wait is asked for join at the end of the last month."""
        self.queue.append(Family(share, price, self.month, is_you=True))
        self.held += share

    def truth(self) -> int:
        """Run the world on until the newcomer receives; return the months."""
        while self.your_wait is None:
            if self.month > NEVER:
                return NEVER
            self.pass_month()
        return self.your_wait


def past_of(world: World, months: int) -> tuple[list[WorldMonth], QueueHistory]:
    """Let `months` pass; return them, and what the estimate may know of them."""
    rows = [world.pass_month() for _ in range(months)]
    return rows, history_of(rows)


def history_of(rows: list[WorldMonth]) -> QueueHistory:
    return QueueHistory(
        months=tuple(Money(row.joining, row.payments, row.returned) for row in rows),
        joined=sum(row.joined for row in rows),
        left=sum(row.left for row in rows),
        prices=tuple(average_prices(rows)),
        waiting=rows[-1].waiting,
        held=rows[-1].held,
    )


def average_prices(rows: list[WorldMonth]) -> Iterator[int]:
    """Yield a price for each purchase: reports tell only what all purchases of a month cost."""
    for row in rows:
        for _ in row.waited:
            yield row.spent // len(row.waited)
