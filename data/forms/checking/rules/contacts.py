"""The office's address where it is asked for, and bare telephone numbers where words belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.forms.checking.personal import CONTACT
from data.forms.values.contacts import holds_contact, is_office_address
from data.forms.values.identifiers import MASK

if TYPE_CHECKING:
    from data.forms.checking.context import Context
    from data.forms.checking.filled import Filled
    from data.forms.checking.findings import Findings


def check_contacts(filled: Filled, _context: Context, findings: Findings) -> None:
    """Note an address that no office has, and mobile numbers written as nine digits."""
    for part in filled.parts.values():
        texts = [column.id for column in part.sheet.columns if column.type == "text"]
        for entry in part.entries:
            for column in texts:
                said = entry.get(column, str) or ""
                if part.sheet.id == "form" and column == CONTACT:
                    wrong = "private_contact" if said and not is_office_address(said) else ""
                else:
                    wrong = "contact_data" if holds_contact(said, words=True) else ""
                if wrong:
                    findings.add(wrong, part.name, entry.places[column], MASK)
