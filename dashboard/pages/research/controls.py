"""What can be chosen: what is studied, where and when, and what the view at hand needs beside.

What the view at hand does not need is kept unseen, so that another view finds it as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import hidden_field
from dashboard.pages.research import options
from dashboard.pages.research.fields import box_field, grouped_field, list_field, names_to_type
from dashboard.pages.research.marked import marked
from dashboard.pages.research.places import places_fields
from dashboard.research.state import CHOICES, ESTIMATED, OTHER
from dashboard.research.subjects import OF_TWO_YEARS

if TYPE_CHECKING:
    from collections.abc import Collection

    from dash.development.base_component import Component

    from dashboard.research.bench import Bench
    from dashboard.research.subjects import Subject
    from dashboard.research.view import ResearchView

FORM = "research-form"
PARTS = ("indicator", "unit", "area", "measure")
"""Parts of what is studied."""

OTHER_OF = "other"
OWN = ("colour", "log", "by", "against", "parts", "lines", "tiled")
"""Choices of single views that are lists of few values."""


def controls(bench: Bench, view: ResearchView) -> list[Component]:
    """The line that says what is chosen, to be opened on a phone, and the form."""
    words = bench.words
    parts = [
        _part("what", _studied(bench, view), bench),
        _part("other", _other(bench, view), bench),
        _part("view", [*_own(bench, view)], bench),
        _part("where", [*places_fields(bench), *_years(bench, view), _estimated(bench)], bench),
        _part("marked", marked(bench), bench),
    ]
    fields = [part for part in parts if part]
    form = html.Form(
        [
            *_kept(fields, bench),
            *fields,
            names_to_type(words),
            html.Button(words.t("control.show"), type="submit", className="primary unscripted"),
        ],
        id=FORM,
        method="get",
        action=bench.path().partition("?")[0],
        className="panel research-form",
        **{"data-stay": "", "data-live": "", **aria(label=words.t("research.control.form"))},
    )
    return [_fold(bench, view), form]


def _fold(bench: Bench, view: ResearchView) -> Component:
    """One line on a narrow screen; the form stands behind it, so that wide ones show it always."""
    words = bench.words
    what = bench.writer(bench.subject).title
    if "area" in view.fields:  # of a view with subjects of its own nothing else is chosen
        what = dict(options.areas(bench.state.subject, bench))[bench.state.subject.area]
    said = [what, words.t("year.of", year=bench.year), bench.places]
    chosen = html.Span(" · ".join(filter(None, said)), id="chosen")
    change = html.Span(words.t("control.change"), className="change")
    return html.Details(html.Summary([chosen, " ", change]), id="choice", className="choice-fold")


def _part(name: str, fields: list[Component], bench: Bench) -> Component | None:
    """Fields under a heading; nothing where there are none."""
    if not fields:
        return None
    legend = html.Legend(bench.words.t(f"research.control.{name}"))
    return html.Fieldset([legend, *fields], id=f"part-{name}")


def _subject(
    subject: Subject, before: str, bench: Bench, parts: Collection[str] = PARTS
) -> list[Component]:
    """What is studied, in which unit and area, by which measure; of these, the `parts` needed."""
    words = bench.words
    label = {name: words.t(f"research.control.{name}") for name in PARTS}
    chosen = {
        "unit": (options.units(subject, words), subject.unit),
        "area": (options.areas(subject, bench), subject.area),
        "measure": (options.measures(subject, words), subject.measure),
    }
    fields = [
        list_field(f"{before}{name}", label[name], choices, value)
        for name, (choices, value) in chosen.items()
        if name in parts and (name != "area" or len(choices) > 1)
    ]
    if "indicator" in parts:
        found = options.studied(words)
        name = f"{before}indicator"
        fields.insert(0, grouped_field(name, label["indicator"], found, subject.of, whole=True))
    return fields


def _studied(bench: Bench, view: ResearchView) -> list[Component]:
    """The subject; of a view that has its own, the policy area alone."""
    parts = ("area",) if "area" in view.fields else PARTS
    return _subject(bench.state.subject, "", bench, parts)


def _other(bench: Bench, view: ResearchView) -> list[Component]:
    """What it is set beside, with those of its parts that the view takes."""
    if OTHER_OF not in view.fields:
        return []
    parts = [name for name in PARTS if f"{OTHER}{name}" in view.fields]
    return _subject(bench.state.other, OTHER, bench, ["indicator", *parts] if parts else PARTS)


def _own(bench: Bench, view: ResearchView) -> list[Component]:
    """What this view needs alone."""
    words = bench.words
    fields = [
        list_field(
            name,
            words.t(f"research.control.{name}"),
            options.choices(name, words),
            getattr(bench.state, name),
        )
        for name in OWN
        if name in view.fields
    ]
    if "third" in view.fields:
        found = options.studied(words, words.t("research.control.none"))
        label = words.t("research.control.third")
        fields.insert(0, grouped_field("third", label, found, bench.state.third))
    return fields


def _years(bench: Bench, view: ResearchView) -> list[Component]:
    """The year, and the base year where a measure or the view needs one."""
    words, subject = bench.words, bench.subject
    known = [year for year, row in zip(subject.years, subject.taken, strict=True) if row.any()]
    newest = max(known, default=bench.year)
    years = options.years(subject.years, newest)
    fields = [
        list_field("year", words.t("research.control.year"), years, _value(bench.year, newest))
    ]
    if _needs_base(bench, view):
        usual = replace(bench, state=replace(bench.state, since=None)).since
        bases = options.years(subject.years, usual)
        label = words.t("research.control.since")
        fields.insert(0, list_field("since", label, bases, _value(bench.since, usual)))
    return fields


def _needs_base(bench: Bench, view: ResearchView) -> bool:
    """Whether a measure is of two years, or the view sets two beside each other."""
    state = bench.state
    studied = [state.subject, *([state.other] if OTHER_OF in view.fields else [])]
    two_years = "against" in view.fields and state.against == CHOICES["against"][0]
    return two_years or any(each.measure in OF_TWO_YEARS for each in studied)


def _value(year: int, usual: int) -> str:
    return "" if year == usual else str(year)


def _estimated(bench: Bench) -> Component:
    without = ESTIMATED[1]
    label = bench.words.t("research.control.estimated")
    return box_field("estimated", without, label, chosen=bench.state.estimated == without)


def _kept(fields: list[Component], bench: Bench) -> list[Component]:
    """What of the address no field of the form gives; the box of real figures stands elsewhere."""
    given = {*_named(fields), "select", "with"}
    if bench.atlas.is_demo:
        given.add("figures")
    pairs = parse_qsl(bench.query())
    listed = [("with", code) for code in bench.state.listed]
    selected = [("select", ",".join(bench.state.select))] if bench.state.select else []
    kept = [*(pair for pair in pairs if pair[0] not in given), *listed, *selected]
    return [hidden_field(name, value) for name, value in kept]


def _named(part: object) -> set[str]:
    """Names of the fields within components."""
    if isinstance(part, list):
        return {name for each in part for name in _named(each)}
    name = getattr(part, "name", "")
    found = {name} if name else set()
    return found | _named(getattr(part, "children", None) or [])
