"""What was found, in words; and where nothing was, what can be tried."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from dashboard.frame.places import SEARCH_SLUGS
from dashboard.searching.asked import FEWEST_LETTERS, FIELD, LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.language.i18n import Language
    from dashboard.searching.asked import SearchText
    from dashboard.searching.matching import FoundGroup


def search_path(words: Language, text: str = "") -> str:
    """The address of the page of all that is found by a text."""
    path = words.path(f"/{SEARCH_SLUGS[words.code]}")
    return f"{path}?{urlencode({FIELD: text})}" if text else path


def said(asked: SearchText, groups: Sequence[FoundGroup], words: Language) -> str:
    """How much was found, or why nothing was; empty where nothing was asked for."""
    if asked.wrong == "short":
        return words.n("search.short", FEWEST_LETTERS)
    if asked.wrong:
        return words.n("search.long", LONGEST)
    if not asked.text:
        return ""
    if not groups:
        return words.t("search.none", text=asked.text)
    kinds = ", ".join(words.t(f"search.kind.{group.kind}").lower() for group in groups)
    if any(group.more for group in groups):
        return words.t("search.first", text=asked.text, kinds=kinds)
    number = sum(len(group.items) for group in groups)
    return words.n("search.found", number, text=asked.text, kinds=kinds)
