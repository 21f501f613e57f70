"""What became of each municipality's form of each year, and what is set by hand where none came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.catalog import YEARS
from data.errors import ArchiveError, suggestion
from data.forms.archive.accepted import Archive, Submission
from data.forms.definition.read import load_form
from geo.finding import find_municipality
from geo.places import municipalities

if TYPE_CHECKING:
    from pathlib import Path

SETTABLE = ("not_asked", "no_answer")
"""States that are set by hand; all others follow from the forms that came."""


def submissions(data_dir: Path, *years: int) -> list[Submission]:
    """Return the state of each municipality's form of each year.

    Args:
        data_dir: the data folder; it need not be there.
        years: further years to list, such as one that is just beginning.

    Returns:
        All municipalities in all years that the atlas shows, in other years that forms came for,
        and in those asked for if the form has them; by year, then in Lithuanian order. Where
        nothing is known, the state is not_asked.

    Raises:
        ArchiveError: the log cannot be read.
    """
    known = Archive(data_dir).known()
    further = [year for year in years if has_forms(year)]
    listed = sorted({*YEARS, *further, *(year for _, year in known)})
    places = [place.code for place in municipalities()]
    return [
        known.get((place, year), Submission(place, year, "not_asked"))
        for year in listed
        for place in places
    ]


def has_forms(year: int) -> bool:
    """Whether a form can be of that year."""
    limits = load_form().sheet("form").column("year")
    return (limits.minimum or 0) <= year <= (limits.maximum or year)


def set_state(data_dir: Path, municipality: str, year: int, state: str | None) -> None:
    """Write down that a municipality was not asked, or was asked and did not answer.

    Args:
        data_dir: the data folder.
        municipality: its code, or a known spelling of its name.
        year: of the figures.
        state: not_asked or no_answer; None forgets what was written down.

    Raises:
        ArchiveError: another state, a year without forms, or a form came.
        UnknownPlace: no such municipality (or AmbiguousPlace: more than one).
    """
    if state is not None and state not in SETTABLE:
        raise ArchiveError(f"unknown state {state!r}{suggestion(state, SETTABLE)}")
    if not has_forms(year):
        first = load_form().sheet("form").column("year").minimum
        raise ArchiveError(f"no forms of {year}: the first year is {first}")
    key = find_municipality(municipality).code, year
    archive = Archive(data_dir)
    with archive.writing():
        known = archive.known().get(key)
        if known is not None and known.state not in SETTABLE:
            raise ArchiveError(f"{key[0]} {year}: a form came on {known.received_on}")
        states = archive.stated() | ({key: state} if state else {})
        kept = [(*each, said) for each, said in states.items() if state or each != key]
        archive.write_states(kept)
