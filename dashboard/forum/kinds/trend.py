"""The deck's municipalities and the country over all years."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dashboard.forum.kinds import SceneKind
from dashboard.forum.maps import sentence_of
from dashboard.forum.nothing import nothing
from dashboard.forum.tables import figures_table
from dashboard.indicators.selection import MOST_SELECTED
from dashboard.indicators.series import axis_figure, trend_picture
from dashboard.indicators.writing import title, unit_label
from dashboard.slides.content import LinesBody, Slide

if TYPE_CHECKING:
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling


def trend_slide(telling: DeckTelling, scene: Scene) -> Slide:
    """Lines; beyond as many as can be told apart, municipalities are left out and told."""
    shown = telling.shown(scene)
    row, words = telling.row(scene, shown), telling.words
    years = f"{shown.years[0]}–{shown.years[-1]}"
    heading = words.t("forum.over_years", title=title(shown.view, words), years=years)
    if not shown.there.any():
        return nothing(telling, scene, heading)
    picture = trend_picture(shown, row, telling.wording(scene, shown))
    left = len(telling.places(scene)) - MOST_SELECTED
    over = [words.n("forum.left_out", left)] if left > 0 else []
    return Slide(
        kind=scene.kind,
        title=heading,
        sentence=sentence_of(telling, scene, shown, row),
        body=LinesBody(
            picture, partial(axis_figure, words=words), unit_label(shown.view.unit, words),
            shown.decimals,
        ),
        demo=telling.demo(shown, *range(len(shown.years))),
        small=" ".join([*over, *picture.caption.notes]),
        source=telling.source(shown),
        table=figures_table(telling, scene, shown, *range(len(shown.years))),
    )  # fmt: skip


KIND = SceneKind("trend", 6, ("indicator", "unit", "area", "year", "select"), trend_slide)
