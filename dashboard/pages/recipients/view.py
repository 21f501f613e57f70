"""The recipients as their page shows them: which are found, of which kind, where links lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dashboard.frame.places import RECIPIENT_SLUGS
from dashboard.frame.source_line import source_text
from dashboard.pages.recipients.state import LISTS, RecipientsState, read_state, write_state
from data.asking.recipients import RecipientSums, recipient_list, recipient_sums
from data.asking.views import real_sources
from geo.places import municipalities

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from geo.places import Municipality

EACH = 50
"""Recipients on a page of the list."""

UNKNOWN = "–"
"""Stands for what is not known."""

INVENTED = "demo"
"""The source of what is invented."""


@dataclass(frozen=True)
class RecipientsView:
    """What the page shows.

    Attributes:
        atlas: The data.
        words: The language.
        state: What is looked at.
    """

    atlas: Atlas
    words: Language
    state: RecipientsState

    @cached_property
    def both(self) -> dict[bool, RecipientSums]:
        """What is found of both kinds, by whether it is invented."""
        return recipient_sums(self.atlas.store, self.state.asked)

    def count(self, *, demo: bool) -> int:
        """How many of a kind are found."""
        return self.both[demo].recipients if demo in self.both else 0

    @cached_property
    def demo(self) -> bool:
        """Whether the invented ones are shown: where they are asked for, or nothing is real."""
        if self.state.figures:
            return self.state.figures == "demo"
        return not self.count(demo=False) and bool(self.count(demo=True))

    @property
    def sums(self) -> RecipientSums:
        """What is found of the kind that is shown; there has to be something."""
        return self.both[self.demo]

    @property
    def found(self) -> int:
        """How many of the kind that is shown are found."""
        return self.count(demo=self.demo)

    @property
    def pages(self) -> int:
        """Pages of the list."""
        return max(1, -(-self.found // EACH))

    @property
    def page(self) -> int:
        """The page that is shown: the last one instead of one beyond it."""
        return min(self.state.page, self.pages)

    def rows(self, most: int = EACH, after: int = 0) -> pd.DataFrame:
        """A part of what is found, sorted."""
        state = self.state
        return recipient_list(
            self.atlas.store, state.asked, self.sums, sort=state.sort, most=most, after=after
        )

    def labels(self, name: str) -> dict[str, str]:
        """What the codes of a filter are called."""
        return labels(name, self.atlas, self.words)

    @cached_property
    def place(self) -> Municipality | None:
        """The municipality that is asked for."""
        return places().get(self.state.asked.municipality)

    @cached_property
    def source(self) -> str:
        """The line of whose figures are shown."""
        asked = self.state.asked
        real = sources_of(self.atlas, asked.municipality, asked.year)
        return source_text([INVENTED] if self.demo else real, self.atlas, self.words)

    def path(self, **changes: Any) -> str:
        """The page's address with changes; the list begins anew unless a page is asked for."""
        query = write_state(replace(self.state, **({"page": 1} | changes)))
        path = self.words.path(f"/{RECIPIENT_SLUGS[self.words.code]}")
        return f"{path}?{query}" if query else path

    @property
    def query(self) -> str:
        """The query of the page's own address."""
        return write_state(replace(self.state, page=self.page))


def read_view(atlas: Atlas, words: Language, query: str) -> RecipientsView:
    """The view that an address asks for."""
    known = {name: labels(name, atlas, words) for name in LISTS}
    return RecipientsView(atlas, words, read_state(query, known))


def labels(name: str, atlas: Atlas, words: Language) -> dict[str, str]:
    """What the codes of a filter are called, those too that only others' tables have."""
    found: dict[str, str] = atlas.once(
        ("labels", LISTS[name], words.code), lambda: atlas.labels(LISTS[name], words)
    )
    return found


def sources_of(atlas: Atlas, municipality: str = "", year: int = 0) -> list[str]:
    """Ids of the sources of real figures of a municipality and a year, or of all."""
    told = atlas.once("real sources", lambda: real_sources(atlas.store))
    rows = zip(told["municipality"], told["year"], told["source"], strict=True)
    found = {
        str(source)
        for place, when, source in rows
        if municipality in ("", place) and year in (0, when)
    }
    return sorted(found)


def places() -> dict[str, Municipality]:
    """The municipalities by their codes."""
    return {place.code: place for place in municipalities()}
