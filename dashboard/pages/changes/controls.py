"""What can be chosen of the changes: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import select_field
from dashboard.frame.places import changes_path
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.changes.state import ChangesState
    from dashboard.pages.changes.telling import ChangeWords


def controls(state: ChangesState, tell: ChangeWords) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    words = tell.words
    places = [("", words.t("changes.place_all"))]
    places += [(place.code, words.name(place)) for place in municipalities()]
    kinds = [("", words.t("changes.kind_all")), *tell.kinds.items()]
    fields = [
        select_field("municipality", words.t("changes.place"), places, state.municipality),
        select_field("kind", words.t("changes.kind"), kinds, state.kind),
    ]
    return html.Form(
        [
            html.Div(fields, className="choices"),
            html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
        ],
        id="changes-form",
        method="get",
        action=changes_path(words),
        className="peers-form",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("changes.filter"))},
    )
