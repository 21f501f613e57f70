"""The map of mixtures of a year, with its triangle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.charts.ink import REST
from dashboard.charts.palette import UNKNOWN_COLOUR
from dashboard.charts.picture import PicturedPlace
from dashboard.charts.ternary import classes_of
from dashboard.charts.ternary_colours import mixtures
from dashboard.charts.ternary_map import draw_ternary_map
from dashboard.charts.ternary_picture import TernaryDot, TernaryPicture
from dashboard.research.pointing import UNMARKED, own_marks, selected_of, selecting
from dashboard.research.split.gridding import grid_lines
from dashboard.research.split.writing import SplitWriter
from dashboard.research.view import ResearchPicture
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.charts.picture import Caption
    from dashboard.charts.series import ChartOptions
    from dashboard.charts.ternary import Mixture
    from dashboard.research.bench import Bench
    from dashboard.research.split.figures import SplitFigures

SIGNS = {"kind": "✓", "broken": "≠"}
"""Signs of those that are shown though they do not count."""

SIZES = {"wide": (760, 335), "narrow": (340, 555)}


def map_picture(bench: Bench, figures: SplitFigures, caption: Caption) -> ResearchPicture:
    """The map, to be drawn."""
    made = ternary_picture(bench, figures, caption)

    def draw(options: ChartOptions) -> str:
        return draw_ternary_map(made, options)

    return ResearchPicture("map", bench.words.t("research.split.map"), draw, **SIZES)


def ternary_picture(bench: Bench, figures: SplitFigures, caption: Caption) -> TernaryPicture:
    """What it shows, with every text written."""
    writer, row = SplitWriter(bench.words), figures.row
    seen = figures.seen(figures.mixtures[:, row]).T
    known = np.isfinite(seen).all(axis=1) & figures.members
    codes = [place.code for place in municipalities()]
    inside = [code for at, code in enumerate(codes) if known[at]]
    classes = dict(zip(inside, classes_of(seen[known]), strict=True))
    own = own_marks(bench)
    texts = [writer.shares(mixture) for mixture in figures.mixtures[:, row].T]
    return TernaryPicture(
        places=_places(figures, writer, classes),
        dots=tuple(
            TernaryDot(
                code,
                _mixture(seen[at]),
                writer.name(at),
                bool(figures.hollow[row, at]),
                *own.get(code, UNMARKED),
            )
            for at, code in enumerate(codes)
            if known[at]
        ),
        parts=tuple(writer.part(at) for at in range(3)),  # type: ignore[arg-type]
        lines=grid_lines(figures.centre, figures.zoom, writer.tick, writer.ticked),
        mean=_mean(bench, figures),
        selected=selected_of(bench, texts),
        said={code: _said(figures, writer, at) for at, code in enumerate(codes)},
        paths=selecting(bench),
        unknown=_unknown(bench, figures, known.sum()),
        caption=caption,
    )


def _mixture(seen: np.ndarray) -> Mixture:
    return float(seen[0]), float(seen[1]), float(seen[2])


def _places(
    figures: SplitFigures, writer: SplitWriter, classes: dict[str, int]
) -> tuple[PicturedPlace, ...]:
    found = []
    for at, place in enumerate(municipalities()):
        name, reason = writer.name(at), str(figures.reasons[figures.row, at])
        if place.code in classes:
            fill, sign = mixtures()[classes[place.code]], SIGNS.get(reason, "")
        else:
            fill, sign = (UNKNOWN_COLOUR if figures.members[at] else REST), ""
        found.append(PicturedPlace(place.code, name, fill, sign))
    return tuple(found)


def _mean(bench: Bench, figures: SplitFigures) -> tuple[Mixture, str] | None:
    country = figures.seen(figures.country[:, figures.row])
    if not np.isfinite(country).all():
        return None
    return _mixture(country), bench.words.t("research.split.mean", year=figures.year)


def _said(figures: SplitFigures, writer: SplitWriter, at: int) -> str:
    """Name and shares, or why there are none, and why it does not count."""
    words, reason = writer.words, str(figures.reasons[figures.row, at])
    mixture = figures.mixtures[:, figures.row, at]
    if not figures.members[at]:
        said = words.t("research.split.outside")
    elif np.isfinite(mixture).all():
        said = writer.shares(mixture)
        said += f" ({words.t(f'research.reason.{reason}')})" if reason else ""
    else:
        said = words.t(f"research.reason.{reason or 'missing'}")
    return f"{writer.name(at)}: {said}"


def _unknown(bench: Bench, figures: SplitFigures, known: int) -> str:
    lacking = int(figures.members.sum()) - int(known)
    return bench.words.n("research.split.unknown", lacking) if lacking else ""
