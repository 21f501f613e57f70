"""What leads on from a municipality's page: sheet, tables, comparison, where its money went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import COMPARED, changes_path, compare_path, research_path
from dashboard.sheets.pdf import can_print
from data.catalog import FIGURES
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.frame.place_view import PlaceView


def taking(view: PlaceView) -> Component:
    """Links to the sheet if it can be made, to CSV and XLSX, and to the nearest side by side."""
    words, code = view.words, view.place.code
    query = view.query(opened="", year=view.standing.year)
    name = words.name(view.place)
    files = [
        html.A(
            kind.upper(),
            href=f"/download/{words.code}/municipality/{code}.{kind}?{query}",
            download=True,
            **aria(label=words.t("commitments.download", what=name, kind=kind.upper())),
        )
        for kind in ("csv", "xlsx")
    ]
    sheet = html.A(
        words.t("municipality.sheet"),
        href=f"/download/{words.code}/municipality/{code}.pdf?{query}",
        className="primary-link",
    )
    circle = view.standing.circle
    nearest = [municipalities()[at].code for at in (circle.own, *circle.peers)][: COMPARED[1]]
    beside = html.A(words.t("municipality.compare"), href=compare_path(nearest, words))
    changed = html.A(words.t("page.changes.nav"), href=changes_path(words, municipality=code))
    study = html.A(
        words.t("research.link"),
        href=research_path(
            words,
            indicator=view.standing.state.opened,
            year=view.standing.year,
            figures=view.standing.state.figures
            if view.standing.state.figures != FIGURES[0]
            else "",
            select=code,
        ),
        title=words.t("research.link.about"),
    )
    beside_it = [beside] if circle.peers else []
    return html.P(
        [*([sheet] if can_print() else []), *files, *beside_it, study, changed],
        className="downloads",
    )
