"""Remarks of municipalities and NGO centres in words: who, when, what, where more is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from geo.finding import find_municipality

if TYPE_CHECKING:
    from collections.abc import Collection

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from data.asking.remarks import OfficeRemark


def remarks_beside(
    shown: MapView, places: Collection[str], row: int | None = None
) -> tuple[OfficeRemark, ...]:
    """The remarks that stand beside figures of municipalities, from the widest to the narrowest.

    Args:
        shown: The view.
        places: Codes of the municipalities.
        row: Number of the year; None is any.
    """
    years = shown.years if row is None else (shown.years[row],)
    return tuple(
        each
        for each in shown.remarks
        if each.municipality in places and (each.year is None or each.year in years)
    )


def remark_lines(
    shown: MapView, places: Collection[str], words: Language, row: int | None = None
) -> tuple[str, ...]:
    """The same in words; arguments as of `remarks_beside`."""
    return tuple(remark_line(each, words) for each in remarks_beside(shown, places, row))


def remark_cell(shown: MapView, row: int, place: str, words: Language) -> str:
    """The remarks that stand beside a figure, in a cell of a table; empty where there is none."""
    return " · ".join(remark_text(each, words) for each in remarks_beside(shown, {place}, row))


def remark_about(remark: OfficeRemark, words: Language) -> str:
    """What a remark is on: a municipality, and perhaps an indicator or a year of it."""
    parts = [words.name(find_municipality(remark.municipality))]
    if remark.indicator:
        parts.append(words.t(f"indicator.{remark.indicator}.name"))
    if remark.year:
        parts.append(words.t("years.spans", years=remark.year))
    return ", ".join(parts)


def remark_text(remark: OfficeRemark, words: Language) -> str:
    """The remark as a line: office, day, text, and its link."""
    said = words.t(
        "remark.line",
        office=remark.office,
        day=f"{remark.made_on:%Y-%m-%d}",
        text=remark.text(words.code),
    )
    return f"{said} {remark.link}" if remark.link else said


def remark_line(remark: OfficeRemark, words: Language) -> str:
    """The same behind the sign of remarks and what it is on."""
    about, said = remark_about(remark, words), remark_text(remark, words)
    return words.t("remark.whole", sign=SIGNS["remarked"], about=about, said=said)


def withdrawn_text(remark: OfficeRemark, words: Language) -> str:
    """When and why a remark was withdrawn; empty while it stands."""
    if remark.withdrawn_on is None:
        return ""
    day = f"{remark.withdrawn_on:%Y-%m-%d}"
    return words.t("remark.withdrawn", day=day, why=remark.why or "")
