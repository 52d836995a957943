"""What stands behind `inv` before invoke reads it: help for a command, and arguments that were left out.

Invoke asks for the arguments of a command before it shows its help, and in English only.
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from invoke.parser import ParserContext

from plugins.commands.reporting import report_in
from plugins.diagnostics.report import report_languages

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "new": ("section", "slug"),
    "move": ("item", "slug"),
    "remove": ("item",),
    "redact": ("photo", "into"),
    "publish": ("name",),
    "rollback": ("name",),
    "serve-config": ("server",),
}
"""Commands that do nothing without arguments, with the names of these."""
_SWITCHES = frozenset({"yes", "unseen"})
"""Options of these commands that take no value."""
_HELP = frozenset({"--help", "-h"})


def asks_for_help(arguments: Sequence[str]) -> str | None:
    """Return the command whose help is asked for behind its name: `new --help`."""
    is_command = bool(arguments) and not arguments[0].startswith("-")
    return arguments[0] if is_command and _HELP.intersection(arguments[1:]) else None


def missing_arguments(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the arguments that a command was called without."""
    if not arguments or arguments[0] not in REQUIRED:
        return ()
    wanted = list(REQUIRED[arguments[0]])
    follows_option = False
    for argument in arguments[1:]:
        if argument.startswith("-"):
            name, _, value = argument.lstrip("-").partition("=")
            wanted = [own for own in wanted if own != name]
            follows_option = not value and name not in _SWITCHES
        elif follows_option:
            follows_option = False
        else:
            wanted = wanted[1:]
    return tuple(wanted)


def report_missing(arguments: Sequence[str]) -> bool:
    """Say, in the editor's language, which arguments are missing; return whether any are."""
    missing = missing_arguments(arguments)
    if missing:
        command = arguments[0]
        usage = " ".join(("inv", command, *(name.upper() for name in REQUIRED[command])))
        report_in(report_languages(_language(arguments)), "missing_argument", missing=", ".join(missing), usage=usage)
    return bool(missing)


def report_unreadable(arguments: Sequence[str], commands: Sequence[ParserContext]) -> bool:
    """Say, in the editor's language, what of the arguments is no command, option or value; return whether any is."""
    fault = unreadable(arguments, commands)
    if fault:
        label, values = fault
        report_in(report_languages(_language(arguments)), label, **values)
    return bool(fault)


def unreadable(arguments: Sequence[str], commands: Sequence[ParserContext]) -> tuple[str, Mapping[str, str]] | None:
    """Return the label of the words for what cannot be read, and their values; nothing where all of it can."""
    if not arguments or arguments[0].startswith("-"):
        return None
    names = {name: context for context in commands for name in (context.name, *context.aliases)}
    command = arguments[0]
    if command not in names:
        return "unknown_command", {"command": command}
    options = names[command].flags
    for place, written in enumerate(takewhile(lambda own: own != "--", arguments[1:]), start=1):
        flag, _, value = written.partition("=")
        if not flag.startswith("--"):
            continue
        option = options.get(flag) or names[command].inverse_flags.get(flag)
        if option is None:
            return "unknown_option", {"command": command, "option": flag}
        if isinstance(option, str) or option.kind is bool:
            continue
        value = value or "".join(arguments[place + 1 : place + 2])
        if (not value or value.startswith("-")) and not option.optional:
            return "option_without_value", {"command": command, "option": flag}
        if option.kind is int and not value.isdecimal():
            return "value_not_a_number", {"command": command, "value": value}
    return None


def _language(arguments: Sequence[str]) -> str | None:
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            found = value or "".join(arguments[place + 1 : place + 2])
            return found if found in ("kk", "ru", "en") else None
    return None
