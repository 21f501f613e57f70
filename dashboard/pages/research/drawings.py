"""The pictures of a view, each in two sizes of which the style sheet shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.charts.series import ChartOptions
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.rendering import drawn
from dashboard.pages.research.links import picture_files
from dashboard.pages.research.playing import player

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.view import ResearchPicture, ResearchView

REGION = "pictured"
"""Id of the first picture, which takes the arrow keys where years can be played."""


DRAWN = "drawn"
"""In an address of a script's: `wide`, where the page that is seen needs no other size."""


def drawings(bench: Bench, view: ResearchView, query: str) -> list[Component]:
    """All of them; the first has what plays the years.

    Args:
        bench: What is looked at.
        view: What it says.
        query: Of the address.
    """
    only_wide = dict(parse_qsl(query)).get(DRAWN) == "wide"
    played = player(bench, view)
    return [
        _panel(
            picture,
            bench,
            played if at == 0 else [],
            f"{REGION}-{at}" if at else REGION,
            {"wide": picture.wide} | ({} if only_wide else {"narrow": picture.narrow}),
        )
        for at, picture in enumerate(view.pictures)
    ]


def _panel(
    picture: ResearchPicture,
    bench: Bench,
    played: list[Component],
    name: str,
    sizes: Mapping[str, tuple[int, int]],
) -> Component:
    heading = html.H2(picture.heading, id=f"{name}-title")
    each_size = [
        html.Div(
            drawn(picture.draw(ChartOptions(*size, bare=True))),
            className=f"drawing {kind}",
            style={"--tall": f"{size[1]}px"},  # no smaller, whatever the screen: letters are read
        )
        for kind, size in sizes.items()
    ]
    region = {"tabIndex": 0, "role": "group", **aria(labelledby=f"{name}-title")} if played else {}
    return html.Section(
        [
            html.Div(
                [heading, *played, picture_files(picture, bench)],
                className="picture-head",
            ),
            html.Div(each_size, id=name, className="drawings", **region),
        ],
        className="panel",
    )
