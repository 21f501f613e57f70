"""Where the dots of a strip lie, and which of their names stand where above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dashboard.charts.dots import Dot
from dashboard.charts.lettering import cut, width
from dashboard.charts.swarm import poles, swarm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.axis import AxisScale
    from dashboard.charts.dots import DotsPicture
    from dashboard.charts.swarm import Pole

RADII = (0.8, 0.6, 0.45, 0.36, 0.28)
"""Of dots, in the size of letters: the first that has room."""

OWN, LEAST = 1.5, 0.65
"""Radius of own ones, in that of the others; and at least, in the size of letters."""

WIDE = 64
"""Width in the size of letters from which the peers' figures are written too."""

MOVED = "moved"
"""Instead of a code: where the municipality would come to lie."""

_LAYERS = ("own", "peer", "other")


class DotSpot(NamedTuple):
    """A dot with its place along the line, its distance from it, and its radius."""

    dot: Dot
    at: float
    away: float
    radius: float


class DotName(NamedTuple):
    """What is written of a dot, and where."""

    dot: Dot
    text: str
    pole: Pole


def layered(picture: DotsPicture) -> list[Dot]:
    """The dots, the most important first; where the own one would move is the last of its kind."""
    dots = [*picture.dots]
    if picture.moved is not None:
        dots.append(Dot(MOVED, picture.moved, "own", text=picture.moved_text))
    return sorted(dots, key=lambda dot: (_LAYERS.index(dot.kind), dot.code == MOVED, dot.value))


def spots(dots: Sequence[Dot], x: AxisScale, room: float, size: float) -> list[DotSpot]:
    """The dots beside each other, as large as a height allows; where it is none, they overlap."""
    places = [x(dot.value) for dot in dots]
    for share in RADII:
        own = max(OWN * share, LEAST) * size
        radii = [own if dot.kind == "own" else share * size for dot in dots]
        found = swarm(places, radii, 2.1 * share * size)
        most = max(map(abs, found), default=0.0)
        if 2 * (most + own) <= room:
            break
    closer = min(1.0, max(room / 2 - own, 0.0) / most) if most else 1.0
    parts = zip(dots, places, found, radii, strict=True)
    return [DotSpot(dot, at, closer * away, radius) for dot, at, away, radius in parts]


def named(
    dots: Sequence[Dot], x: AxisScale, room: tuple[float, float], rows: int, size: float
) -> list[DotName]:
    """The names of own ones and peers, as many as find room.

    The own ones come first, then the least and the largest of the peers. Of several ways to go
    through the others the first one is taken that leaves out fewest.
    """
    owns = [dot for dot in dots if dot.kind == "own" and (dot.name or dot.text)]
    peers = [dot for dot in dots if dot.kind == "peer" and dot.name]
    inner = [*peers[:1], *peers[:1:-1][:1], *peers[1:-1]] if len(peers) > 2 else peers
    best: list[DotName] = []
    for figures in (True, False) if room[1] - room[0] > WIDE * size else (False,):
        for order in (inner, peers, peers[::-1]):
            found = _placed([*owns, *order], x, room, rows, size, figures)
            best = max(best, found, key=len)
            if len(best) == len(owns) + len(peers):
                return best
    return best


def _placed(
    dots: Sequence[Dot],
    x: AxisScale,
    room: tuple[float, float],
    rows: int,
    size: float,
    figures: bool,
) -> list[DotName]:
    most, texts, wanted = 0.45 * (room[1] - room[0]), [], []
    for dot in dots:
        bold = dot.kind == "own"
        full = f"{dot.name} {dot.text}".strip() if bold or figures else dot.name
        texts.append(cut(full, most, size, bold=bold))
        wanted.append((x(dot.value), width(texts[-1], size, bold=bold)))
    found = zip(dots, texts, poles(wanted, room, rows, 0.4 * size), strict=True)
    return [DotName(dot, text, pole) for dot, text, pole in found if pole]
