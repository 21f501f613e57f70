"""What can be chosen of the recipients: a form whose answers are the page's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field, select_field
from dashboard.frame.field import Input
from dashboard.pages.recipients.state import FIGURES, LISTS, MOST_LETTERS
from data.asking.recipients import SORTS
from data.catalog import YEARS
from geo.places import municipalities

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.recipients.view import RecipientsView


def controls(view: RecipientsView) -> Component:
    """The form, with what is chosen now; a script sends it at every change."""
    words, asked, state = view.words, view.state.asked, view.state
    every = ("", words.t("recipients.filter.all"))
    places = [every, *((place.code, words.name(place)) for place in municipalities())]
    years = [every, *((str(year), str(year)) for year in reversed(YEARS))]
    lists = {name: [every, *view.labels(name).items()] for name in LISTS}
    figures = [(each, words.t(f"recipients.figures.{each or 'any'}")) for each in FIGURES]
    chosen = {
        "municipality": (places, asked.municipality),
        "year": (years, str(asked.year or "")),
        **{name: (choices, getattr(asked, name)) for name, choices in lists.items()},
        **({"figures": (figures, state.figures)} if view.atlas.is_demo else {}),
    }
    fields = [_name_field(view)]
    fields += [
        select_field(name, words.t(f"recipients.filter.{name}"), choices, value)
        for name, (choices, value) in chosen.items()
    ]
    return html.Form(
        [
            html.Div(fields, className="choices"),
            *([hidden_field("sort", state.sort)] if state.sort != SORTS[0] else []),
            html.Div(
                [
                    html.Button(words.t("control.show"), type="submit", className="primary"),
                    html.A(words.t("recipients.filter.clear"),
                           href=view.path().partition("?")[0], **{"data-stay": ""}),
                ],
                className="filter-buttons",
            ),
        ],
        id="recipients-form",
        method="get",
        action=view.path().partition("?")[0],
        className="recipients-form",
        role="search",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("recipients.filter.group"))},
    )  # fmt: skip


def _name_field(view: RecipientsView) -> Component:
    """The field for names and codes."""
    field = Input(
        id="name",
        name="name",
        type="search",
        value=view.state.asked.name,
        maxLength=MOST_LETTERS,
        autoComplete="off",
        spellCheck="false",
    )
    label = html.Label(view.words.t("recipients.filter.name"), htmlFor="name")
    return html.Div([label, field], className="field name-field")
