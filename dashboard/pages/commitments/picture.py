"""The commitments as a picture to take away: a bar of shares, and a labelled mark each."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from dashboard.charts.lettering import width as text_width
from dashboard.charts.svg import Drawing
from dashboard.commitments.labels import status_word, whole_text
from dashboard.commitments.sentence import head_text, share_text
from dashboard.commitments.standing import grouped, head, look

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dashboard.commitments.model import Status
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language

WIDTH, EDGE, COLUMNS = 1200.0, 40.0, 3


def draw_plans(view: PlanView, *, title: str, sentence: str, source: str) -> str:
    """An SVG of the commitments by plan and section, with title, sentence and source in it."""
    drawing = Drawing(WIDTH, 0, "light", f"{title}. {sentence}")
    y = drawing.lines(EDGE, 54, title, WIDTH - 2 * EDGE, 26, font_weight=700)
    y = drawing.lines(EDGE, y + 4, sentence, WIDTH - 2 * EDGE, 16) + 10
    if view.found:
        y = _bar(drawing, view.counts, view.words, y)
    groups = grouped(view.found, lambda item: (item.section or item.plan,))
    for key, items in groups.items():
        named = [view.plans.plans[items[0].commitment.plan].named]
        if key in view.plans.sections:
            named.append(
                f"{key.partition('-')[2]}. {whole_text(view.plans.sections[key], view.words)}"
            )
        drawing.shape("line", x1=EDGE, x2=WIDTH - EDGE, y1=y, y2=y, stroke="line")
        y = drawing.lines(EDGE, y + 26, " · ".join(named), WIDTH - 2 * EDGE, 15, font_weight=700)
        y = _marks(drawing, items, view, y + 4) + 8
    drawing.height = drawing.lines(EDGE, y + 20, source, WIDTH - 2 * EDGE, 13, fill="muted") + 12
    return drawing.svg()


def _bar(
    drawing: Drawing, counted: Mapping[Status | None, int], words: Language, y: float
) -> float:
    """The shares; each part says its number, and the line under it what it means."""
    total = sum(counted.values())
    x, unit = EDGE, (WIDTH - 2 * EDGE) / total
    keys = []
    for status, count in counted.items():
        if not count:
            continue
        middle, width = x + unit * count / 2, unit * count - 3
        drawing.shape("rect", x=x, y=y, width=width, height=34, fill=look(status))
        how = {"fill": "ground", "text_anchor": "middle", "font_weight": 700}
        drawing.text(middle, y + 23, str(count), 16, **how)
        keys.append(f"{status_word(status, words)} {share_text(count, total, words)}")
        x += unit * count
    return drawing.lines(EDGE, y + 58, "  ·  ".join(keys), WIDTH - 2 * EDGE, 15) + 10


def _marks(drawing: Drawing, items: Sequence[Standing], view: PlanView, y: float) -> float:
    column = (WIDTH - 2 * EDGE) / COLUMNS
    bottom = y
    for number, item in enumerate(items):
        if number % COLUMNS == 0:
            y = bottom
        x = EDGE + column * (number % COLUMNS)
        heading = head(item, view.state.on)
        _disc(drawing, x + 14, y + 18, heading.status if heading else None)
        label = f"{item.commitment.number} {head_text(item, view)}"
        ends = drawing.lines(x + 38, y + 16, label, column - 62, 15, font_weight=700)
        title = whole_text(item.commitment.title, view.words)
        ends = drawing.lines(x + 38, ends, title, column - 62, 14)
        bottom = max(bottom, ends + 8)
    return bottom


def draw_statuses(view: PlanView, size: tuple[float, float]) -> str:
    """How many stand where, a row a status that occurs, as large as the room allows."""
    drawing = Drawing(*size, "light", "")
    there = {status: count for status, count in view.counts.items() if count}
    row = min(72.0, size[1] / max(1, len(there)))
    y = (size[1] - row * len(there)) / 2
    most, letters = max(there.values(), default=1), min(22.0, 0.34 * row)
    for status, count in there.items():
        colour, middle = look(status), y + row / 2
        _disc(drawing, 16, middle, status)
        long = max(4.0, (size[0] - 120) * count / most)
        word = f"{status_word(status, view.words)}"
        drawing.text(44, middle - 0.1 * letters, word, letters)
        bar = {"y": middle + 0.25 * letters, "height": 0.3 * row, "rx": 3}
        drawing.shape("rect", x=44, width=long, **bar, fill=colour)
        how = {"font_weight": "bold", "fill": colour}
        drawing.text(
            54 + long, middle + 0.24 * row + 0.25 * letters, str(count), 1.2 * letters, **how
        )
        y += row
    return drawing.svg()


def draw_status(status: Status | None, word: str, size: tuple[float, float]) -> str:
    """The mark of one, as large as the room allows, and what it means."""
    (wide, tall), side = size, 34.0
    drawing = Drawing(side * wide / tall, side, "light", word)
    middle = drawing.width / 2
    _disc(drawing, middle, 14, status)
    letters = min(4.2, 0.95 * drawing.width / text_width(word, 1, bold=True))
    how = {"font_weight": "bold", "text_anchor": "middle", "fill": look(status)}
    drawing.text(middle, 32, word, letters, **how)
    return drawing.svg()


def _disc(drawing: Drawing, x: float, y: float, status: Status | None) -> None:
    """The mark of the page: a ring that fills, square for the words of an outside assessor."""
    colour = look(status)
    ring: dict[str, object] = {"fill": "none", "stroke": colour, "stroke_width": 3}
    if status is None:
        ring["stroke_dasharray"] = "2 4"
    if status and status.outside:
        drawing.shape("rect", x=x - 12, y=y - 12, width=24, height=24, rx=4, **ring)
    else:
        drawing.shape("circle", cx=x, cy=y, r=12, **ring)
    part = (status.progress or 0) if status else 0
    if part == 1:
        drawing.shape("circle", cx=x, cy=y, r=8, fill=colour)
    elif part:
        end = (x + 9 * sin(2 * pi * part), y - 9 * cos(2 * pi * part))
        path = f"M{x} {y}L{x} {y - 9}A9 9 0 {int(part > 0.5)} 1 {end[0]:.1f} {end[1]:.1f}Z"
        drawing.shape("path", d=path, fill=colour)
    elif colour == "told":
        drawing.shape("rect", x=x - 6, y=y - 1.5, width=12, height=3, fill=colour)
