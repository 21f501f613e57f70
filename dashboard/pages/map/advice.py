"""What a reader of the map should know of its classes and unit: buttons that choose otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.indicators.advice import advice_texts
from dashboard.pages.map.controls import FORM

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def advice(shown: Shown, words: Language) -> list[Component]:
    """A paragraph each; its button belongs to the form, after whose lists it stands and counts."""
    texts = advice_texts(words)
    return [_paragraph(**texts[key]) for key in shown.view["advice"]]


def _paragraph(text: str, name: str, value: str, label: str) -> Component:
    button = html.Button(label, type="submit", form=FORM, name=name, value=value)
    return html.P([text, " ", button])
