"""The sentence of the country, in the words that fit what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.overview.shown import ENOUGH
from dashboard.overview.split import PARTS
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.overview.shown import ShownYear
    from dashboard.overview.split import HundredEuros, SplitOverYears

NGO = PARTS[0]
DIGITS = 2
"""Cents of a hundred euros."""


def country_sentence(split: SplitOverYears | None, words: Language) -> str:
    """What NGOs won of a hundred euros; where nobody knows, what the best known part got."""
    if split is None:
        return words.t("home.said.nothing")
    shares = split.now.shares
    said = next(part for part in (NGO, "budgetary", "public") if part in shares)
    return words.t(f"home.said.{said}", share=words.number(shares[said], DIGITS))


def of_whom(split: SplitOverYears | None, shown: ShownYear, words: Language) -> str:
    """Of which year and of whom; why not of the newest, or that they are too few."""
    if split is None:
        return words.t("home.whose.nothing")
    now = split.now
    if now.count < ENOUGH:
        return words.n("home.whose.few", now.count, year=now.year, whom=_whom(now, words))
    said = words.n("home.whose.of", now.count, year=now.year, all=len(municipalities()))
    if shown.newest == now.year:
        return said
    count = shown.count_in(shown.newest)
    return f"{said} {words.n('home.whose.later', count, newest=shown.newest, year=now.year)}"


def _whom(now: HundredEuros, words: Language) -> str:
    """The one municipality, by where it is; how many, where there are more."""
    places = [place for place, has in zip(municipalities(), now.taken, strict=True) if has]
    if len(places) == 1:
        return words.located(places[0])
    return words.n("home.whose.places", len(places))


def before_sentence(split: SplitOverYears | None, words: Language) -> str:
    """What the same share was before."""
    if split is None or split.before is None:
        return ""
    before = split.before
    said = next((part for part in (NGO, "budgetary", "public") if part in before.shares), "")
    share = words.number(before.shares[said], DIGITS)
    return words.n("home.before", before.count, year=before.year, share=share)
