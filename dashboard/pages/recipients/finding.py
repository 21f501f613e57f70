"""Which recipient an address means, and what is said where it means none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.listing import shortened
from dashboard.frame.page import NoItem
from data.asking.recipients import find_recipient, recipients_near

if TYPE_CHECKING:
    from typing import Any

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def found(key: str, atlas: Atlas, words: Language) -> dict[str, Any]:
    """The recipient of a code, as `data.asking.recipients.find_recipient`.

    Raises:
        NoItem: There is none; says so, and which come near.
    """
    usable = key.encode("utf-8", "replace").decode()
    row = find_recipient(atlas.store, usable)
    if row is not None:
        return row
    named = {
        each.key: words.t("recipients.named", name=each.name, code=each.key)
        for each in recipients_near(atlas.store, usable)
    }
    text = words.t("recipients.unknown", key=shortened(usable))
    raise NoItem(f"{text} {words.t('recipients.near')}" if named else text, named)
