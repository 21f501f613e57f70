"""How people write a municipality's name, reduced to keys that compare equal.

Budgets, forms and older tables say "Vilniaus m. sav.", "VILNIAUS MIESTO SAVIVALDYBĖ",
"vilniaus miestas" or "Vilnius City"; all of them mean one place.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geo.places import Municipality

# {lt} is the Lithuanian name in the genitive ("Vilniaus"), {en} the plain name ("Vilnius").
# The "c.", "t." and "d. mun." forms are the statistics office's English short names.
_PATTERNS: Final = {
    "city": (
        "{lt} m",
        "{lt} miestas",
        "{lt} miesto",
        "{lt} miesto sav",
        "{en} city municipality",
        "{en} c mun",
        "{en} t mun",
        "{en} m sav",
    ),
    "district": (
        "{lt} r",
        "{lt} raj",
        "{lt} raj sav",
        "{lt} rajonas",
        "{lt} rajono",
        "{lt} rajono sav",
        "{en} district municipality",
        "{en} d mun",
        "{en} r sav",
    ),
    "municipality": ("{en} municipality", "{en} mun", "{en} sav"),
}


def fold(text: str) -> str:
    """Reduce a spelling to its key: no case, no diacritics, no dots, dashes or extra spaces.

    Args:
        text: Any spelling, for example ``" ŠIAULIŲ  m.sav. "``.

    Returns:
        The key, for example ``"siauliu m sav"``.
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.split(r"[^0-9a-z]+", plain)).strip()


def base_names(place: Municipality) -> tuple[str, str]:
    """The bare names that a municipality shares with its town.

    Returns:
        The Lithuanian genitive and the nominative: ``("Vilniaus", "Vilnius")``.
    """
    genitive = re.sub(r"( [mr]\.)? sav\.$", "", place.name_lt)
    return genitive, re.sub(r" (City|District)$", "", place.name_en)


def keys(place: Municipality) -> frozenset[str]:
    """Every key under which a municipality is found; bare names may be shared by two."""
    genitive, nominative = base_names(place)
    patterns = _PATTERNS[place.type]
    spellings = [pattern.format(lt=genitive, en=nominative) for pattern in patterns]
    named = (place.code, place.iso, place.name_lt, place.name_full_lt, place.name_en)
    return frozenset(fold(spelling) for spelling in (*named, genitive, nominative, *spellings))
