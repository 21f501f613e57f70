"""The right of reply: what a municipality or an NGO centre remarks on figures, beside them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.asking.store import Store


@dataclass(frozen=True)
class OfficeRemark:
    """What an office remarks on figures of a municipality; it changes none of them.

    Attributes:
        remark: its short id, such as "R12".
        municipality: code of the municipality whose figures it is on.
        indicator: id of the indicator that it is on; None is all of them.
        year: that it is on; None is all of them.
        office: who says so: an office, never a person.
        made_on: when it was taken in.
        text_lt: what is said.
        text_en: the same in English.
        link: where more is said; None for nowhere.
        withdrawn_on: when it was withdrawn; None while it stands.
        why: it was withdrawn, in the words of who did; None while it stands.
    """

    remark: str
    municipality: str
    indicator: str | None
    year: int | None
    office: str
    made_on: date
    text_lt: str
    text_en: str
    link: str | None = None
    withdrawn_on: date | None = None
    why: str | None = None

    def text(self, lang: str) -> str:
        """Return what is said, in a language."""
        return self.text_lt if lang == "lt" else self.text_en


def remarks(store: Store) -> tuple[OfficeRemark, ...]:
    """Return all remarks in the order in which they were made, withdrawn ones too."""
    rows = zip(*(column.tolist() for column in store.columns("remarks").values()), strict=True)
    return tuple(_remark(*row) for row in rows)


def standing(
    found: Iterable[OfficeRemark], municipality: str, indicator: str, year: int
) -> tuple[OfficeRemark, ...]:
    """Return the remarks that stand beside a figure, from the widest to the narrowest.

    Args:
        found: as `remarks` returns them; withdrawn ones stand beside nothing.
        municipality: the figure's, a code.
        indicator: the figure's, an id.
        year: the figure's.
    """
    return tuple(
        each
        for each in standing_on(found, indicator)
        if each.municipality == municipality and each.year in (None, year)
    )


def standing_on(found: Iterable[OfficeRemark], indicator: str) -> tuple[OfficeRemark, ...]:
    """Return the remarks that stand beside figures of an indicator, in the same order.

    A remark on a municipality is wider than one on a year of it, this than one on a series, and
    that than one on a figure; of equally wide ones the older comes first.
    """
    concerned = [
        each for each in found if each.withdrawn_on is None and each.indicator in (None, indicator)
    ]
    return tuple(sorted(concerned, key=_narrowness))


def _remark(*row: Any) -> OfficeRemark:
    """Return a row of the query as a remark; what is empty there is nothing."""
    said: dict[str, Any] = {
        part.name: value or None for part, value in zip(fields(OfficeRemark), row, strict=True)
    }
    for name in ("made_on", "withdrawn_on"):
        said[name] = said[name] and date.fromisoformat(said[name])
    return OfficeRemark(**said)


def _narrowness(remark: OfficeRemark) -> tuple[bool, bool]:
    return remark.indicator is not None, remark.year is not None
