"""Turns exceptions of theme, settings or program into problems with a place."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.diagnostics import ContentError, Phrase, Problem
from plugins.pipeline.paths import Paths

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_FORBIDDEN = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


@contextmanager
def faults_as_problems(paths: Paths) -> Iterator[None]:
    """Raise every exception of theme, settings or program in the block as a problem, so that no editor sees a traceback."""
    try:
        yield
    except ContentError:
        raise
    except SyntaxError as error:
        file = Path(error.filename or paths.settings)
        raise ContentError([_problem(file, error.lineno or 1, "failed-build", error, paths)]) from error
    except OSError as error:
        if error.errno not in _FULL | _FORBIDDEN:
            raise ContentError([_unexpected(error, paths)]) from error
        cause = Phrase("disk-full" if error.errno in _FULL else "disk-forbidden")
        place = Path(os.fsdecode(error.filename or paths.output))
        raise ContentError([Problem(_shown(place, paths), 1, 1, "unwritable-place", {"cause": cause})]) from error
    except Exception as error:
        from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - most commands end well and need no templates

        if isinstance(error, TemplateSyntaxError):
            file = Path(error.filename or paths.theme)
            raise ContentError([_problem(file, error.lineno, "broken-template", error, paths)]) from error
        raise ContentError([_unexpected(error, paths)]) from error


def _unexpected(error: Exception, paths: Paths) -> Problem:
    file, line = _template_line(error, paths.theme)
    rule = "failed-build" if file == paths.theme else "broken-template"
    return _problem(paths.settings if file == paths.theme else file, line, rule, error, paths)


def _problem(file: Path, line: int, rule: str, error: Exception, paths: Paths) -> Problem:
    detail = f"{type(error).__name__}: {error}".replace(f"{paths.settings.parent}{os.sep}", "")
    return Problem(_shown(file, paths), line, 1, rule, {"detail": detail})


def _shown(file: Path, paths: Paths) -> str:
    root = paths.settings.parent
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def _template_line(error: BaseException, theme: Path) -> tuple[Path, int]:
    """Return the innermost template line of the error's traceback, or the theme where none is in it."""
    place, trace = (theme, 1), error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(theme):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
