"""What the signs mean that stand on a page, and why a municipality's own figures are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.indicators.figures import SIGNS
from dashboard.language.i18n import CODES, language
from dashboard.peers.notes import standing_notes
from dashboard.peers.reading import read_standing
from dashboard.peers.state import PeersState
from dashboard.peers.telling import StandingWords
from tests.dashboard.peers import standings

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def notes(atlas: Atlas, code: str, year: int, lang: str = "lt", **asked: str) -> list[str]:
    state = PeersState(year=year, **asked)  # type: ignore[arg-type]
    found = read_standing(atlas, standings.CODES.index(code), state)
    return standing_notes(found, language(lang))


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize(
    ("code", "year"), [("53", 2020), ("53", 2025), ("13", 2022), ("41", 2022), ("12", 2019)]
)
def test_every_sign_that_stands_on_figures_is_explained_once_and_no_other(
    atlas: Atlas, code: str, year: int, lang: str
) -> None:
    words = language(lang)
    found = read_standing(atlas, standings.CODES.index(code), PeersState(year=year))
    labels = atlas.labels("value_state", words, "all")
    told = "".join(
        StandingWords(it, words, dict.fromkeys(labels, "")).figure(at)
        for it in found.indicators.values()
        for at in (it.own, *it.peers)
    )
    said = standing_notes(found, words)
    for sign in SIGNS.values():
        assert sum(text.startswith(f"{sign} ") for text in said) == (sign in told), sign
    assert len(said) == len(set(said))


def test_the_own_break_is_told_in_every_year_and_nobody_elses(atlas: Atlas) -> None:
    for year in (2019, 2025):
        (said,) = (text for text in notes(atlas, "18", year, "en") if text.startswith("≠"))
        assert said.startswith("≠ Marijampolė, 2019")
        assert "transferred functions" in said
    assert not any(text.startswith("≠") for text in notes(atlas, "58", 2019, peers="all"))


def test_why_an_own_figure_is_not_there_is_told_in_the_year_where_its_source_says_so(
    atlas: Atlas,
) -> None:
    said = [text for text in notes(atlas, "13", 2022) if text.startswith("– Vilniaus m. sav.")]
    assert said
    assert all("2022 m." in text for text in said)
    assert not any(text.startswith("–") for text in notes(atlas, "13", 2025))
    assert not any(text.startswith("–") for text in notes(atlas, "41", 2022, peers="neighbours"))
