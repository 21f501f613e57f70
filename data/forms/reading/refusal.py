"""Why a file cannot be read at all: one reason a file, never an exception of some library."""

from __future__ import annotations

from data.forms.definition.errors import FormError


class Unreadable(FormError):
    """A file is damaged, dangerous, locked or of another kind.

    Attributes:
        reason: id of the problem kind, for example ``"encrypted"``.
        values: what the problem's words need, by placeholder.
    """

    def __init__(self, reason: str, **values: str) -> None:
        self.reason = reason
        self.values = values
        super().__init__(" ".join([reason, *(f"{key}={value}" for key, value in values.items())]))
