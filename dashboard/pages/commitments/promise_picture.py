"""A promised number as a picture: on the page, on paper, or to take away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.charts.svg import LOOKS
from dashboard.commitments.labels import whole_text
from dashboard.commitments.promise import (
    demo_text,
    estimated_note,
    promise_sentence,
    promise_source,
    promise_title,
    promises_of,
    target_text,
    writer_of,
)
from dashboard.commitments.reading import read_plans
from dashboard.pages.commitments.promise_chart import Chart, draw_promise

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.commitments.promise import Promise
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class How:
    """How a picture is wanted: on which ground, for a phone, with title, sentence and source."""

    look: str
    narrow: bool
    framed: bool


def promise_picture(
    key: str, indicator: str, query: str, atlas: Atlas, words: Language
) -> str | None:
    """The chart of an indicator that a commitment should move; None where there is no such.

    Args:
        key: The commitment.
        indicator: The indicator.
        query: `look=dark` for a dark ground, `narrow=1` for a phone, `framed=1` for a picture
            with title, sentence and source.
        atlas: The data.
        words: Language of what is written in it.
    """
    promises = [item for item in promises_of(atlas, key, words) if item.view.indicator == indicator]
    if not promises:
        return None
    asked = dict(parse_qsl(query))
    look = asked["look"] if asked.get("look") in LOOKS else "light"
    how = How(look, narrow=asked.get("narrow") == "1", framed=asked.get("framed") == "1")

    def draw() -> str:
        return _drawn(promises[0], how, atlas, words)

    # Those of the page are asked for by all who come to it; those to take away by few.
    name = ("promise picture", key, indicator, words.code, how)
    picture: str = draw() if how.framed else atlas.once(name, draw)
    return picture


def _drawn(promise: Promise, how: How, atlas: Atlas, words: Language) -> str:
    said = (
        promise_sentence(promise, words),
        words.t("promise.coincidence"),
        estimated_note(promise, words),
    )
    title = read_plans(atlas, words).commitments[promise.commitment].title
    source = promise_source(promise, atlas, words)
    chart = chart_of(promise, words)
    return draw_promise(
        chart,
        look=how.look,
        narrow=how.narrow,
        title=f"{promise_title(promise, words)} – {whole_text(title, words)}",
        sentence=" ".join(part for part in said if part),
        # What stands in the picture already, and larger, needs not be said twice.
        source=source.removeprefix(chart.demo).strip() if how.framed else "",
    )


def chart_of(promise: Promise, words: Language) -> Chart:
    """What is drawn of a promise."""
    span = (promise.first, promise.last)
    return Chart(
        years=[item.year for item in promise.years],
        values=[item.value for item in promise.years],
        target=promise.target,
        signs=[item.signs for item in promise.years],
        plan=None if span[0] is None or span[1] is None else (span[0], span[1]),
        figure=writer_of(promise, words).figure,
        plan_name=words.t("promise.plan"),
        target_name=target_text(promise, words),
        demo=demo_text(promise, words),
    )
