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
TOLD = (NGO, "budgetary", "public")
"""Of which part the sentence is: the first that is known."""

DIGITS = 2
"""Cents of a hundred euros."""


def country_sentence(split: SplitOverYears | None, shown: ShownYear, words: Language) -> str:
    """What NGOs won of a hundred euros; where nobody knows, what the best known part got."""
    if split is None:
        return words.t("home.said.unsplit" if shown.count else "home.said.nothing")
    said = told_part(split.now)
    return words.t(f"home.said.{said}", share=share_text(split.now, said, words))


def told_part(of: HundredEuros) -> str:
    """The part that is told of."""
    return next(part for part in TOLD if part in of.shares)


def share_text(of: HundredEuros, part: str, words: Language) -> str:
    """What a part has of a hundred euros."""
    return words.number(of.shares[part], DIGITS)


def of_whom(split: SplitOverYears | None, shown: ShownYear, words: Language) -> str:
    """Of which year and of whom; why not of the newest, that they are few, what is not known."""
    if split is None:
        return words.t("home.whose.unsplit" if shown.count else "home.whose.nothing")
    said = [_whose(split.now, words)]
    if shown.newest != split.now.year:
        count = shown.count_in(shown.newest)
        said.append(words.n("home.whose.later", count, newest=shown.newest, year=split.now.year))
    if split.now.provisional:
        said.append(words.t("home.whose.provisional"))
    if NGO not in split.now.shares:
        why = split.untold[words.code] if split.untold else ""
        said.append(words.t("home.whose.untold_why" if why else "home.whose.untold", why=why))
    return " ".join(said)


def _whose(now: HundredEuros, words: Language) -> str:
    """The year and how many they are; the only one by where it is."""
    places = [place for place, has in zip(municipalities(), now.taken, strict=True) if has]
    if len(places) == 1:
        said = words.t("home.whose.one", year=now.year, where=words.located(places[0]))
    else:
        said = words.n("home.whose.of", now.count, year=now.year, all=len(municipalities()))
    return said if now.count >= ENOUGH else f"{said} {words.t('home.whose.few')}"


def before_sentence(split: SplitOverYears | None, words: Language) -> str:
    """What the same share was before; of the same municipalities now too, where they are others."""
    if split is None or split.before is None or split.same is None:
        return ""
    before, same, part = split.before, split.same, told_part(split.now)
    told = {"year": before.year, "share": share_text(before, part, words)}
    if same.count == split.now.count:
        return words.t("home.before", **told)
    now = {"now": same.year, "now_share": share_text(same, part, words)}
    return words.n("home.before.same", same.count, **told, **now)
