"""Random numbers that are the same in Python and in the browser, and the urn they draw from.

The generator is mulberry32 (Tommy Ettinger, public domain): 32-bit integers only, so that `theme/static/js/queue-estimate.js`
gets the same numbers from the same seed.
"""

_BITS = 32
_MASK = (1 << _BITS) - 1


class Dice:
    """A stream of whole numbers, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._state = seed & _MASK

    def below(self, count: int) -> int:
        """Return a whole number from 0 to `count` - 1, each with the same chance (to 1 in 2^32 / `count`)."""
        return (self._next() * count) >> _BITS

    def _next(self) -> int:
        self._state = (self._state + 0x6D2B79F5) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 15)) * (mixed | 1)) & _MASK
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) & _MASK
        return mixed ^ (mixed >> 14)


class Urn:
    """Slips of paper, numbered from 0: a drawn slip is put back together with a copy of it (Pólya's urn).

    The copies model how uncertain a short past is: what came once by chance comes again, so that few slips give a wide
    range and many a narrow one. Source: D. B. Rubin, The Bayesian Bootstrap, Annals of Statistics 9 (1981).
    """

    def __init__(self, slips: int, dice: Dice) -> None:
        self._slips, self._dice = slips, dice
        self._drawn: list[int] = []

    def draw(self) -> int:
        """Return the number of a slip."""
        place = self._dice.below(self._slips + len(self._drawn))
        slip = place if place < self._slips else self._drawn[place - self._slips]
        self._drawn.append(slip)
        return slip
