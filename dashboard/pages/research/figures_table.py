"""Tables of a view on its page: what is the same in all rows is said once, above."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.pages.research.links import table_files

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchTable, ResearchView

MOST_ROWS = 130
"""A longer table is there to be taken away, and is not read on a page."""

DIGITS = ((1_000, 0), (100, 1), (1, 2), (0, 4))
"""Digits after the decimal mark of numbers from a size on, the largest of their column."""


def tables(bench: Bench, view: ResearchView) -> list[Component]:
    """All of them, folded until somebody wants to see the figures."""
    return [_folded(table, bench) for table in view.tables]


def _folded(table: ResearchTable, bench: Bench) -> Component:
    key = f"table-{table.id}"
    return html.Section(
        [
            html.Details(
                [
                    html.Summary(html.H2(table.heading, id=f"{key}-title")),
                    _written(table.readable(), f"{key}-title", bench.words),
                ],
                id=key,
                className="unfold",
            ),
            table_files(table, bench),
        ],
        className="panel foldable",
    )


def _written(frame: pd.DataFrame, labelled_by: str, words: Language) -> Component:
    rows, subject = min(len(frame), MOST_ROWS), words.t("research.column.subject")
    names = [name for name in frame.columns if name != words.t("file.column.code")]
    shown = {name: frame[name].tolist()[:rows] for name in names}
    kinds = shown.get(subject, [""] * rows)
    columns = {str(name): _texts(values, kinds, words) for name, values in shown.items()}
    same = {name: it[0] for name, it in columns.items() if rows > 1 and len({*it}) == 1}
    told = {name: it for name, it in columns.items() if name not in same}
    said = " · ".join(f"{name}: {text}" for name, text in same.items() if text)
    cut = words.n("research.table.cut", len(frame), shown=rows) if len(frame) > rows else ""
    return html.Div(
        [
            *(html.P(text, className="small") for text in (said, cut) if text),
            html.Div(
                _table(told, labelled_by),
                className="table-scroll",
                tabIndex=0,
                role="region",
                **aria(labelledby=labelled_by),
            ),
        ]
    )


def _table(columns: dict[str, list[str]], labelled_by: str) -> Markup:
    """Written at once: a table has hundreds of cells."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    cells = [[str(escape(text)) for text in texts] for texts in columns.values()]
    rows = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'
        for first, *others in zip(*cells, strict=True)
    )
    return Markup(  # noqa: S704 - every text is escaped
        f'<table aria-labelledby="{labelled_by}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _texts(values: list[Any], kinds: list[Any], words: Language) -> list[str]:
    """Cells of a column.

    Args:
        values: What stands in them.
        kinds: Of what each is; numbers have as many digits as the largest of their kind needs.
        words: The language.
    """
    if not any(isinstance(it, float) for it in values):
        return ["" if it is None else str(it) for it in values]
    texts = [""] * len(values)
    for kind in dict.fromkeys(kinds):
        places = [
            at
            for at, it in enumerate(values)
            if kinds[at] == kind and isinstance(it, float) and not isnan(it)
        ]
        for at, text in zip(places, _numbers([values[at] for at in places], words), strict=True):
            texts[at] = text
    return texts


def _numbers(numbers: list[float], words: Language) -> list[str]:
    if not numbers:
        return []
    most = max(map(abs, numbers))
    whole = all(it == int(it) for it in numbers)
    return words.numbers(
        numbers, 0 if whole else next(digits for size, digits in DIGITS if most >= size)
    )
