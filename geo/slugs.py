"""The end of a municipality's address: its name as people can read, type and say it.

Whatever a slug is made of, `geo.finding.find_municipality` knows the way back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.spelling import fold

if TYPE_CHECKING:
    from geo.places import Municipality


def slug(place: Municipality, lang: str) -> str:
    """The name of a municipality for its address.

    Args:
        place: The municipality.
        lang: "lt" or "en".

    Returns:
        Of the Lithuanian short name ("kedainiu-r", "neringos") or of the English name
        ("kedainiai-district", "neringa").
    """
    name = place.name_lt.removesuffix(" sav.") if lang == "lt" else place.name_en
    return fold(name).replace(" ", "-")
