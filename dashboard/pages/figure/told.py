"""A figure with all that is behind it as data: what its page tells, for programs."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from dashboard.indicators.marks import signs_of
from dashboard.indicators.remarks import remark_text
from dashboard.indicators.writing import unit_label
from dashboard.pages.figure.downloads import source_ids_of, source_line
from dashboard.pages.figure.formula import terms
from dashboard.pages.figure.origins import Origins
from dashboard.pages.figure.rows import CODES, PRIVATE
from data.asking.snippets import python_snippet, sql_snippet
from data.asking.trace import figure_rows
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.pages.figure.view import FigureView
    from data.asking.trace import FigureRow

MOST_ROWS = 100
"""Rows that are told, unless somebody asks for more; all of them are counted."""

SAID = ("estimated", "provisional", "corrected", "small")
"""Marks of a figure that stand in its row."""


def figure_told(view: FigureView, *, most: int = MOST_ROWS) -> dict[str, Any]:
    """Return a figure with its trace, of plain values that JSON has.

    Args:
        view: The figure, of a municipality or of the country.
        most: As many rows, those that add most first.

    Returns:
        What it is of: indicator, unit, area, municipality (None of the country), year, figures,
        each code with its name; subject and sentence, in words.
        The figure: value (in the unit and full precision, None where there is none), text (as it
        is written), state, counts, marks, signs_explained, demo, demonstration (that it is
        invented, in words; empty where it is not), remarks.
        How it was made: formula (method; parts, each with sign, number and sources, which give the
        value one after the other); of a municipality rows (total, and the first of them with their
        files, sheets and cells), files, form and corrections; of the country municipalities; sql
        and python, which give just this number.
        Whose it is: sources, source (the same in a line), version, built_at, page (its address).
    """
    made = _of_municipality(view, most) if view.place else _of_country(view)
    found = {**_subject(view), **_figure(view), **made, **_whose(view)}
    told: dict[str, Any] = _plain(found)
    return told


def _subject(view: FigureView) -> dict[str, Any]:
    words, asked, place = view.words, view.state.view, view.place
    areas = view.atlas.labels("policy_area", words)
    return {
        "subject": view.subject,
        "sentence": view.sentence,
        "indicator": asked.indicator,
        "indicator_name": words.t(f"indicator.{asked.indicator}.name"),
        "unit": asked.unit,
        "unit_name": unit_label(asked.unit, words),
        "area": asked.area,
        "area_name": areas.get(asked.area, words.t("area.all")),
        "municipality": place.code if place else None,
        "municipality_name": words.name(place) if place else words.t("figure.country"),
        "year": view.year,
        "figures": asked.figures,
    }


def _figure(view: FigureView) -> dict[str, Any]:
    shown, words = view.shown, view.words
    if view.place:
        own = (view.row, view.at)
        value, state = float(shown.values[own]), str(shown.states[own])
        marks = [name for name, flags in shown.flagged.items() if flags[own]]
        counts, signs = bool(shown.counted[own]), signs_of(shown, *own)
    else:
        value, counted = float(shown.national[view.row]), shown.counted[view.row]
        marks = [name for name in SAID if (shown.marks[name][view.row] & counted).any()]
        counts, signs = bool(counted.any()), ""
        state = "ok" if counts else "no_data"
    return {
        "value": value,
        "text": view.writer.figure(value),
        "state": state,
        "state_name": view.labels[state],
        "counts": counts,
        "marks": marks,
        "signs": signs,
        "signs_explained": view.signs,
        "demo": view.is_demo,
        "demonstration": words.t("demo.figures") if view.is_demo else "",
        "remarks": [remark_text(each, words) for each in view.remarks],
    }


def _of_municipality(view: FigureView, most: int) -> dict[str, Any]:
    method = view.words.t(f"indicator.{view.indicator.id}.method")
    if not view.there:
        return {
            "formula": {"method": method, "parts": []},
            "rows": {"total": 0, "table": view.indicator.table, "data": []},
            "files": [],
            **_behind(view),
        }
    parts = [
        {
            "sign": part.sign,
            "number": part.number,
            "text": part.written,
            "name": part.name,
            "about": part.about,
            "sources": [each for each in part.sources if each],
        }
        for part in terms(view)
    ]
    rows = figure_rows(view.atlas.store, view.figure, limit=most)
    return {
        "numerator": view.counted.numerator,
        "denominator": view.counted.denominator,
        "formula": {"method": method, "parts": parts},
        "rows": {
            "total": view.counted.rows,
            "table": view.indicator.table,
            "data": _rows(view, rows),
        },
        "files": _files(view, rows),
        **_behind(view),
        "sql": sql_snippet(view.figure),
        "python": python_snippet(view.figure),
    }


def _rows(view: FigureView, rows: list[FigureRow]) -> list[dict[str, Any]]:
    """Rows with the names of their codes, what each adds, and where each was read from."""
    origins = Origins(view.atlas.store, view.indicator.table, rows)
    labels = {column: view.atlas.labels(codes, view.words) for column, codes in CODES.items()}
    names, told = view.names(rows) | {PRIVATE: view.words.t("person.private")}, []
    for row in rows:
        found: dict[str, Any] = {}
        for column, value in row.items():
            if column in ("once", "from_file", "from_rows"):
                continue
            found[column] = value
            if column in labels:
                found[f"{column}_name"] = labels[column].get(str(value))
            if column in ("entity", "provider"):
                found[f"{column}_name"] = names.get(str(value))
        cells = {column: origins.cells(column, row) for column in row}
        found |= {
            "file": row["from_file"],
            "sheet": origins.sheet(row) or None,
            "cells": {column: places for column, places in cells.items() if places},
            "demo": bool(view.own["demo"]),
        }
        told.append(found)
    return told


def _files(view: FigureView, rows: list[FigureRow]) -> list[dict[str, Any]]:
    """The files that rows were read from."""
    found = sorted({each for row in rows if (each := row["from_file"]) in view.files})
    names = ("file", "kind", "name", "received_on")
    return [{name: view.files[each][name] for name in names} for each in found]


def _behind(view: FigureView) -> dict[str, Any]:
    """What became of the form, and what was corrected by hand."""
    form = view.submission
    states = view.atlas.labels("submission_state", view.words)
    return {
        "form": {
            "state": form["state"],
            "state_name": states[form["state"]],
            "received_on": form["received_on"],
            "version": form["form_version"],
            "demo": bool(form["demo"]),
        },
        "corrections": [
            {name: each[name] for name in ("table", "key", "column", "before", "after", "reason")}
            for each in view.corrections
        ],
    }


def _of_country(view: FigureView) -> dict[str, Any]:
    """The municipalities that the country's figure was made of."""
    words, frame = view.words, view.terms
    made = [
        {
            "municipality": place.code,
            "municipality_name": words.name(place),
            **{
                name: frame.at[place.code, name]
                for name in ("value", "counted", "out_of", "state", "counts", "demo")
            },
        }
        for place in municipalities()
    ]
    method = words.t(f"indicator.{view.indicator.id}.method")
    counted = int(frame["counts"].sum())
    said = words.t(f"figure.country.{view.writer.national}", n=words.number(counted))
    snippets = {"sql": sql_snippet(view.figure), "python": python_snippet(view.figure)}
    return {
        "formula": {"method": f"{method} {said}", "parts": []},
        "municipalities": made,
        **(snippets if view.there else {}),
    }


def _whose(view: FigureView) -> dict[str, Any]:
    words, frame = view.words, view.atlas.sources().set_index("source")
    ids = [each for each in source_ids_of(view) if each in frame.index]
    return {
        "sources": [
            {
                "source": each,
                "title": frame.at[each, f"title_{words.code}"],
                "licence": frame.at[each, f"licence_{words.code}"],
                **{
                    name: frame.at[each, name] for name in ("publisher", "url", "retrieved", "kind")
                },
            }
            for each in ids
        ],
        "source": source_line(view),
        "version": view.atlas.store.version,
        "built_at": view.atlas.store.built_at,
        "page": view.path(),
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: None for what is missing, days as text, amounts as numbers."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, np.generic):
        return _plain(value.item())
    if isinstance(value, pd.Timestamp):  # the database knows of days alone
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        number = float(value)
        return number if np.isfinite(number) else None
    return value
