"""Colours with a meaning. Interface colours are in assets/shared/tokens.css.

Whatever looks otherwise on a dark ground is a pair, written as CSS does: `light-dark(#fff, #000)`.
In a page the browser takes its half of it; a picture that leaves the page has one look (`in_look`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Luminance falls (on a dark ground: rises) by the same factor from class to class, as far as there
# is room for it, so that neighbours are told apart in grey, on a pale projector and with any colour
# vision. The highest class stands out most from its ground.
_LIGHT: Final = {
    1: ("#017f88",),
    2: ("#64ca8e", "#004f74"),
    3: ("#a9e19a", "#07898b", "#0a3068"),
    4: ("#d2f2ab", "#0eae8f", "#02687f", "#13255a"),
    5: ("#d2f2ab", "#40c08d", "#07898b", "#005878", "#13255a"),
    6: ("#d2f2ab", "#64ca8e", "#039f90", "#087584", "#004f74", "#13255a"),
    7: ("#d2f2ab", "#79d090", "#0eae8f", "#07898b", "#02687f", "#004872", "#13255a"),
}
_DARK: Final = {
    1: ("#04a392",),
    2: ("#046089", "#8dd18a"),
    3: ("#20497e", "#019893", "#d8eaa3"),
    4: ("#2b3b6b", "#09788d", "#32bb8a", "#eef4b2"),
    5: ("#2b3b6b", "#06698a", "#019893", "#70c988", "#eef4b2"),
    6: ("#2b3b6b", "#046089", "#0c8590", "#00ae90", "#8dd18a", "#eef4b2"),
    7: ("#2b3b6b", "#005a8a", "#09788d", "#019893", "#32bb8a", "#9fd68d", "#eef4b2"),
}
# The same hues for a pale projector in a lit room: as bright as white : black = 5 : 1 shows them,
# lightness falls (rises) in equal steps, for which dark classes have to lie much further apart.
_PROJECTED_LIGHT: Final = {
    2: ("#e4f7bd", "#0a1a4a"),
    3: ("#e4f7bd", "#25b28f", "#0a1a4a"),
    4: ("#e4f7bd", "#72cd90", "#078e8c", "#0a1a4a"),
    5: ("#e4f7bd", "#91d899", "#25b28f", "#047986", "#0a1a4a"),
    6: ("#e4f7bd", "#a3dfa0", "#5ac290", "#099d8d", "#026c81", "#0a1a4a"),
    7: ("#e4f7bd", "#aee3a5", "#72cd90", "#25b28f", "#078e8c", "#01627d", "#0a1a4a"),
}
_PROJECTED_DARK: Final = {
    2: ("#22305c", "#f6f9cf"),
    3: ("#22305c", "#31ba8a", "#f6f9cf"),
    4: ("#22305c", "#029693", "#8dd18d", "#f6f9cf"),
    5: ("#22305c", "#06828f", "#31ba8a", "#acdb97", "#f6f9cf"),
    6: ("#22305c", "#07758d", "#18a590", "#6ec88c", "#bbe1a2", "#f6f9cf"),
    7: ("#22305c", "#036c8c", "#029693", "#31ba8a", "#8dd18d", "#c6e6aa", "#f6f9cf"),
}
MOST = max(_LIGHT)
"""Classes that can be told apart."""

UNKNOWN_COLOUR = "url(#no-data)"
"""What has no figure is hatched (`charts.hatch`): no shade of grey is safe from a projector."""

UNKNOWN_GROUND = "light-dark(#f1f3f4, #1d2933)"
UNKNOWN_LINES = "light-dark(#a3adb6, #46545f)"
ZERO_COLOUR = "light-dark(#ffffff, #0b1218)"
LINE_COLOUR = "light-dark(#ffffff, #18232d)"
COUNTY_COLOUR = "light-dark(#3d4a57, #93a3b0)"
NAME_COLOUR = "light-dark(#10202e, #f4f7f9)"

SELECTED = (
    "#d9541e", "#a855f7", "#0d9488", "#db2777", "#5f9413",
    "#3b82f6", "#a87b00", "#866b50", "#b5739d", "#60759f",
)  # fmt: skip
"""Colours of up to ten selected municipalities; each also has its own dash and marker,
and stands out from a light and from a dark ground."""

NATIONAL_COLOUR = "#3d4a57"

FLOWING = (
    "light-dark(#3f6db0, #86b2ee)", "light-dark(#0b8577, #45c4b0)", "light-dark(#d9541e, #ff9a62)",
    "light-dark(#8557b8, #c3a3ee)", "light-dark(#8f6a00, #e0bb4d)", "light-dark(#6b7781, #9aa8b4)",
)  # fmt: skip
"""Colours of what money flows to; areas of them let text through on either ground."""

_PAIR = re.compile(r"light-dark\((#\w+), (#\w+)\)")


def sequential(count: int) -> list[str]:
    """Colours of `count` classes (at most `MOST`), lowest first, each a pair."""
    if count < 1:
        return []
    both = zip(_LIGHT[count], _DARK[count], strict=True)
    return [f"light-dark({light}, {dark})" for light, dark in both]


def projected(count: int) -> list[str]:
    """The same as a room sees them on a pale projector."""
    if count < 2:
        return sequential(count)
    both = zip(_PROJECTED_LIGHT[count], _PROJECTED_DARK[count], strict=True)
    return [f"light-dark({light}, {dark})" for light, dark in both]


# Orange falls, violet grows: told apart by all; lightness falls (on a dark ground rises) to both
# ends, and the signs of the legend say which is which.
_DIVERGING: Final = (
    "light-dark(#7d3a02, #ffb45e)", "light-dark(#d98032, #cf8630)", "light-dark(#f5c488, #8f6130)",
    "light-dark(#f7f7f6, #28323c)",
    "light-dark(#c8c0ea, #645ca4)", "light-dark(#8b7cc0, #9a8cdc)", "light-dark(#45247f, #cdbfff)",
)  # fmt: skip


def diverging() -> tuple[str, ...]:
    """Colours of seven classes around no change, the largest fall first, each a pair."""
    return _DIVERGING


def in_look(colour: str, look: str) -> str:
    """The half of a pair that a look (`light` or `dark`) shows; any other text as it is."""
    found = _PAIR.fullmatch(colour)
    return found[2 if look == "dark" else 1] if found else colour


def settle(root: Element, look: str) -> None:
    """Gives all shapes and texts of a picture the colours of a look."""
    for element in root.iter():
        for name in ("fill", "stroke"):
            if name in element.keys():  # noqa: SIM118 - an element is no mapping
                element.set(name, in_look(element.get(name, ""), look))
