"""What of the bench can be found: each of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame.places import research_path
from dashboard.research.registry import MAKERS
from dashboard.research.state import VIEWS
from dashboard.searching.findable import Findable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def findables(atlas: Atlas, words: Language) -> Iterable[Findable]:  # noqa: ARG001 - always the same
    """Every view, by its name and by what researchers look for in it."""
    for name in MAKERS:
        yield Findable(
            "page",
            words.t(f"research.view.{name}"),
            research_path(words, view=name if name != VIEWS[0] else ""),
            words.t("page.research.title"),
            words.t(f"research.searched.{name}"),
        )
