"""Lists the licences of the installed packages, and writes the bill of materials of a release."""

from importlib.metadata import distributions
from pathlib import Path

from plugins.delivery.bill_of_materials import licence_of, write_bill
from plugins.diagnostics.terminal import say


def run_licences(root: Path, bill: Path | None) -> int:
    """Print name, version and licence of every installed package, and write the bill of materials to `bill`; return 0.

    Return 1 where a package says nothing of its licence: somebody has to look.
    """
    packages = sorted(distributions(), key=lambda package: package.name.lower())
    for package in packages:
        say(f"{package.name}\t{package.version}\t{licence_of(package) or '?'}")
    if bill:
        write_bill(bill, root)
    return int(not all(map(licence_of, packages)))
