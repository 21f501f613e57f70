"""The legend of a framed picture: unit, classes with their counts, the key of the selected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.charts import palette
from dashboard.charts.blocks import LEADING, RISE, Block, block, draw_blocks
from dashboard.charts.lettering import broken, cut, width
from dashboard.charts.map_texts import HALO

if TYPE_CHECKING:
    from dashboard.charts.picture import LegendEntry, Selected
    from dashboard.charts.svg import Drawing

SWATCH, GAP = 1.7, 0.6
"""Width of a swatch and of the room beside it, in the size of the letters."""


@dataclass(frozen=True)
class Legend:
    """A legend that is measured and can be drawn.

    Attributes:
        unit_text: Of the figures.
        keys: From the top.
        selected: The municipalities that are compared.
        room: Its width, px.
        size: Of its letters, px.
        short: Whether every text is cut to one line, where nothing else helps.
    """

    unit_text: str
    keys: tuple[LegendEntry, ...]
    selected: tuple[Selected, ...]
    room: float
    size: float
    short: bool = False

    @property
    def unit(self) -> Block:
        """The unit above the classes."""
        gap = 0.3 * self.size
        made = block(self.unit_text, self.room, self.size, fill="muted", gap=gap)
        return made.at_most(1 if self.short else 3, self.room)

    @property
    def counted(self) -> float:
        """Room of the counts at the right."""
        return counts_width(self.keys, self.size)

    @property
    def row(self) -> float:
        """Height of a line of the legend."""
        return self.size * 1.55

    def lines(self, text: str, *, counted: bool = True) -> list[str]:
        """The lines of an entry."""
        room = self.room - (SWATCH + GAP) * self.size - (self.counted if counted else 0)
        return [cut(text, room, self.size)] if self.short else broken(text, room, self.size)

    @property
    def keys_height(self) -> float:
        """Of unit and classes."""
        rows = sum(self._tall(self.lines(key.label)) for key in self.keys)
        return self.unit.height + rows

    @property
    def selected_height(self) -> float:
        """Of the key of the selected."""
        return sum(self._tall(self.lines(_said(item), counted=False)) for item in self.selected)

    @property
    def height(self) -> float:
        """Of all, one below the other."""
        between = self.size if self.selected_height else 0
        return self.keys_height + between + self.selected_height

    def _tall(self, lines: list[str]) -> float:
        return self.row + (max(1, len(lines)) - 1) * self.size * LEADING

    def draw_keys(self, drawing: Drawing, x: float, y: float) -> None:
        """Unit and classes from a top downwards."""
        y = draw_blocks(drawing, x, y, [self.unit])
        for key in self.keys:
            self._swatch(drawing, x, y, key)
            lines = self.lines(key.label)
            self._say(drawing, x, y, lines)
            base = y + 0.12 * self.size + self.size * RISE
            if key.count is not None:
                count = {"fill": "muted", "text_anchor": "end"}
                drawing.text(x + self.room, base, str(key.count), self.size, **count)
            y += self._tall(lines)

    def draw_selected(self, drawing: Drawing, x: float, y: float) -> None:
        """The key of the selected from a top downwards."""
        for item in self.selected:
            middle = y + 0.75 * self.size
            drawing.shape(
                "rect",
                x=x,
                y=middle - 0.2 * self.size,
                width=SWATCH * self.size,
                height=0.4 * self.size,
                rx=0.1 * self.size,
                fill=item.colour,
            )
            lines = self.lines(_said(item), counted=False)
            self._say(drawing, x, y, lines)
            y += self._tall(lines)

    def _swatch(self, drawing: Drawing, x: float, y: float, key: LegendEntry) -> None:
        drawing.shape(
            "rect",
            x=x + 0.5,
            y=y + 0.1 * self.size,
            width=SWATCH * self.size,
            height=1.25 * self.size,
            rx=0.12 * self.size,
            fill=key.colour,
            stroke=palette.COUNTY_COLOUR,
            stroke_width=max(0.5, self.size / 22),
        )
        if key.sign:
            middle = x + 0.5 + SWATCH * self.size / 2
            look = {"fill": palette.NAME_COLOUR, "text_anchor": "middle", "font_weight": "bold"}
            halo = {**HALO, "stroke_width": round(0.22 * self.size, 1)}
            drawing.text(middle, y + 1.17 * self.size, key.sign, self.size, **look, **halo)

    def _say(self, drawing: Drawing, x: float, y: float, lines: list[str]) -> None:
        left = x + (SWATCH + GAP) * self.size
        for number, line in enumerate(lines):
            base = y + 0.12 * self.size + self.size * (RISE + number * LEADING)
            drawing.text(left, base, line, self.size)


def _said(item: Selected) -> str:
    return f"{item.name}: {item.value}"


def wanted_width(
    unit: str, keys: tuple[LegendEntry, ...], selected: tuple[Selected, ...], size: float
) -> float:
    """How wide a legend would be with every text on one line, a long unit left aside."""
    beside = (SWATCH + GAP) * size
    counted = counts_width(keys, size)
    labels = [beside + width(key.label, size) + counted for key in keys]
    names = [beside + width(_said(item), size) for item in selected]
    return max([*labels, *names, min(width(unit, size), 14 * size)], default=0) + 2


def counts_width(keys: tuple[LegendEntry, ...], size: float) -> float:
    """Room that counts take at the right; none where none is told."""
    counts = [width(str(key.count), size) for key in keys if key.count is not None]
    return max(counts) + size if counts else 0
