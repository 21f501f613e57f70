"""What changed, build by build, municipality by municipality, for the page and the feeds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from data.asking.changes import change_counts, changes
from data.catalog import ALL_AREAS, INDICATORS
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from datetime import datetime

    from dashboard.answers import Atlas
    from dashboard.pages.changes.state import ChangesState
    from geo.places import Municipality

    Row = dict[Hashable, Any]

OF_ALL = (3, 400)
"""Changes listed where all municipalities are looked at: of each kind and municipality, in all."""

OF_ONE = (100, 1_000)
"""The same where one of them is."""


@dataclass(frozen=True)
class ChangedPlace:
    """What a build changed of a municipality, or of what is of none.

    Attributes:
        place: The municipality.
        counts: By kind, how many changes there are.
        demo: Whether some of them are of invented figures.
        rows: Those that are listed.
    """

    place: Municipality | None
    counts: dict[str, int] = field(default_factory=dict)
    demo: bool = False
    rows: tuple[Row, ...] = ()

    @property
    def further(self) -> int:
        """How many are not listed."""
        return sum(self.counts.values()) - len(self.rows)


@dataclass(frozen=True)
class ChangedBuild:
    """A build that changed something.

    Attributes:
        version: Its data version.
        former: The one before.
        built_at: UTC.
        groups: Municipalities in Lithuanian order, then what is of none.
    """

    version: str
    former: str
    built_at: datetime
    groups: tuple[ChangedPlace, ...]

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"build-{self.built_at:%Y%m%d-%H%M%S}"


def read_changes(
    atlas: Atlas, state: ChangesState, listed: tuple[int, int] | None = None
) -> list[ChangedBuild]:
    """The builds that changed what is looked at, the newest first.

    Args:
        atlas: The data.
        state: What is looked at.
        listed: How many changes are listed of each kind and municipality, and in all.
    """
    asked = state.municipality, state.kind
    each, most = listed or (OF_ONE if state.municipality else OF_ALL)
    indicators, areas = {None, *INDICATORS}, {None, ALL_AREAS, *atlas.areas}
    rows: dict[tuple[Any, ...], list[Row]] = {}
    for row in changes(atlas.store, *asked, each=each, most=most):
        # A former build may have had indicators and areas that have no words any more.
        if row["indicator"] in indicators and row["area"] in areas:
            rows.setdefault(_group_of(row), []).append(row)
    counted: dict[tuple[Any, ...], list[Row]] = {}
    for row in change_counts(atlas.store, *asked):
        counted.setdefault(_group_of(row), []).append(row)
    builds: dict[tuple[str, str, datetime], list[ChangedPlace]] = {}
    for key, counts in counted.items():
        group = _group(key[3], counts, rows.get(key, ()))
        builds.setdefault((key[0], key[1], key[2]), []).append(group)
    return [ChangedBuild(*key, tuple(groups)) for key, groups in builds.items()]


def _group(code: str | None, counts: Sequence[Row], rows: Sequence[Row]) -> ChangedPlace:
    place = next((each for each in municipalities() if each.code == code), None)
    by_kind = {row["kind"]: row["changes"] for row in counts}
    return ChangedPlace(place, by_kind, any(row["demo"] for row in counts), tuple(rows))


def _group_of(row: Row) -> tuple[Any, ...]:
    return row["data_version"], row["former_version"], row["built_at"], row["municipality"]
