"""All that the first page says, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.overview.apart import furthest_apart
from dashboard.overview.facts import ended
from dashboard.overview.grown import grown_most
from dashboard.overview.promised import newest_plans, newest_target
from dashboard.overview.saying import before_sentence, country_sentence, of_whom
from dashboard.overview.shown import shown_year
from dashboard.overview.split import read_split
from dashboard.overview.unanswered import unanswered

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language
    from dashboard.overview.facts import ToldFact
    from dashboard.overview.promised import PromisedTarget
    from dashboard.overview.shown import ShownYear
    from dashboard.overview.split import SplitOverYears


@dataclass(frozen=True)
class Overview:
    """What is said and shown.

    Attributes:
        atlas: The data.
        words: The language.
        shown: The map's indicator and year.
        split: How a hundred euros were split in that year; None where nobody knows.
    """

    atlas: Atlas
    words: Language
    shown: ShownYear
    split: SplitOverYears | None

    @cached_property
    def sentence(self) -> str:
        """The country in a sentence."""
        return country_sentence(self.split, self.shown, self.words)

    @cached_property
    def whose(self) -> str:
        """Of which year and whom it is, and why, where they are few."""
        return of_whom(self.split, self.shown, self.words)

    @cached_property
    def before(self) -> str:
        """What it was in the first year that can be compared; empty where there is none."""
        return before_sentence(self.split, self.words)

    @cached_property
    def summary(self) -> str:
        """All of that for those who see nothing else, with the mark of invented figures."""
        invented = self.split is not None and self.split.now.demo
        mark = self.words.t("demo.figures") if invented else ""
        return " ".join(filter(None, (mark, ended(self.sentence), self.whose, self.before)))

    @cached_property
    def facts(self) -> tuple[ToldFact, ...]:
        """What the data tell besides."""
        found = (
            grown_most(self.atlas, self.words, self.shown.year),
            furthest_apart(self.atlas, self.words, self.shown),
            unanswered(self.atlas, self.words),
        )
        return tuple(fact for fact in found if fact)

    @cached_property
    def plans(self) -> tuple[PlanView, ...]:
        """The newest plan of commitments, and the newest that was assessed."""
        return newest_plans(self.atlas, self.words)

    @cached_property
    def target(self) -> PromisedTarget | None:
        """The target that was set last."""
        return newest_target(self.atlas, self.words)


def read_overview(atlas: Atlas, words: Language) -> Overview:
    """All of it, for the present data."""
    shown = shown_year(atlas)
    return Overview(atlas, words, shown, read_split(atlas, shown.year))
