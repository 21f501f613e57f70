"""Small SVG pictures: what they are made of, and their colours on a light and a dark ground.

Text is set by the browser that shows it; widths are reckoned, so lines are broken a little early.
"""

from __future__ import annotations

from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, tostring

from dashboard.charts.lettering import FONT
from dashboard.charts.palette import settle

LOOKS = {
    "light": {
        "ground": "#ffffff", "text": "#10202e", "muted": "#4c5a67", "line": "#d9dedc",
        "shade": "#e2f0f2", "accent": "#0f5c76", "target": "#8a3b12", "national": "#3d4a57",
        "idle": "#8a3b12", "begun": "#6b4ea0", "halfway": "#0f6a8a", "done": "#1d6b3c",
        "told": "#4c5a67", "unknown": "#4c5a67",
    },
    "dark": {
        "ground": "#18232d", "text": "#e9eff3", "muted": "#b3c0ca", "line": "#324150",
        "shade": "#17384a", "accent": "#79cbe0", "target": "#ffb38a", "national": "#cfd8df",
        "idle": "#ffb38a", "begun": "#cbb6f5", "halfway": "#79cbe0", "done": "#8fd6a3",
        "told": "#b3c0ca", "unknown": "#b3c0ca",
    },
}  # fmt: skip
"""The colours of assets/css/tokens.css and commitments.css, which a picture cannot refer to."""

LETTER = 0.54
"""Width of an average letter, in its size."""


def add(parent: Element, tag: str, **attributes: object) -> Element:
    """A new element within another; underscores in names become hyphens, `class_` is the class."""
    element = SubElement(parent, tag)
    for name, value in attributes.items():
        text = f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
        element.set(name.rstrip("_").replace("_", "-"), text)
    return element


class Drawing:
    """A picture that is drawn from top to bottom.

    Args:
        width: In px.
        height: In px; may be set when all is drawn.
        look: One of `LOOKS`.
        title: Its text alternative.
    """

    def __init__(self, width: float, height: float, look: str, title: str) -> None:
        self.look, self.colours = look, LOOKS[look]
        self.width, self.height = width, height
        self.root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
        self.root.set("font-family", FONT.replace('"', "'"))
        SubElement(self.root, "title").text = title
        self.ground = SubElement(self.root, "rect", width="100%", height="100%")
        self.ground.set("fill", self.colours["ground"])

    def shape(self, tag: str, **attributes: object) -> Element:
        """A shape; underscores in names become hyphens, colours are named by their meaning."""
        named = {
            name: self.colours.get(value, value) if isinstance(value, str) else value
            for name, value in attributes.items()
        }
        return add(self.root, tag, **named)

    def text(self, x: float, y: float, text: str, size: float = 13, **look: object) -> None:
        """One line; `y` is its base."""
        self.shape("text", x=x, y=y, font_size=size, **{"fill": "text", **look}).text = text

    def lines(
        self, x: float, y: float, text: str, width: float, size: float = 13, **look: object
    ) -> float:
        """A text broken into lines of a width; returns the base of the line after it."""
        for line in wrap(text, max(8, int(width / (LETTER * size)))):
            self.text(x, y, line, size, **look)
            y += size * 1.35
        return y

    def svg(self) -> str:
        """The picture as the text of a file, in the colours of its look."""
        settle(self.root, self.look)
        self.root.set("viewBox", f"0 0 {self.width:.0f} {self.height:.0f}")
        self.root.set("width", f"{self.width:.0f}")
        self.root.set("height", f"{self.height:.0f}")
        return tostring(self.root, encoding="unicode")
