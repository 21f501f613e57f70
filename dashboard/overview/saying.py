"""The sentence of the country, in the words that fit what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.overview.shown import ENOUGH
from dashboard.overview.split import PARTS, REST
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

NOISE = 1e-9
"""What is left of a hundred by the arithmetic of the machine alone."""


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
    """What a part has of a hundred euros; less than half a cent is not said to be nothing."""
    share, least = of.shares[part], 10**-DIGITS
    if NOISE < share < least / 2:
        return f"<\u00a0{words.number(least, DIGITS)}"
    return words.number(share, DIGITS)


def part_name(of: HundredEuros, part: str, words: Language) -> str:
    """What a part is called; the rest holds what NGOs won, where that is not known."""
    known = "" if part != REST or NGO in of.shares else "_all"
    return words.t(f"home.part.{part}{known}")


def of_whom(split: SplitOverYears | None, shown: ShownYear, words: Language) -> str:
    """Of which year and of whom; why not of the newest, and that they are few."""
    if split is None:
        return words.t("home.whose.unsplit" if shown.count else "home.whose.nothing")
    said = [_whose(split.now, words)]
    if shown.newest != split.now.year:
        count = shown.count_in(shown.newest)
        said.append(words.n("home.whose.later", count, newest=shown.newest, year=split.now.year))
    return " ".join(said)


def caution(split: SplitOverYears, words: Language) -> str:
    """That it is not paid yet, and that nobody knows what NGOs won; empty where all is well."""
    said = [words.t("home.whose.provisional")] if split.now.provisional else []
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
    """What the same share was before, and of how many, where it is of others."""
    if split is None or split.before is None:
        return ""
    before = split.before
    told = {"year": before.year, "share": share_text(before, told_part(split.now), words)}
    if split.alike is None:
        return words.t("home.before", **told)
    return words.n("home.before.of", before.count, **told)


def alike_sentence(split: SplitOverYears, words: Language) -> str:
    """What it was and is of the municipalities that are known in both years; empty where of all."""
    if split.alike is None:
        return ""
    (then, since), part = split.alike, told_part(split.now)
    return words.n(
        "home.alike",
        then.count,
        part=words.t(f"home.part.{part}"),
        year=then.year,
        share=share_text(then, part, words),
        now=since.year,
        now_share=share_text(since, part, words),
    )
