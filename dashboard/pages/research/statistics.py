"""Statistics of a view as a table: a row each, or crossed where many parts have the same ones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.research.places import part_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.research.view import ResearchView, Statistic

CROSSED = 3
"""Parts, and statistics of each, from which on a table with a column for each is easier to read."""


def statistics(view: ResearchView, words: Language) -> list[Component]:
    """A panel; none where there are no statistics."""
    if not view.statistics:
        return []
    whole = [each for each in view.statistics if not each.group]
    parts = [each for each in view.statistics if each.group]
    groups = {group: [*members] for group, members in groupby(parts, key=lambda each: each.group)}
    crossed = len(groups) >= CROSSED and len(parts) >= CROSSED * len(groups)
    # Those of all come before those of parts, so that none seems to be of the part above it.
    listed = whole if crossed else [*whole, *parts]
    tables = [_listed(listed, words)] if listed else []
    tables += _crossed(groups, words) if crossed else []
    heading = html.H2(words.t("research.statistics"), id="statistics-title")
    kind = "panel crossed" if crossed else "panel"
    return [html.Section([heading, *tables], className=kind, id="statistics")]


def _listed(told: Sequence[Statistic], words: Language) -> Component:
    """A row each; those of parts of the choice under the names of these."""
    said = set[str]()
    heads = [_head(f"research.column.{name}", words) for name in ("statistic", "value")]
    bodies = [
        html.Tbody([*_group(group, words), *(_row(each, said) for each in members)])
        for group, members in groupby(told, key=lambda each: each.group)
    ]
    return html.Table(
        [html.Thead(html.Tr(heads)), *bodies],
        className="statistics",
        **aria(labelledby="statistics-title"),
    )


def _head(key: str, words: Language) -> Component:
    return html.Th(words.t(key), scope="col")


def _group(group: str, words: Language) -> list[Component]:
    if not group:
        return []
    name = part_text(group, words)
    return [html.Tr(html.Th(name, colSpan=2, scope="rowgroup", className="group"))]


def _row(each: Statistic, said: set[str]) -> Component:
    """What it is called and tells, if that was not `said` above, its value and interval."""
    about = [_small(each.about)] if {each.about} - said - {""} else []
    said.add(each.about)
    return html.Tr([html.Th([each.label, *about], scope="row"), html.Td(_value(each))])


def _value(each: Statistic) -> list[Component]:
    return [html.B(each.text), *([_small(each.interval)] if each.interval else [])]


def _small(text: str) -> Component:
    return html.Span(text, className="small")


def _crossed(groups: dict[str, list[Statistic]], words: Language) -> list[Component]:
    """A row a part, a column a statistic; what these tell stands below, folded."""
    kinds = {each.id: each for members in groups.values() for each in members}
    heads = [
        html.Td(),
        *(html.Th(each.label, scope="col", id=f"of-{name}") for name, each in kinds.items()),
    ]
    rows = []
    for group, members in groups.items():
        found = {each.id: each for each in members}
        cells = [html.Td(_value(found[name]) if name in found else "–") for name in kinds]
        rows.append(html.Tr([html.Th(part_text(group, words), scope="row"), *cells]))
    table = html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody(rows)],
        className="crossed-table",
        **aria(labelledby="statistics-title"),
    )
    region = html.Div(
        table,
        className="table-scroll",
        tabIndex=0,
        role="region",
        **aria(labelledby="research-title statistics-title"),
    )
    told = [html.Li([html.B(each.label), f" – {each.about}"]) for each in kinds.values()]
    about = html.Details(
        [html.Summary(words.t("research.column.about")), html.Ul(told)],
        id="statistics-about",
        className="unfold small",
    )
    return [region, *([about] if any(each.about for each in kinds.values()) else [])]
