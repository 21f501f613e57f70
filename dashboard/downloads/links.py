"""Links to what can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language


def picture_links(address: str, what: str, words: Language) -> list[Component]:
    """A picture to take away: drawn by the server as SVG, by the browser as PNG."""
    return [
        html.A(
            "SVG",
            href=address,
            download=True,
            **aria(label=words.t("commitments.download", what=what, kind="SVG")),
        ),
        html.Button(
            "PNG",
            type="button",
            className="scripted",
            **{
                "data-picture": address,
                **aria(label=words.t("commitments.download", what=what, kind="PNG")),
            },
        ),
    ]
