"""How far services passed to NGOs and communities, against what was promised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.commitments.promise import promises_about, target_text
from dashboard.forum.handover import handover_sentence
from dashboard.forum.kinds import SceneKind
from dashboard.forum.saying import nothing
from dashboard.indicators.counting import national_name
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.picture import caption
from dashboard.indicators.ranking import ranking_picture
from dashboard.indicators.writing import FigureWriter, title
from dashboard.slides.content import BarsBody, Slide, SlideBar, SpokenTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.charts.series import Bar
    from dashboard.commitments.promise import Promise
    from dashboard.forum.deck import Scene
    from dashboard.forum.telling import DeckTelling
    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from dashboard.slides.content import BarKind

INDICATOR = "services_transferred"
MOST_BARS = 12
"""Municipalities, beside the country."""


def _slide(telling: DeckTelling, asked: Scene) -> Slide:
    scene = replace(asked, indicator=INDICATOR, unit="")
    words, shown, select = telling.words, telling.shown(scene), telling.select(scene)
    row, wording = telling.row(scene, shown), telling.wording(scene, shown)
    start = words.t("sentence.start", title=title(shown.view, words), year=shown.years[row])
    promise = _promise(telling, shown)
    sentence = handover_sentence(telling, shown, row, select, promise)
    bars = ranking_picture(shown, row, wording, select).bars
    if not any(bar.value is not None for bar in bars):
        return nothing(telling, scene, start, sentence)
    around = caption(shown, row, wording)
    more = len(bars) - MOST_BARS
    rest = [words.n("forum.services.rest", more) if more > 0 else "", _written(promise, words)]
    body = BarsBody(
        bars=_with_country(telling, shown, row, select, bars[:MOST_BARS]),
        unit=around.unit,
        target=_target(promise, words),
        decimals=shown.decimals,
        rest=". ".join(filter(None, rest)),
    )
    return Slide(
        scene.kind, start, sentence, body,
        demo=around.demo,
        small=" ".join(around.notes) if any(bar.hollow for bar in body.bars) else "",
        source=around.source,
        table=_spoken(start, body, telling),
    )  # fmt: skip


def _promise(telling: DeckTelling, shown: MapView) -> Promise | None:
    """The newest that has a target."""
    known = promises_about(telling.atlas, shown.view, telling.words)
    return next((each for each in reversed(known) if each.target is not None), None)


def _with_country(
    telling: DeckTelling, shown: MapView, row: int, select: Sequence[str], bars: Sequence[Bar]
) -> tuple[SlideBar, ...]:
    """The bars with the country's where it belongs, if more than one figure counts."""
    kind: BarKind = "own" if select else "plain"
    made = [
        SlideBar(
            bar.name, bar.text, bar.value, kind, bar.rank if bar.rank.isdigit() else "",
            hollow=bar.beside or bar.text.endswith(tuple(SIGNS.values())),
        )
        for bar in bars
    ]  # fmt: skip
    if shown.counted[row].sum() > 1:
        value = float(shown.national[row])
        text = FigureWriter.of(shown.view, telling.words).figure(value)
        above = [bar for bar in made if bar.rank and bar.value is not None and bar.value >= value]
        made.insert(
            len(above), SlideBar(national_name(shown, telling.words), text, value, "nation")
        )
    return tuple(made)


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


def _spoken(start: str, body: BarsBody, telling: DeckTelling) -> SpokenTable:
    words = telling.words
    head = (words.t("forum.column.place"), body.unit, words.t("forum.column.rank"))
    said = f"{start}; {body.target[1]}" if body.target else start
    return SpokenTable(said, head, tuple((bar.name, bar.text, bar.rank) for bar in body.bars))


KIND = SceneKind("services", 90, ("area", "year", "select"), _slide, INDICATOR, "commitments")
