"""What the map's script needs to let plotly.js draw the picture again, when somebody comes to it.

Colours and addresses are not in it: the script takes them from the picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from dashboard.charts.choropleth import choropleth, map_points
from dashboard.charts.geometry import geometry_url
from dashboard.charts.outlines import degrees, small_places
from dashboard.charts.projection import FITTING
from dashboard.frame.rendering import data_block
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from dashboard.charts.picture import MapPicture
    from dashboard.language.i18n import Language


def plotted(picture: MapPicture, said: Mapping[str, str], width: float, words: Language) -> Markup:
    """The figure of the map without colours, and what is said of each municipality.

    Args:
        picture: The map that is seen.
        said: Figures, or what is said instead, by code.
        width: Of the map where signs and markers have their size, px.
        words: The language of names.
    """
    points = map_points([place.sign for place in picture.places], [""] * len(picture.places))
    figure = choropleth(points, geometry_url(), [county.nuts3 for county in counties()])
    told = {
        "places": [
            {
                "code": place.code,
                "name": words.name(place),
                "said": said[place.code],
                "point": degrees()[place.code],
            }
            for place in municipalities()
        ],
        "real": [place.code for place in picture.places if place.real],
        "map": orjson.loads(figure.to_json()),
        "dots": small_places(),
        "fitting": FITTING | {"usual": width},
    }
    return data_block("frame", orjson.dumps(told))
