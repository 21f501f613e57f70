"""Last year's recipients, so that a clerk corrects a list instead of copying registers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.asking.store import Store


@dataclass(frozen=True)
class Recipient:
    """A legal entity and what it got money for; the columns of the form that seldom change.

    Attributes:
        code: legal entity code.
        name: the entity's name.
        kind: code list recipient_kind.
        area: code list policy_area.
        mode: code list award_mode.
        programme: the budget's programme; None where the award mode is competition.
    """

    code: str
    name: str
    kind: str
    area: str
    mode: str
    programme: str | None


def recipients(
    store: Store, municipality: str, year: int, *, demo: bool = False
) -> list[Recipient]:
    """Return who got a municipality's money in the year before a form's year.

    Args:
        store: the published database.
        municipality: its code, such as "13".
        year: the form's year; the year before it is looked up.
        demo: whether recipients of the demonstration set are wanted too. They are invented, so a
            form that goes to a municipality is made without them.

    Returns:
        Each entity, area, mode and programme once; merged entities under their successor. Empty
        where the year before is not known. No personal data: the database holds legal entities.

    Raises:
        StoreError: the database cannot answer.
    """
    frame = store.query("recipients", municipality=municipality, year=year - 1, demo=demo)
    rows = frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)
    return [Recipient(*row) for row in rows]
