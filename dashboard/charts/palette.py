"""Colours with a meaning. Interface colours are in assets/css/tokens.css."""

from __future__ import annotations

# One hue family from pale green to deep blue: lightness falls evenly, so that it reads in grey,
# on a pale projector and with any colour vision.
_FIVE = ("#d3edc1", "#8cd0b5", "#3ea6bd", "#2070ad", "#173880")
_SIX = ("#d3edc1", "#9ad6b7", "#5db7ba", "#388fb7", "#1e65a4", "#173880")

UNKNOWN_COLOUR = "#d5d8dc"
ZERO_COLOUR = "#ffffff"
LINE_COLOUR = "#ffffff"
COUNTY_COLOUR = "#3d4a57"
GLYPH_COLOUR = "#3d4a57"
NAME_COLOUR = "#10202e"
HALO = "0 0 2px #fff, 0 0 2px #fff, 0 0 3px #fff, 0 0 4px #fff"
"""Light around dark letters, so that names can be read on every class."""

SELECTED = ("#d9541e", "#a855f7", "#0d9488", "#db2777", "#5f9413", "#3b82f6")
"""Colours of up to six selected municipalities; each also has its own dash and marker,
and stands out from a light and from a dark ground."""

NATIONAL_COLOUR = "#3d4a57"


def sequential(count: int) -> list[str]:
    """Colours of `count` classes (at most six), lowest first, spread over the whole scale."""
    if count <= 1:
        return list(_FIVE[2:3]) if count == 1 else []
    if count == len(_SIX):
        return list(_SIX)
    return [_FIVE[round(index * 4 / (count - 1))] for index in range(count)]


def stepwise(colours: list[str]) -> list[tuple[float, str]]:
    """A plotly colour scale of as many flat steps as there are colours."""
    size = len(colours)
    return [
        ((index + end) / size, colour) for index, colour in enumerate(colours) for end in (0, 1)
    ]
