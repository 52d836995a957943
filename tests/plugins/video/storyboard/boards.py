"""A storyboard as a test starts from it."""

from decimal import Decimal

from plugins.diagnostics.catalog import load_catalog
from plugins.markdown import parse
from plugins.model.fields import Figure, FigureUnit
from plugins.model.items import Body
from plugins.video.storyboard.parse import read_storyboard
from plugins.video.storyboard.scenes import SceneList
from plugins.words.store import LANGUAGES

FIGURES = {
    "quorum": Figure(value=Decimal("0.5"), unit=FigureUnit.PERCENT),
    "tenth": Figure(value=Decimal("0.125"), unit=FigureUnit.PERCENT),
    "months": Figure(value=Decimal(3), unit=FigureUnit.COUNT),
    "half-year": Figure(value=Decimal(6), unit=FigureUnit.COUNT),
}
FIRST_LINE = 5
"""Of the body in its file, below the front matter."""
REST = "\n## Соңы {: seconds=20 }\n\n## Тағы {: seconds=20 }\n\n## Ақыры {: seconds=20 }\n"
"""Scenes that make a film long enough."""

BOARD = """\
## Кім шешеді {: seconds=8 look=title tone=green }

Заң бойынша жауап.

## Жалпы жиналыс {: seconds=16 tone=green }

![Көтерілген қолдар](hands.svg)

Ол жылына кемінде бір рет өтеді.

Жиналыс ең маңызды мәселелерді шешеді және жылдық есепті қарайды, басқарманы сайлайды.

## Бір мүше — бір дауыс {: seconds=8 look=statement }

## Қанша мүше керек {: seconds=14 tone=blue }

| Не үшін | мүшелердің үлесі |
|---|---|
| Жиналыс өтуі үшін | > {quorum} |
| Жиналыс шақыру үшін | {tenth} |

## Хаттаманы сұраңыз {: seconds=14 tone=amber }
"""


def read(source: str, language: str = "kk") -> tuple[SceneList | None, list[tuple[int, int, str, dict[str, str]]]]:
    """Return the storyboard, and line, column, rule and values of each problem; each has its words in every language."""
    body = Body("content/x/storyboard.kk.md", source, FIRST_LINE)
    board, problems = read_storyboard(body, parse(source), language, "Халық қуаты", FIGURES)
    for problem in problems:
        for catalog in map(load_catalog, LANGUAGES):
            assert catalog.message(problem.rule, problem.values)
    return board, [(problem.line, problem.column, problem.rule, dict(problem.values)) for problem in problems]


def board(source: str = BOARD, language: str = "kk") -> SceneList:
    """Return a storyboard that has no fault."""
    found, problems = read(source, language)
    assert problems == []
    assert found is not None
    return found
