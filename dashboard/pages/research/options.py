"""What can be chosen in each field, as values of the address and what is read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.options import indicator_options
from dashboard.indicators.writing import unit_label
from dashboard.research.state import CHOICES, GROUPS
from dashboard.research.subjects import FEATURES_STUDIED, areas_of, measures_of, units_of
from data.catalog import ALL_AREAS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.language.i18n import Language
    from dashboard.research.bench import Bench
    from dashboard.research.subjects import Subject

Offer = tuple[str, str]
OfferGroup = tuple[str, list[Offer]]


def studied(words: Language, nothing: str = "") -> list[OfferGroup]:
    """Indicators in their groups, then features; before them `nothing`, if that can be chosen."""
    before = [("", [("", nothing)])] if nothing else []
    groups = [
        (found["group"], [(it["value"], it["label"]) for it in found["items"]])
        for found in indicator_options(words)
    ]
    features = [(name, words.t(f"research.feature.{name}")) for name in FEATURES_STUDIED]
    return [*before, *groups, (words.t("research.control.features"), features)]


def units(subject: Subject, words: Language) -> list[Offer]:
    """The units of what is studied."""
    if subject.is_feature:
        return [("", words.t(f"research.feature_unit.{subject.of}"))]
    return [(unit, unit_label(unit, words)) for unit in units_of(subject.of)]


def areas(subject: Subject, bench: Bench) -> list[Offer]:
    """Its policy areas."""
    words = bench.words
    labels = bench.atlas.labels("policy_area", words) | {ALL_AREAS: words.t("area.all")}
    return [(area, labels[area]) for area in areas_of(subject.of, bench.atlas.areas)]


def measures(subject: Subject, words: Language) -> list[Offer]:
    """How it can be measured."""
    return [(name, words.t(f"research.measure.{name}")) for name in measures_of(subject)]


def years(known: Iterable[int], usual: int) -> list[Offer]:
    """Years from the newest; the usual one needs not be named in the address."""
    return [("" if year == usual else str(year), str(year)) for year in sorted(known, reverse=True)]


def sets(words: Language) -> list[OfferGroup]:
    """Sets of municipalities."""
    named = {name: words.t(f"research.places.{name}") for name in ("all", "peers", "list")}
    of_groups = [(f"group:{group}", words.t(f"research.group.{group}")) for group in GROUPS]
    of_counties = [(f"county:{it.code}", words.name(it, "full")) for it in counties()]
    others = [(name, named[name]) for name in ("peers", "list")]
    return [
        ("", [("all", named["all"])]),
        (words.t("research.control.sets"), others),
        (words.t("research.control.group"), of_groups),
        (words.t("research.control.county"), of_counties),
    ]


def of_peers(words: Language) -> list[Offer]:
    """Municipalities that can have peers."""
    names = [(place.code, words.name(place)) for place in municipalities()]
    return [("", words.t("research.control.none")), *names]


def choices(name: str, words: Language) -> list[Offer]:
    """The values of one of `CHOICES`."""
    return [(it, words.t(f"research.{name}.{it or 'none'}")) for it in CHOICES[name]]
