"""What of the commitments can be found: each of them, by what was promised and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.reading import read_plans
from dashboard.commitments.view import list_path
from dashboard.searching.findable import Findable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def findables(atlas: Atlas, words: Language) -> Iterable[Findable]:
    """Every commitment, newest plan first."""
    plans = read_plans(atlas, words)
    for item in reversed(plans.commitments.values()):
        yield Findable(
            "commitment",
            item.title.text,
            f"{list_path(words)}/{item.key}",
            f"{plans.plans[item.plan].named}, {item.number}",
            item.search,
            item.key,
        )
