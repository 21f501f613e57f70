"""Parts of a form whose answer is the page's address: lists, what is kept, only real figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.field import Input
from data.catalog import FIGURES
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language

REAL = FIGURES[1]


def select_field(
    name: str, label: str, choices: Iterable[tuple[str, str]], chosen: str
) -> Component:
    """A list to choose from; `choices` are values and what is read of them."""
    options = [html.Option(text, value=value, selected=value == chosen) for value, text in choices]
    select = html.Select(options, id=name, name=name, autoComplete="off")
    return html.Div([html.Label(label, htmlFor=name), select], className="field")


def hidden_field(name: str, value: str) -> Component:
    """What the address keeps, though it is not chosen here."""
    return Input(type="hidden", name=name, value=value)


def figures_choice(figures: str, form: str, words: Language) -> Component:
    """The mark of invented or real figures, and the box that leaves only real ones.

    Args:
        figures: One of `data.catalog.FIGURES`.
        form: Id of the form to which the box belongs.
        words: The language.
    """
    real = figures == REAL
    kind = "real" if real else "demo"
    mark = html.Span(
        words.t(f"{kind}.badge"), className=f"{kind}-badge", title=words.t(f"{kind}.explained")
    )
    box = Input(type="checkbox", id="figures", name="figures", value=REAL, checked=real, form=form,
                autocomplete="off")  # fmt: skip
    return html.P([mark, html.Label([box, " ", words.t("real.only")])], className="figures")


def places_field(label: str, words: Language, full: str = "") -> Component:
    """A field for one more municipality, or a county; one that is `full` says so and takes none."""
    names = [words.name(place) for place in municipalities()]
    names += [words.name(county, "full") for county in counties()]
    search = Input(
        id="select",
        name="select",
        type="text",
        list="places",
        autoComplete="off",
        spellCheck="false",
        placeholder=full or words.t("control.search"),
        disabled=bool(full),
    )
    return html.Div(
        [
            html.Label(label, htmlFor="select"),
            search,
            html.Datalist([html.Option(value=name) for name in names], id="places"),
        ],
        className="field",
    )
