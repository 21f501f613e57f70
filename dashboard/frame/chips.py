"""Chosen municipalities as chips, each a link to the page without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.palette import SELECTED
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.own_marker import marker_svg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language


class Chip(NamedTuple):
    """A chosen municipality.

    Attributes:
        name: Its name.
        href: The page without it.
        number: Of its colour and marker; None where it has none.
    """

    name: str
    href: str
    number: int | None = None


def chip_list(chips: Iterable[Chip], words: Language, *, name: str, label: str) -> Component:
    """The chips; `name` is the id to which the focus comes back."""
    items = [html.Li(_chip(chip, words, name)) for chip in chips]
    return html.Ul(items, id=name, className="chips", tabIndex="-1", **aria(label=label))


def _chip(chip: Chip, words: Language, name: str) -> Component:
    own = {} if chip.number is None else {"style": {"--own": SELECTED[chip.number]}}
    marker = [] if chip.number is None else [marker_svg(chip.number)]
    return html.A(
        [*marker, chip.name, html.Span("×", **aria(hidden="true"))],
        href=chip.href,
        className="chip",
        **own,
        **{
            "data-stay": "",
            "data-then": name,
            **aria(label=words.t("control.remove", name=chip.name)),
        },
    )
