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
    """The dots beside each other, as large as a height allows; where none does, they overlap."""
    places = [x(dot.value) for dot in dots]
    for share in RADII:
        own, step = max(OWN * share, LEAST) * size, 2.1 * share * size
        radii = [own if dot.kind == "own" else share * size for dot in dots]
        reach = max(room / 2 - own, 0.0)
        endless = 4 * step * len(dots)  # as many rows as no dots need, whichever their radii
        found = swarm(places, radii, step, endless if share == RADII[-1] else reach)
        if found is not None:
            break
    most = max(map(abs, found or ()), default=0.0)
    closer = min(reach / most, 1.0) if most else 1.0
    return [*map(DotSpot, dots, places, [closer * away for away in found or ()], radii)]


def named(
    dots: Sequence[Dot], x: AxisScale, room: tuple[float, float], rows: int, size: float
) -> list[DotName]:
    """The names of own ones and peers, as many as find room.

    Of several ways to go through them that one is taken which leaves out fewest of the own ones,
    then of the least and the largest peer, then of all.
    """
    owns = [dot for dot in dots if dot.kind == "own" and (dot.name or dot.text)]
    peers = [dot for dot in dots if dot.kind == "peer" and dot.name]
    ends = {dot.code for dot in (*owns, *peers[:1], *peers[-1:])}
    along = sorted(owns + peers, key=lambda dot: dot.value)
    ways = (
        [*owns, *sorted(peers, key=lambda dot: dot.code not in ends)],
        [*owns, *peers], [*owns, *peers[::-1]], along, along[::-1],
    )  # fmt: skip
    best: list[DotName] = []

    def worth(names: list[DotName]) -> tuple[int, int, int]:
        kinds = [name.dot.kind for name in names]
        return kinds.count("own"), len({name.dot.code for name in names} & ends), len(names)

    for figures in (True, False) if room[1] - room[0] > WIDE * size else (False,):
        for way in ways:
            best = max(best, _placed(way, x, room, rows, size, figures), key=worth)
            if len(best) == len(along):
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
