"""How far services passed to NGOs and communities, against what was promised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.commitments.promise import promises_about, target_text
from dashboard.forum.handover import handover_sentence
from dashboard.forum.kinds import SceneKind
from dashboard.forum.kinds.ranking import MOST, ranked_bars
from dashboard.forum.saying import unanswered
from dashboard.forum.tables import figures_table
from dashboard.forum.year_told import YearTold
from dashboard.indicators.writing import unit_label
from dashboard.slides.content import BarsBody, Slide

if TYPE_CHECKING:
    from dashboard.commitments.promise import Promise
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language

INDICATOR = "services_transferred"


def _slide(telling: DeckTelling, asked: Scene) -> Slide:
    scene = replace(asked, indicator=INDICATOR, unit="")
    words, shown = telling.words, telling.shown(scene)
    row, places = telling.row(scene, shown), telling.places(scene)
    promise, heading = _promise(telling, shown), telling.heading(shown, row)
    sentence = handover_sentence(telling, shown, row, telling.select(scene), promise)
    year, target = YearTold.of(telling, scene, shown, row), _target(promise, words)
    bars = tuple(ranked_bars(year, places or year.ranked[:MOST], own=bool(places)))
    if all(bar.value is None or bar.kind == "nation" for bar in bars):
        # What is said of the target has no line to go by here.
        said = f"{sentence} {target[1].removesuffix('.')}." if target else sentence
        return unanswered(telling, scene, heading, said)
    table = figures_table(telling, scene, shown, row)
    caption = f"{table.caption}; {target[1]}" if target else table.caption
    more = 0 if places else int(shown.counted[row].sum() - sum(bar.kind == "plain" for bar in bars))
    rest = [words.n("forum.services.rest", more) if more else "", _written(promise, words)]
    unit, below = unit_label(shown.view.unit, words), ". ".join(filter(None, rest))
    return Slide(
        scene.kind, heading, sentence, BarsBody(bars, unit, target, shown.decimals, below),
        demo=telling.demo(shown, row),
        small=telling.small(shown, [row], places or None),
        source=telling.source(shown),
        table=replace(table, caption=caption),
    )  # fmt: skip


def _promise(telling: DeckTelling, shown: MapView) -> Promise | None:
    """The newest that has a target."""
    known = promises_about(telling.atlas, shown.view, telling.words)
    return next((each for each in reversed(known) if each.target is not None), None)


def _target(promise: Promise | None, words: Language) -> tuple[float, str] | None:
    if promise is None or promise.target is None:
        return None
    return promise.target, target_text(promise, words)


def _written(promise: Promise | None, words: Language) -> str:
    """Where the target is written; below the bars, as the line of sources has no room for it."""
    if promise is None or promise.document is None:
        return ""
    found = promise.document
    day = found.published or found.retrieved
    return words.t("forum.services.target", title=found.title, publisher=found.publisher, day=day)


KIND = SceneKind("services", 9, ("area", "year", "select"), _slide, INDICATOR, "commitments")
