"""Figures of competitions in words; what is not known is a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.pages.competitions.view import UNKNOWN, known

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from dashboard.language.i18n import Language


def money(value: Any, words: Language) -> str:
    """Euros."""
    return words.money(float(value)) if known(value) else UNKNOWN


def count(value: Any, words: Language) -> str:
    """A number of applications."""
    return words.number(int(value)) if known(value) else UNKNOWN


def share(part: Any, whole: Any) -> float | None:
    """Per cent; None where one of them is not known or the whole is nothing."""
    if not known(part) or not known(whole) or not float(whole):
        return None
    return 100 * float(part) / float(whole)


def percent(value: float | None, words: Language) -> str:
    """Per cent as text."""
    return UNKNOWN if value is None else words.percent(value, 0)


def said_of(found: Mapping[str, Any], words: Language) -> list[str]:
    """What came of competitions that a row of sums tells: applications, then money."""
    said = []
    applied, asked = found["applications"], found["requested"]
    if known(applied) and applied:
        funded = share(found["funded_of"], applied)
        said.append(
            words.t(
                "competitions.said.funded",
                funded=count(found["funded_of"], words),
                applications=count(applied, words),
                share=percent(funded, words),
            )
        )
    if known(asked) and asked:
        awarded = share(found["awarded_of"], asked)
        said.append(
            words.t(
                "competitions.said.awarded",
                awarded=money(found["awarded_of"], words),
                requested=money(asked, words),
                share=percent(awarded, words),
            )
        )
    return said
