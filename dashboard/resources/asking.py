"""Asks for a part of a resource, for an address, an assistant or a notebook alike."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from dashboard.frame.source_line import source_text
from dashboard.indicators.sources import INVENTED
from dashboard.resources.resource import WrongAsked
from data.asking.views import real_sources
from data.catalog import FORM_SOURCES
from data.errors import near
from data.tidy.narrowing import SECONDS, narrowed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.resources.resource import Resource
    from data.tidy.described import TidyColumn
    from data.tidy.narrowing import Narrow

FORMS = FORM_SOURCES[0]
"""Stands for whosever the real figures of municipalities are."""

SAID = ("demo", "source", "sources")
"""Columns that say whether rows are invented, and whose they are."""


@dataclass(frozen=True)
class Answer:
    """A part of a resource.

    Attributes:
        resource: what was asked.
        chosen: what was chosen, what is usual filled in.
        columns: those of the frame, described.
        frame: the rows.
        total: how many rows there are before they are cut.
        after: how many before these were left out.
        version: of the data.
        built_at: when the database was made, UTC.
        demo: whether any row is invented.
        mark: that some or all is invented, in words; empty where nothing is.
        source: whose data they are, with dates, in a line.
    """

    resource: Resource
    chosen: Mapping[str, str]
    columns: tuple[TidyColumn, ...]
    frame: pd.DataFrame
    total: int
    after: int
    version: str
    built_at: datetime
    demo: bool
    mark: str
    source: str


def ask(
    atlas: Atlas,
    words: Language,
    resource: Resource,
    choices: Mapping[str, str],
    asked: Narrow,
    *,
    seconds: float = SECONDS,
) -> Answer:
    """Return a part of a resource.

    Args:
        atlas: The data.
        words: Language of its names.
        resource: One of `dashboard.resources.registry.RESOURCES`.
        choices: What is chosen, by name; what is left out is usual.
        asked: Which rows and columns; its columns are the resource's.
        seconds: The longest that the database may take.

    Raises:
        WrongAsked: A choice or a column is not there.
        TooLong: It took too long.
        StoreError: The database cannot answer.
    """
    chosen = chosen_of(atlas, resource, choices)
    given = resource.read(atlas, words, chosen) if resource.read else None
    wanted = described(resource, asked.columns)
    # What says that a row is invented, and whose it is, is looked at even where it is not wanted.
    also = [name for name in SAID if name in resource.table.columns]
    names = dict.fromkeys((*(column.name for column in wanted), *also))
    whole = replace(asked, columns=tuple(names))
    part = narrowed(
        atlas.store, resource.table, whole, language=words.code, given=given, seconds=seconds
    )
    demo = "demo" in part.frame and bool(part.frame["demo"].any())
    return Answer(
        resource=resource,
        chosen=chosen,
        columns=wanted,
        frame=part.frame[[column.name for column in wanted]],
        total=part.total,
        after=asked.after,
        version=atlas.store.version,
        built_at=atlas.store.built_at,
        demo=demo,
        mark=words.t("demo.figures") if demo else "",
        source=_source_line(sources_of(resource, part.frame, atlas), atlas, words),
    )


def _source_line(ids: tuple[str, ...], atlas: Atlas, words: Language) -> str:
    """The line of the sources; what the atlas tells of itself has a version alone."""
    said = source_text(ids, atlas, words) if ids else ""
    return said or words.t("source.short", version=atlas.store.version)


def sources_of(resource: Resource, frame: pd.DataFrame, atlas: Atlas) -> tuple[str, ...]:
    """Ids of the sources that rows name, in their order, and of those that the table rests on."""
    told = [frame[name].dropna().unique() for name in ("source", "sources") if name in frame]
    found = [each for column in told for text in column for each in text.split()]
    invented = frame["demo"].astype(bool) if "demo" in frame else pd.Series(dtype=bool)
    if not invented.all() or not len(invented):
        real = dict.fromkeys(real_sources(atlas.store)["source"].tolist())
        found += [each for own in resource.sources for each in (real if own == FORMS else (own,))]
    return tuple(dict.fromkeys([*found, *([INVENTED] if invented.any() else [])]))


def chosen_of(atlas: Atlas, resource: Resource, choices: Mapping[str, str]) -> dict[str, str]:
    """What is chosen, what is usual filled in.

    Raises:
        WrongAsked: A choice is missing or has a value that there is not.
    """
    chosen: dict[str, str] = {}
    for choice in resource.choices:
        known = choice.known(atlas, chosen)
        value = choices.get(choice.name, "" if choice.required else known[0])
        if value not in known and not choice.read:
            raise WrongAsked(choice.name, value, "one of those listed", known, near(value, known))
        chosen[choice.name] = value if value in known or not choice.read else choice.read(value)
    return chosen


def described(resource: Resource, names: tuple[str, ...]) -> tuple[TidyColumn, ...]:
    """The columns of these names; all of them where none is named."""
    columns = resource.table.columns
    return tuple(columns[name] for name in names or columns)
