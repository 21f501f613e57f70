"""A promise and its number: what an indicator did before, during and after the plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dashboard.commitments.labels import whole_text
from dashboard.commitments.reading import read_plans
from dashboard.commitments.rows import read_document, rows, text_in
from dashboard.commitments.view import list_path
from dashboard.frame.source_line import source_text
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.reading import remembered_view
from dashboard.indicators.sources import source_ids
from dashboard.indicators.state import State, ViewRequest, write_state
from dashboard.indicators.writing import FigureWriter, title
from data.asking import commitments as from_store
from data.catalog import resolve

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.commitments.model import Document, Text
    from dashboard.language.i18n import Language


@dataclass(frozen=True)
class PromiseYear:
    """A year: the national figure in the unit, and how many of the comparable reached the target.

    `value` is None where nothing counts, `reached` where there is no target. `estimated`: it rests
    on a number of residents that is interpolated; `demo`: it is invented.
    """

    year: int
    phase: str
    value: float | None
    reached: int | None
    comparable: int
    estimated: bool = False
    demo: bool = False

    @property
    def signs(self) -> str:
        """What stands behind the figure."""
        return SIGNS["estimated"] if self.estimated else ""


@dataclass(frozen=True)
class Promise:
    """An indicator that a commitment should move.

    Attributes:
        commitment: Key of the commitment.
        view: What the map shows of it.
        direction: `more` or `less`.
        target: In the unit; None where nobody set one.
        target_year: By when.
        why: Our reason to put them together.
        document: Where the target is written.
        first, last: The plan's years, None where they are not known.
        years: Ascending.
    """

    commitment: str
    view: ViewRequest
    direction: str
    target: float | None
    target_year: int | None
    why: Text
    document: Document | None
    first: int | None
    last: int | None
    years: tuple[PromiseYear, ...] = ()

    @property
    def map_year(self) -> int:
        """The year to look at on the map: the target's, the plan's last, or the last there is."""
        known = [year.year for year in self.years]
        wanted = self.target_year or self.last or known[-1]
        return min(max(wanted, known[0]), known[-1])

    @property
    def map_query(self) -> str:
        """What the map page is asked for."""
        return write_state(State(self.view, self.map_year))


def promises_of(atlas: Atlas, key: str, words: Language) -> list[Promise]:
    """The indicators that a commitment should move, with their years."""
    return [
        replace(item, years=years_of(atlas, item))
        for item in all_promises(atlas, words)
        if item.commitment == key
    ]


def promises_on(atlas: Atlas, view: ViewRequest, words: Language) -> list[dict[str, Any]]:
    """The commitments that should move what a view of the map shows, ready for JSON.

    Each has its number and title (`name`), their language where it is not the visitor's (`lang`),
    its address (`href`), and a `target` in the unit with its `text`, None where there is none.
    """
    found = []
    for item in promises_about(atlas, view, words):
        made = read_plans(atlas, words).commitments[item.commitment]
        found.append(
            {
                "name": f"{made.plan}–{made.number} {whole_text(made.title, words)}",
                "lang": made.title.lang or None,
                "href": f"{list_path(words)}/{made.key}",
                "target": item.target,
                "text": None if item.target is None else target_text(item, words),
            }
        )
    return found


def promises_about(atlas: Atlas, view: ViewRequest, words: Language) -> list[Promise]:
    """The promises of what a view shows, however it is classed, without what became of them."""

    def about(item: Promise) -> bool:
        usual = {name: getattr(item.view, name) for name in ("classes", "limits", "figures")}
        return item.view == replace(view, **usual)

    return [item for item in all_promises(atlas, words) if about(item)]


def writer_of(promise: Promise, words: Language) -> FigureWriter:
    """Writes the figures of a promise."""
    return FigureWriter.of(promise.view, words)


def promise_title(promise: Promise, words: Language) -> str:
    """The indicator in words."""
    return title(promise.view, words)


def promise_sentence(promise: Promise, words: Language) -> str:
    """What the figure was in the year before the plan, in its last and in the latest year."""
    # Years ascend, so the last of each phase stays; no phase where the plan's years are unknown.
    last = {item.phase or "at": item for item in promise.years if item.value is not None}
    parts = [
        words.t(f"promise.{phase}", year=item.year, value=figure_text(item, promise, words))
        for phase, item in last.items()
    ]
    if not parts:
        return words.t("sentence.none", start=promise_title(promise, words))
    found = resolve(promise.view.indicator, promise.view.unit)
    start = words.t(
        "promise.sentence",
        title=promise_title(promise, words),
        nation=words.t(f"sentence.{found.national}"),
        parts=", ".join(parts),
    )
    return " ".join([start, *([_reached(promise, words)] if promise.target is not None else [])])


def figure_text(item: PromiseYear, promise: Promise, words: Language) -> str:
    """The figure of a year, with the map's sign where residents are interpolated."""
    if item.value is None:
        return "–"
    return f"{writer_of(promise, words).figure(item.value)}{item.signs}"


def estimated_note(promise: Promise, words: Language) -> str:
    """What the sign means and which years it concerns; empty where none has it."""
    years = ", ".join(str(item.year) for item in promise.years if item.estimated)
    if not years:
        return ""
    return words.t("mark.estimated.note", sign=SIGNS["estimated"], year=years, places="")


def demo_text(promise: Promise, words: Language) -> str:
    """That the figures are invented; empty where they are real, as all years are of one kind."""
    return words.t("demo.figures") if any(item.demo for item in promise.years) else ""


def promise_source(promise: Promise, atlas: Atlas, words: Language) -> str:
    """The line of the sources of the figures that count."""
    return source_text(promise_source_ids(promise, atlas), atlas, words)


def promise_source_ids(promise: Promise, atlas: Atlas) -> tuple[str, ...]:
    """The sources of the figures that count."""

    def ids() -> tuple[str, ...]:
        shown = remembered_view(atlas, promise.view)
        return source_ids(shown, shown.counted)

    found: tuple[str, ...] = atlas.once(("promise sources", promise.view), ids)
    return found


def target_text(promise: Promise, words: Language) -> str:
    """The target in words, or that nobody set one."""
    if promise.target is None:
        return words.t(f"promise.no_target_{promise.direction}")
    return words.t(
        f"promise.target_{promise.direction}",
        value=_round(promise, words).figure(promise.target),
        by=words.t("promise.by", year=promise.target_year) if promise.target_year else "",
    )


def _round(promise: Promise, words: Language) -> FigureWriter:
    """Writes a target: a whole number as it was set, without decimals."""
    writer = writer_of(promise, words)
    whole = promise.target is not None and promise.target == int(promise.target)
    return replace(writer, decimals=0) if whole else writer


def _reached(promise: Promise, words: Language) -> str:
    """How many reached the target by its year, and in the last one."""
    due = [item for item in promise.years if item.year == promise.map_year]
    shown = {item.year: item for item in (*due, promise.years[-1])}
    parts = [
        words.n("promise.reached", item.reached or 0, year=item.year, of=item.comparable)
        for item in shown.values()
    ]
    return words.t("promise.reached_sentence", parts="; ".join(parts))


def all_promises(atlas: Atlas, words: Language) -> list[Promise]:
    """All of them, without what became of them, read once for the present data."""
    found: list[Promise] = atlas.once(("promises", words.code), lambda: _read(atlas, words))
    return found


def _read(atlas: Atlas, words: Language) -> list[Promise]:
    return [
        Promise(
            commitment=row["commitment"],
            view=ViewRequest(row["indicator"], row["unit"], row["area"]),
            direction=row["direction"],
            target=row["target"],
            target_year=_whole(row["target_year"]),
            why=text_in(row, "why", words.code),
            document=read_document(row, "document_title") if row["document"] else None,
            first=_whole(row["start_year"]),
            last=_whole(row["end_year"]),
        )
        for row in rows(from_store.promised_indicators(atlas.store))
    ]


def years_of(atlas: Atlas, promise: Promise) -> tuple[PromiseYear, ...]:
    """The years of a promise, read once for the present data."""
    asked = promise.commitment, promise.view.indicator
    found: tuple[PromiseYear, ...] = atlas.once(("promise", *asked), lambda: _years(atlas, *asked))
    return found


def _years(atlas: Atlas, commitment: str, indicator: str) -> tuple[PromiseYear, ...]:
    found = from_store.promise_progress(atlas.store, commitment, indicator)
    return tuple(
        PromiseYear(
            int(row["year"]),
            row["phase"] or "",
            row["value"],
            _whole(row["reached"]),
            int(row["comparable"]),
            estimated=bool(row["estimated"]),
            demo=bool(row["demo"]),
        )
        for row in rows(found)
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
