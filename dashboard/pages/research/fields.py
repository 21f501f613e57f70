"""Single fields of the form; each is named as its choice is in the address."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from dashboard.frame import html
from dashboard.frame.field import Input
from dashboard.frame.rendering import render
from dashboard.language.i18n import language
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language

PLACES = "places"
"""Id of the names that can be typed."""


def list_field(name: str, label: str, choices: Iterable[tuple[str, str]], chosen: str) -> Component:
    """A list to choose from; `choices` are values and what is read of them."""
    return grouped_field(name, label, [("", [*choices])], chosen)


def grouped_field(
    name: str,
    label: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    chosen: str,
    *,
    whole: bool = False,
) -> Component:
    """A list of several parts, each under its heading; one without heading stands as it is.

    `whole`: as wide as the form, its label heard alone, where a heading tells the same.
    """
    # A browser that fills in what was chosen in a former visit would contradict the picture.
    key = f"choose-{name}"
    single = sum(len(choices) for _, choices in groups) < 2
    select = html.Select(
        _options(groups, chosen), id=key, name=name, autoComplete="off", disabled=single
    )
    unseen = {"className": "visually-hidden"} if whole else {}
    told = html.Label(label, htmlFor=key, **unseen)
    return html.Div([told, select], className="field whole" if whole else "field")


def _options(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], chosen: str) -> Markup:
    """Written at once: a form has hundreds of them."""
    parts: list[str] = []
    for heading, choices in groups:
        parts += [f'<optgroup label="{escape(heading)}">'] if heading else []
        for value, text in choices:
            mark = " selected" if value == chosen else ""
            parts.append(f'<option value="{value}"{mark}>{escape(text)}</option>')
        parts += ["</optgroup>"] if heading else []
    return Markup("".join(parts))  # noqa: S704 - texts are escaped, values are ids


def typed_field(name: str, label: str, words: Language, full: str = "") -> Component:
    """A field for the name of one more municipality or county; a `full` one says so."""
    key = f"choose-{name}"
    typed = Input(
        id=key,
        name=name,
        type="text",
        list=PLACES,
        autoComplete="off",
        spellCheck="false",
        placeholder=full or words.t("control.search"),
        disabled=bool(full),
    )
    return html.Div([html.Label(label, htmlFor=key), typed], className="field")


def names_to_type(words: Language) -> Markup:
    """Names of municipalities and counties, for all fields in which one is typed."""
    return _names_to_type(words.code)


@cache
def _names_to_type(code: str) -> Markup:
    words = language(code)
    names = [words.name(place) for place in municipalities()]
    names += [words.name(county, "full") for county in counties()]
    return render(html.Datalist([html.Option(value=name) for name in names], id=PLACES))


def box_field(name: str, value: str, label: str, *, chosen: bool) -> Component:
    """A box that gives a value or nothing."""
    key = f"choose-{name}"
    box = Input(type="checkbox", id=key, name=name, value=value, checked=chosen, autoComplete="off")
    return html.Label([box, " ", label], className="box", htmlFor=key)
