"""Statuses in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.commitments.model import Plans, Status, Text
    from dashboard.language.i18n import Language


def status_name(plans: Plans, status: str, words: Language) -> str:
    """A status in words; of several scales that know it, the first one's."""
    if not status:
        return ""
    known = {item.code: item.label for item in reversed(plans.statuses)}
    return known.get(status) or status_word(None, words)


def whole_text(text: Text, words: Language) -> str:
    """A text of the sources as plain text, said to be ours where it is."""
    return f"{text.text} ({words.t('commitments.ours')})" if text.original else text.text


def status_word(status: Status | None, words: Language) -> str:
    """The status in its assessor's words."""
    return status.label if status else words.t("commitments.status.not_assessed")
