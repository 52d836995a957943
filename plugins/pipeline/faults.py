"""Turns exceptions of theme, settings or program into problems with a place."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.diagnostics import ContentError, Problem
from plugins.pipeline.paths import Paths


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
    except Exception as error:
        from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - most commands end well and need no templates

        if isinstance(error, TemplateSyntaxError):
            file = Path(error.filename or paths.theme)
            raise ContentError([_problem(file, error.lineno, "broken-template", error, paths)]) from error
        file, line = _template_line(error, paths.theme)
        rule = "failed-build" if file == paths.theme else "broken-template"
        place = paths.settings if file == paths.theme else file
        raise ContentError([_problem(place, line, rule, error, paths)]) from error


def _problem(file: Path, line: int, rule: str, error: Exception, paths: Paths) -> Problem:
    root = paths.settings.parent
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    detail = f"{type(error).__name__}: {error}".replace(f"{root}{os.sep}", "")
    return Problem(shown.as_posix(), line, 1, rule, {"detail": detail})


def _template_line(error: BaseException, theme: Path) -> tuple[Path, int]:
    """Return the innermost template line of the error's traceback, or the theme where none is in it."""
    place, trace = (theme, 1), error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.is_relative_to(theme):
            place = (file, trace.tb_lineno)
        trace = trace.tb_next
    return place
