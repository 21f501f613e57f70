"""Names of legal entities that hold a person's name: an individual enterprise bears its owner's."""

from __future__ import annotations

import re

WITHHELD = "Individuali įmonė"
"""What is kept in the place of such a name."""

_L = "A-Za-zÀ-ɏ"
INDIVIDUAL = (
    rf"(?i:(^|[^{_L}])(i\.? ?į\.?|individuali(oji|os)? +įmonės?)($|[^{_L}]))"
    rf"|(^|[^{_L}])[A-ZÀ-Ž]\. ?[A-ZÀ-Ž][{_L}-]+ ([{_L}-]+ )*(įmonė|firma)($|[^{_L}])"
)
"""The abbreviation, the form's name, or initial and surname before the older "įmonė" and "firma".

Python and the database read it alike, so the names of a million rows need not be looked at here."""


def kept_name(name: str) -> str:
    """Return a legal entity's name as it may be kept and shown."""
    return WITHHELD if re.search(INDIVIDUAL, name) else name
