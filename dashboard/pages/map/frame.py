"""What the map page's scripts need once, whatever is shown: places, figures, words, defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
import pandas as pd

from dashboard.charts import palette
from dashboard.charts.choropleth import choropleth, map_points
from dashboard.charts.geometry import geometry_url
from dashboard.charts.naming import ways
from dashboard.charts.outlines import degrees, small_places
from dashboard.charts.projection import FITTING
from dashboard.frame.places import COMPARED, compare_path, place_path
from dashboard.indicators.advice import advice_texts
from dashboard.indicators.classes import LIMITS, METHODS
from dashboard.indicators.figures import SIGNS, VALUE_STATES
from dashboard.indicators.headline import lowered
from dashboard.indicators.picture import GLYPHS, REAL_GROUND, short_name
from dashboard.indicators.selection import MOST_SELECTED, county_key, members
from dashboard.indicators.state import CLOSEST, COLUMNS, DEFAULT_INDICATOR
from dashboard.pages.map.section import WIDTH_PX
from dashboard.pages.map.trend import DASHES, MARKERS, trend
from dashboard.pages.map.trend_panel import BROKEN
from data.asking.views import real_sources
from data.catalog import ALL_AREAS, FIGURES, INDICATORS
from geo.places import counties, municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

NOTHING = "\u00a0"
"""Stands for no sign: the scripts put signs into the elements that plotly makes for texts."""

TEXTS = (
    "apart.less", "apart.more", "apart.same", "change.since", "choice.lost", "compare.selected",
    "control.counties", "control.none_found", "control.places", "control.remove", "demo.explained",
    "group.apart", "group.extremes", "group.missing", "group.none", "group.real", "group.same",
    "group.selected", "headline.county", "headline.heading", "headline.nation", "headline.real",
    "headline.sentence", "headline.title", "legend.count", "legend.limits_fixed",
    "legend.limits_year", "legend.real", "legend.title", "map.promise", "map.unnamed",
    "municipality.page", "municipality.selected", "rank.of", "ranking.national", "real.explained",
    "real.moved", "remark.label", "remark.link", "select.full", "sentence.start", "share.address",
    "table.caption", "trend.break", "trend.hint", "trend.mixed", "trend.national",
    "trend.national_same", "trend.national_varied", "trend.same", "year.clamped", "year.of",
    "year.pause", "year.play",
)  # fmt: skip


def frame(atlas: Atlas, words: Language) -> dict[str, Any]:
    """Everything but the figures and what is looked at: ready for JSON."""
    constant: dict[str, Any] = atlas.once(("frame", words.code), lambda: _constant(atlas, words))
    return constant


def _constant(atlas: Atlas, words: Language) -> dict[str, Any]:
    """What is the same for every view of a language; the scripts colour the empty map."""
    short = [short_name(place, words) for place in municipalities()]
    points = map_points([NOTHING] * len(short), short)
    county_ids = [item.nuts3 for item in counties()]
    nothing = pd.DataFrame({"name": [], "year": [], "value": []})
    labels = {figures: _states(figures, atlas, words) for figures in FIGURES}
    return {
        "places": places(words),
        "short": short,
        "counties": county_list(words),
        "map": orjson.loads(choropleth(points, geometry_url(), county_ids).to_json()),
        "dots": small_places(),
        "fitting": FITTING | {"usual": WIDTH_PX},
        "trend": trend(nothing, nothing, separators(words)).to_plotly_json()["layout"],
        "millions": words.t("trend.millions", number=""),
        "broken": BROKEN,
        "advice": advice_texts(words),
        "lines": [
            {"color": colour, "dash": dash, "symbol": symbol}
            for colour, dash, symbol in zip(palette.SELECTED, DASHES, MARKERS, strict=True)
        ],
        "colors": {
            "unknown": palette.UNKNOWN_COLOUR,
            "zero": palette.ZERO_COLOUR,
            "real": REAL_GROUND,
        },
        "states": labels,
        "statesWithin": {
            figures: [lowered(label) for label in texts] for figures, texts in labels.items()
        },
        "realSign": SIGNS["real"],
        "remarkSign": SIGNS["remarked"],
        "sources": _titles(atlas, words),
        "glyphs": GLYPHS,
        "marks": {sign: words.t(f"mark.{name}.text", sign=sign) for name, sign in SIGNS.items()},
        "most": MOST_SELECTED,
        "compare": {"path": compare_path([], words), "count": COMPARED},
        "closest": CLOSEST,
        "texts": {key: words.t(key) for key in TEXTS},
        "defaults": {
            "indicator": DEFAULT_INDICATOR,
            "area": ALL_AREAS,
            "classes": METHODS[0],
            "limits": LIMITS[0],
            "figures": FIGURES[0],
            "sort": COLUMNS[0],
        },
        "units": {item.id: item.units for item in INDICATORS.values()},
        "by_area": [item.id for item in INDICATORS.values() if item.by_area],
    }


def _states(figures: str, atlas: Atlas, words: Language) -> list[str]:
    """Words of the states in their order, among all figures or real ones."""
    labels = atlas.labels("value_state", words, figures)
    return [labels[state] for state in VALUE_STATES]


def _titles(atlas: Atlas, words: Language) -> dict[str, str]:
    """Titles of the sources that real figures come from."""
    known = atlas.sources().set_index("source")[f"title_{words.code}"]
    return {source: known[source] for source in sorted({*real_sources(atlas.store)["source"]})}


def places(words: Language) -> list[dict[str, Any]]:
    """The 60 in Lithuanian order: code, name, label point, page, precedence and ways of names."""
    points = degrees()
    ordered = sorted(municipalities(), key=lambda place: (place.group != "city", -place.area_km2))
    return [
        {
            "code": place.code,
            "precedence": ordered.index(place),
            "ways": ways(place.code),
            "name": words.name(place),
            "where": words.located(place),
            "search": f"{place.name_full_lt} {place.name_en} {place.code}",
            "point": points[place.code],
            "path": place_path(place, words),
        }
        for place in municipalities()
    ]


def county_list(words: Language) -> list[dict[str, Any]]:
    """The counties, each with the word that stands for it in addresses, and with its members."""
    return [
        {
            "key": county_key(county),
            "name": words.name(county, "full"),
            "where": words.located(county),
            "search": f"{county.name_lt} {county.name_en}",
            "codes": members(county),
        }
        for county in counties()
    ]


def separators(words: Language) -> str:
    """Decimal mark and digit group separator, as plotly wants them."""
    symbols = words.locale.number_symbols["latn"]
    return f"{symbols['decimal']}{symbols['group']}"
