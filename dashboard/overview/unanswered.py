"""Who was asked for the newest year's form and has not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from dashboard.frame.places import DATA_SLUGS
from dashboard.overview.facts import ToldFact, ended
from data.asking.views import submissions
from geo.finding import find_municipality

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

NAMED = 5
"""Names that a sentence has room for."""


def unanswered(atlas: Atlas, words: Language) -> ToldFact:
    """What came of the newest year's form."""
    forms = newest_forms(atlas)
    year, states = int(forms["year"].iloc[0]), forms["state"]
    asked, silent = forms[states != "not_asked"], forms[states == "no_answer"]
    path = f"{words.path(f'/{DATA_SLUGS[words.code]}')}#matrix"
    if asked.empty:
        said = words.t("home.fact.unanswered.unasked", year=year)
    elif silent.empty:
        said = words.n("home.fact.unanswered.none", len(asked), year=year)
    else:
        names = _names(silent, words)
        said = words.n(
            "home.fact.unanswered.said", len(names), year=year, names=_listed(names, words)
        )
    waiting = _names(forms[states == "received"], words)
    if waiting:
        received = words.n(
            "home.fact.unanswered.received", len(waiting), names=_listed(waiting, words)
        )
        said = f"{ended(said)} {received}"
    return ToldFact("unanswered", ended(said), path, ("demo",) if forms["demo"].any() else ())


def _names(forms: pd.DataFrame, words: Language) -> list[str]:
    """Whose forms they are."""
    return [words.name(find_municipality(code)) for code in forms["municipality"]]


def _listed(names: list[str], words: Language) -> str:
    """The first few, and how many there are besides."""
    if len(names) <= NAMED:
        return str(format_list(names, locale=words.locale))
    more = words.n("home.fact.unanswered.more", len(names) - NAMED)
    return f"{', '.join(names[:NAMED])} {more}"


def newest_forms(atlas: Atlas) -> pd.DataFrame:
    """The newest year's forms, a row a municipality.

    Where some of them are invented, only these: real ones are counted with no invented one.
    """

    def read() -> pd.DataFrame:
        forms = submissions(atlas.store)
        newest: pd.DataFrame = forms[forms["year"] == forms["year"].max()]
        return newest[newest["demo"] == newest["demo"].any()]

    found: pd.DataFrame = atlas.once("newest forms", read)
    return found
