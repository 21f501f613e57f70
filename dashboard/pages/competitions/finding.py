"""Which competition an address means, and what is said where it means none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.page import NoItem
from data.asking.competitions import competitions_near, find_competition

if TYPE_CHECKING:
    from typing import Any

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

LONGEST_SAID = 60
"""Letters of a key that are repeated to whoever asked for it."""


class _Every(dict[str, str]):
    """Has every key: which competitions there are is asked of the database, one at a time."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str)


def every_key(atlas: Atlas, words: Language) -> dict[str, str]:  # noqa: ARG001 - all are let in
    """Lets every key in; `found` tells whose it is."""
    return _Every()


def found(key: str, atlas: Atlas, words: Language) -> dict[str, Any]:
    """The competition of a key, as `data.asking.competitions.find_competition`.

    Raises:
        NoItem: There is none; says so, and which come near.
    """
    usable = key.encode("utf-8", "replace").decode()
    row = find_competition(atlas.store, usable)
    if row is not None:
        return row
    short = usable if len(usable) <= LONGEST_SAID else f"{usable[:LONGEST_SAID]}…"
    near = competitions_near(atlas.store, usable)
    named = {
        str(each["key"]): words.t("competitions.named", name=each["competition"], year=each["year"])
        for each in near.to_dict("records")
    }
    text = words.t("competitions.unknown", key=short)
    raise NoItem(f"{text} {words.t('competitions.near')}" if named else text, named)
