"""What became of the form, what was corrected by hand, and whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.frame import html
from dashboard.pages.figure.rows import correction_text

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.figure.view import FigureView


def behind(view: FigureView) -> list[Component]:
    """State and day of the form, corrections, whom to ask."""
    words, form = view.words, view.submission
    state = view.atlas.labels("submission_state", words)[form["state"]]
    received = "" if pd.isna(form["received_on"]) else f"{form['received_on']:%Y-%m-%d}"
    said = words.t("figure.form.received", state=state, day=received) if received else state
    version = form["form_version"]
    told: list[tuple[str, Any]] = [(words.t("figure.form"), said)]
    if isinstance(version, str) and version and version != "history":
        told.append((words.t("figure.form.version"), version))
    listed = [
        html.Li(f"{each['table']}.{each['column']} ({each['key']}): {correction_text(each, view)}")
        for each in view.corrections
    ]
    fixed = html.Ul(listed) if listed else words.t("figure.corrections.none")
    told += [(words.t("figure.corrections"), fixed), (words.t("figure.ask"), _whom(view))]
    return [html.Dl([part for name, text in told for part in (html.Dt(name), html.Dd(text))])]


def _whom(view: FigureView) -> list[Component | str]:
    """Whom to ask about the figure."""
    words, place = view.words, view.place
    assert place is not None  # noqa: S101 (a country has no form)
    if view.own["demo"]:
        return [words.t("figure.ask.demo")]
    sources = view.atlas.sources().set_index("source")
    if view.source not in sources.index:
        return [words.t("figure.ask.place", name=words.name(place, "full"))]
    source = sources.loc[view.source]
    if view.source == "forms":
        return [words.t("figure.ask.form", name=words.name(place, "full"),
                        publisher=source["publisher"])]  # fmt: skip
    link = [html.A(source["url"], href=source["url"])] if source["url"] else []
    return [words.t("figure.ask.table", publisher=source["publisher"]), " ", *link]
