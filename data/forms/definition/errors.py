"""What the form's own files can get wrong; a clerk's mistakes are problems in a report instead."""

from __future__ import annotations

from data.errors import SavivaldaError


class FormError(SavivaldaError):
    """The form's definition is not as it must be; the message names sheet, column and key."""
