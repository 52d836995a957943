"""A person's written consent to be shown."""

from datetime import date

from plugins.model.fields import Day, Flag, Line, Strict


class Consent(Strict):
    """What was consented to, and until when. The signed paper itself stays out of the repository."""

    what: Line
    where: Line
    until: Day
    withdrawn: Flag = False

    def holds(self, today: date) -> bool:
        """Return whether the person may be shown on that day."""
        return not self.withdrawn and self.until >= today
