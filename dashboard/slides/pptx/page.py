"""A slide that is being filled: units of the stage, colours of the look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lxml.etree import SubElement
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Pt

from dashboard.charts.lettering import width as text_width
from dashboard.charts.palette import in_look
from dashboard.slides import ink

if TYPE_CHECKING:
    from dashboard.charts.framing import Area

UNIT: Final = 7620
"""EMU to a unit of the stage: 900 of them are 7.5 inches."""

POINT: Final = 0.6
"""Points to a unit."""

FONT: Final = "Arial"
"""On every machine that shows slides, and narrower than the letters that were measured."""

TAGS: Final = {"lt": "lt-LT", "en": "en-GB"}
RISE: Final = 0.905
"""From the top of a line to its base, in the size of the letters."""

ALIGN: Final = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}


def emu(units: float) -> Any:
    """A length."""
    return Emu(round(units * UNIT))


@dataclass(frozen=True)
class PptxPage:
    """Where shapes are added.

    Attributes:
        shapes: Of the slide, or of a group on it.
        look: `light` or `dark`.
    """

    shapes: Any
    look: str

    def rgb(self, colour: str) -> Any:
        """A colour of the look."""
        return RGBColor.from_string(in_look(colour, self.look).lstrip("#"))

    def run(self, paragraph: Any, text: str, size: float, **look: Any) -> None:
        """A text of one look; `fill`, `bold`."""
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(round(size * POINT, 1))
        run.font.bold = bool(look.get("bold"))
        run.font.name = FONT
        run.font.color.rgb = self.rgb(look.get("fill") or ink.TEXT)

    def line(self, x: float, base: float, text: str, size: float, **look: Any) -> Any:
        """A text box of one line, by the base that it stands on; `anchor` as svg has it."""
        anchor = look.get("anchor") or "start"
        wide = text_width(text, size, bold=bool(look.get("bold"))) + 2
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        box = self.shapes.add_textbox(
            emu(left), emu(base - RISE * size), emu(wide), emu(1.2 * size)
        )
        frame = self.framed(box, wrap=False)
        frame.paragraphs[0].alignment = ALIGN[anchor]
        self.run(frame.paragraphs[0], text, size, **look)
        return box

    def box(self, area: Area, text: str, size: float, **look: Any) -> Any:
        """A text box of an area, whose lines break as they need."""
        made = self.shapes.add_textbox(
            emu(area.left), emu(area.top), emu(area.width), emu(area.height)
        )
        frame = self.framed(made, wrap=True)
        self.run(frame.paragraphs[0], text, size, **look)
        return made

    def framed(self, shape: Any, *, wrap: bool) -> Any:
        """The text frame of a shape, without room around and as large as it is said to be."""
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap = wrap
        frame.auto_size = MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.TOP
        return frame

    def rect(self, area: Area, fill: str, stroke: str = "", thick: float = 1.5) -> Any:
        """A rectangle."""
        made = self.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, emu(area.left), emu(area.top), emu(area.width), emu(area.height)
        )
        made._element.remove(made._element.find("{*}style"))  # noqa: SLF001 - it has a shadow
        self.filled(made, fill)
        self.edged(made, stroke, thick)
        return made

    def filled(self, shape: Any, fill: str, opaque: float = 1) -> None:
        """Gives a shape its colour, or none; `opaque` is how much of it, 0–1."""
        if fill in ("", "none"):
            shape.fill.background()
        else:
            shape.fill.solid()
            shape.fill.fore_color.rgb = self.rgb(fill)
            if opaque < 1:
                colour = shape.fill._xPr.find("{*}solidFill")[0]  # noqa: SLF001
                SubElement(colour, f"{{{colour.nsmap['a']}}}alpha", val=f"{opaque * 100_000:.0f}")

    def edged(self, shape: Any, stroke: str, thick: float) -> None:
        """Gives a shape its outline, or none."""
        if not stroke:
            shape.line.fill.background()
            return
        shape.line.color.rgb = self.rgb(stroke)
        shape.line.width = Pt(round(thick * POINT, 2))


def describe(shape: Any, name: str, text: str) -> None:
    """Names a shape, and says what it shows to those who do not see it."""
    found = shape._element.xpath("./*[1]/p:cNvPr")[0]  # noqa: SLF001 - it has no other way
    found.set("name", name)
    found.set("descr", text)
