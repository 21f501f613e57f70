"""Which competition an address means, and what is said where it means none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.listing import shortened
from dashboard.frame.page import NoItem
from data.asking.competitions import competitions_near, find_competition

if TYPE_CHECKING:
    from typing import Any

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def found(key: str, atlas: Atlas, words: Language) -> dict[str, Any]:
    """The competition of a key, as `data.asking.competitions.find_competition`.

    Raises:
        NoItem: There is none; says so, and which come near.
    """
    usable = key.encode("utf-8", "replace").decode()
    row = find_competition(atlas.store, usable)
    if row is not None:
        return row
    near = competitions_near(atlas.store, usable)
    named = {
        str(each["key"]): words.t("competitions.named", name=each["competition"], year=each["year"])
        for each in near.to_dict("records")
    }
    text = words.t("competitions.unknown", key=shortened(usable))
    raise NoItem(f"{text} {words.t('competitions.near')}" if named else text, named)
