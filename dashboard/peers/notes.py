"""What the signs on a municipality's figures and its peers' mean, and why its own are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from dashboard.indicators.marks import absence, breaks, flagged

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.peers.reading import IndicatorStanding, PeerStanding


def standing_notes(standing: PeerStanding, words: Language) -> list[str]:
    """A sentence a sign that occurs, then of the municipality's own breaks and absences."""
    indicators = [*standing.indicators.values()]
    found = {name for it in indicators for name in _marks(it)}
    said = [
        words.t(f"mark.{name}.text", sign=sign) for name, sign in SIGNS.items() if name in found
    ]
    for it in indicators:
        said += _own(it, words)
    return [*dict.fromkeys(said)]


def _marks(it: IndicatorStanding) -> list[str]:
    """Names of the signs that the figures of the municipality and its peers have."""
    members = [it.own, *it.peers]
    return [name for name, flags in flagged(it.shown).items() if flags[it.row, members].any()]


def _own(it: IndicatorStanding, words: Language) -> list[str]:
    """Why the series breaks, in any year, and why there is no figure of the year."""
    shown = it.shown
    broken = zip(shown.breaks, breaks(shown, words), strict=True)
    said = [text for item, text in broken if item.place == it.own]
    missing = [item for item in shown.absences if (item.row, item.place) == (it.row, it.own)]
    return said + [absence(item, shown, words) for item in missing]
