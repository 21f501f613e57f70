"""What the signs on the figures of municipalities mean, and why some figures are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from dashboard.indicators.marks import absence, breaks, flagged
from dashboard.indicators.remarks import remarks_beside
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.indicators.figures import MapView
    from dashboard.language.i18n import Language
    from dashboard.peers.comparing import Comparison
    from dashboard.peers.standing import PeerStanding
    from data.asking.remarks import OfficeRemark


def standing_notes(standing: PeerStanding, words: Language) -> list[str]:
    """A sentence a sign that occurs, then of the municipality's own breaks and absences."""
    own, rows = standing.circle.own, [(it.shown, it.row) for it in standing.indicators.values()]
    return _notes(rows, (own, *standing.circle.peers), (own,), words)


def compared_notes(compared: Comparison, words: Language) -> list[str]:
    """The same of all that stand side by side."""
    rows = [(it.shown, it.row) for it in compared.indicators.values()]
    return _notes(rows, compared.members, compared.members, words)


def standing_remarks(standing: PeerStanding) -> tuple[OfficeRemark, ...]:
    """What is remarked on figures of the municipality, in any year."""
    rows = [(it.shown, None) for it in standing.indicators.values()]
    return _remarked(rows, (standing.circle.own,))


def compared_remarks(compared: Comparison) -> tuple[OfficeRemark, ...]:
    """What is remarked on figures of the year of all that stand side by side."""
    rows = [(it.shown, it.row) for it in compared.indicators.values()]
    return _remarked(rows, compared.members)


def _remarked(
    rows: Sequence[tuple[MapView, int | None]], places: Sequence[int]
) -> tuple[OfficeRemark, ...]:
    """Each remark once: those on all indicators first, as they are on the first."""
    codes = {municipalities()[at].code for at in places}
    found = (each for shown, row in rows for each in remarks_beside(shown, codes, row))
    return tuple(dict.fromkeys(found))


def _notes(
    rows: Sequence[tuple[MapView, int]],
    signed: Sequence[int],
    told: Sequence[int],
    words: Language,
) -> list[str]:
    """What is said of figures of a year each.

    Args:
        rows: The figures and the number of the year.
        signed: Numbers of the municipalities whose signs are explained.
        told: Of those whose breaks and absences are.
        words: The language.
    """
    found = {
        name
        for shown, row in rows
        for name, flags in flagged(shown).items()
        if flags[row, list(signed)].any()
    }
    said = [
        words.t(f"mark.{name}.text", sign=sign) for name, sign in SIGNS.items() if name in found
    ]
    for shown, row in rows:
        said += _remarks(shown, row, told, words)
    return [*dict.fromkeys(said)]


def _remarks(shown: MapView, row: int, told: Sequence[int], words: Language) -> list[str]:
    """Why the series break, in any year, and why there is no figure of the year."""
    broken = zip(shown.breaks, breaks(shown, words), strict=True)
    said = [text for item, text in broken if item.place in told]
    missing = [item for item in shown.absences if item.row == row and item.place in told]
    return said + [absence(item, shown, words) for item in missing]
