"""Who has not answered: of one kind of forms, all counted, the first few named, one full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.language.i18n import language
from dashboard.overview.unanswered import unanswered
from geo.places import municipalities
from tests.dashboard.overview.overview_tables import OverviewTables, declined

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.answers import Atlas
    from tests.dashboard.overview.conftest import Edit

LT, EN = language("lt"), language("en")
ANSWERED = "UPDATE submission SET state = 'accepted', demo = TRUE WHERE year = 2025"


def silent(count: int) -> str:
    """So many, the first by alphabet, have not answered."""
    codes = ", ".join(f"'{place.code}'" for place in municipalities()[:count])
    return (
        f"UPDATE submission SET state = 'no_answer' WHERE year = 2025 AND municipality IN ({codes})"
    )


@pytest.mark.parametrize("which", ["atlas", "among"])
def test_the_newest_years_invented_forms_are_told_where_there_are_any(
    request: pytest.FixtureRequest, which: str
) -> None:
    atlas: Atlas = request.getfixturevalue(which)
    forms = OverviewTables(atlas.store.path).forms
    newest = forms[(forms["year"] == 2025) & forms["demo"]]
    codes = {*newest[newest["state"] == "no_answer"]["municipality"]}
    names = [place.name_lt for place in municipalities() if place.code in codes]
    assert len(names) == 2
    waiting = {*newest[newest["state"] == "received"]["municipality"]}
    came = [place for place in municipalities() if place.code in waiting]
    assert len(came) == 2
    told = unanswered(atlas, LT)
    assert told.sentence == (
        f"2025 m. formos neatsiuntė 2 savivaldybės: {' ir '.join(names)} "
        f"Dar 2 formos gautos, bet nepriimtos: {' ir '.join(each.name_lt for each in came)}"
    )
    assert told.sentence.endswith(" r. sav.")
    assert told.sources == ("demo",)
    english = [place.name_en for place in municipalities() if place.code in codes]
    assert unanswered(atlas, EN).sentence == (
        f"2 municipalities have not sent the form of 2025: {' and '.join(english)}. "
        "2 more have come in and are not accepted yet: "
        f"{' and '.join(each.name_en for each in came)}."
    )


@pytest.mark.parametrize("count", [1, 2, 5, 6, 21, 60])
def test_all_are_counted_and_five_named(changed: Edit, empty: Path, count: int) -> None:
    told = unanswered(changed(ANSWERED, silent(count), of=empty), LT).sentence
    noun = declined(count, "savivaldybė", "savivaldybės", "savivaldybių")
    names = [place.name_lt for place in municipalities()[:count]]
    listed = f"{', '.join(names[:5])} ir dar {count - 5}."
    if count <= 5:
        *before, last = names
        listed = " ir ".join([", ".join(before), last]) if before else last
    assert told == f"2025 m. formos neatsiuntė {count} {noun}: {listed}"
    assert told.endswith(".")
    assert not told.endswith("..")


def test_real_and_invented_forms_are_told_apart(changed: Edit, empty: Path) -> None:
    """A real municipality that is silent is not counted among invented ones."""
    first = municipalities()[0]
    real = (
        "UPDATE submission SET demo = FALSE, state = 'no_answer' "
        f"WHERE year = 2025 AND municipality = '{first.code}'"
    )
    told = unanswered(changed(ANSWERED, silent(3), real, of=empty), LT)
    assert told.sentence.startswith("2025 m. formos neatsiuntė 2 savivaldybės: ")
    assert first.name_lt not in told.sentence
    told = unanswered(changed(ANSWERED, real, of=empty), LT)
    assert told.sentence == "2025 m. formą atsiuntė visos, kurių prašyta: 59 savivaldybės."


@pytest.mark.parametrize(
    ("count", "noun"), [(1, "savivaldybė"), (2, "savivaldybės"), (60, "savivaldybių")]
)
def test_all_that_were_asked_have_answered(
    changed: Edit, empty: Path, count: int, noun: str
) -> None:
    codes = ", ".join(f"'{place.code}'" for place in municipalities()[:count])
    unasked = (
        "UPDATE submission SET state = 'not_asked' "
        f"WHERE year = 2025 AND municipality NOT IN ({codes})"
    )
    told = unanswered(changed(ANSWERED, unasked, of=empty), LT).sentence
    assert told == f"2025 m. formą atsiuntė visos, kurių prašyta: {count} {noun}."


def test_where_nobody_was_asked_it_is_said_so_without_any_mark(vilnius: Atlas) -> None:
    told = unanswered(vilnius, LT)
    assert told.sentence == "2025 m. formos savivaldybių dar neprašyta."
    assert told.sources == ()
