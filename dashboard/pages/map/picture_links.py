"""Links to a picture of a panel; scripts keep them in step with what is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.indicators.state import write_state
from dashboard.pages.map.pictures import TYPES

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.map.shown import Shown


def picture_links(kind: str, shown: Shown, words: Language) -> Component:
    """Links to `kind`, one of `pictures.KINDS`, in every type."""
    query = write_state(shown.state)
    links = [
        html.A(
            ending.upper(),
            href=f"/download/{words.code}/{kind}.{ending}?{query}",
            download=True,
            **{"data-query": "", **aria(label=words.t(f"download.{kind}", kind=ending.upper()))},
        )
        for ending in TYPES
    ]
    return html.P(links, className="downloads picture-links")
