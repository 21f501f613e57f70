"""What else is known of a recipient: competitions, grants, services, whom it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.places import competition_path, place_link, recipient_path
from dashboard.frame.plain_table import day, plain_table
from dashboard.pages.recipients.table import paid_text
from dashboard.pages.recipients.view import UNKNOWN, labels, places
from data.asking.recipients import recipient_grants, recipient_kin, recipient_services

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

MOST_ROWS = 200
"""Rows of a list on the page."""


def competitions(received: pd.DataFrame, atlas: Atlas, words: Language) -> list[Component]:
    """Those that it won; for which it applied in vain is not known, and said so."""
    won = received[(received["mode"] == "competition") & received["paid"].notna()]
    applied = html.P(words.t("recipient.competitions.applied"))
    if won.empty:
        return [html.P(words.t("recipient.competitions.none")), applied]
    area = labels("area", atlas, words)
    rows = [
        [
            str(row["year"]),
            place_link(places()[row["municipality"]], words),
            _competition(row, words),
            area.get(row["area"], UNKNOWN),
            paid_text(row["paid"], words, provisional=bool(row["provisional"])),
        ]
        for row in won.head(MOST_ROWS).to_dict("records")
    ]
    heads = ["year", "municipality", "competition", "area", "paid"]
    return [
        html.P(words.n("recipient.competitions.won", len(won))),
        applied,
        _table(heads, rows, "competitions", words),
    ]


def grants(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """What published lists say that it was awarded; that is not what it was paid."""
    found = recipient_grants(atlas.store, row["code"])
    if found.empty:
        return []
    columns = ["year", "municipality", "project"]
    columns += [name for name in ("requested", "awarded_on") if found[name].notna().any()]
    columns += ["awarded"]
    rows = [
        [_grant(name, grant, words) for name in columns]
        for grant in found.head(MOST_ROWS).to_dict("records")
    ]
    return [
        html.P(words.t("recipient.grants.not_paid")),
        _table(columns, rows, "grants", words),
    ]


def services(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """Services of which it provides the largest part."""
    found = recipient_services(atlas.store, row["code"])
    if found.empty:
        return []
    named, area = atlas.labels("service", words), labels("area", atlas, words)
    rows = [
        [
            named.get(each["service"], each["service"]),
            place_link(places()[each["municipality"]], words),
            area.get(each["area"], UNKNOWN),
            _span(each),
        ]
        for each in found.to_dict("records")
    ]
    return [_table(["service", "municipality", "area", "years"], rows, "services", words)]


def kin(row: dict[str, Any], atlas: Atlas, words: Language) -> list[Component]:
    """What it was made of, and what became of it."""
    found = recipient_kin(atlas.store, row["code"]).to_dict("records")
    said = []
    for heir in (False, True):
        links = [_entity(each, words) for each in found if bool(each["heir"]) == heir]
        if links:
            key = "recipient.heir" if heir else "recipient.predecessors"
            listed = [part for link in links for part in (", ", link)][1:]
            said.append(html.P([words.t(key), " ", *listed], className="kin"))
    return said


def _entity(each: dict[Any, Any], words: Language) -> Component | str:
    if not each["received"]:
        return str(each["name"])
    return html.A(each["name"], href=recipient_path(each["code"], words))


def _competition(row: dict[Any, Any], words: Language) -> Component | str:
    called = row["programme"] if isinstance(row["programme"], str) else UNKNOWN
    if not isinstance(row["competition"], str):
        return called
    return html.A(called, href=competition_path(row["competition"], words))


def _grant(name: str, grant: dict[Any, Any], words: Language) -> Component | str:
    if name == "municipality":
        return place_link(places()[grant["municipality"]], words)
    if name == "project":
        return next((grant[it] for it in ("title", "programme") if grant[it]), UNKNOWN)
    if name == "awarded_on":
        when = grant["awarded_on"]
        return day(when) if when == when and when is not None else UNKNOWN  # noqa: PLR0124
    return str(grant["year"]) if name == "year" else paid_text(grant[name], words)


def _span(each: dict[Any, Any]) -> str:
    first, last = each["first_year"], each["last_year"]
    return str(first) if first == last else f"{first}–{last}"


def _table(heads: list[str], rows: list[Any], name: str, words: Language) -> Component:
    said = [words.t(f"recipients.column.{head}") for head in heads]
    return plain_table(said, rows, labelled_by=f"{name}-title")
