"""How commitments stand by an assessor on a day, what has moved since, who is of another mind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dashboard.commitments.model import Assessment, Commitment, Plans, Status
    from dashboard.commitments.state import PlanState

NOT_ASSESSED = "not_assessed"
"""Stands for a status where there is none, so that no commitment drops out of a share."""

STEPS = (0.0, 0.4, 0.8, 1.0)
"""Limits of the looks of a status: not begun, begun, well on the way, done."""


@dataclass(frozen=True)
class Standing:
    """A commitment and how it stands.

    Attributes:
        commitment: The commitment.
        now: The last word on it.
        before: What was the last word on the day that it is compared with.
        since: The day that it is compared with, if any.
    """

    commitment: Commitment
    now: Assessment | None
    before: Assessment | None = None
    since: date | None = None

    @property
    def status(self) -> Status | None:
        """How it stands; None where nobody assessed it."""
        return self.now.status if self.now else None

    @property
    def was(self) -> Status | None:
        """How it stood on the day that it is compared with."""
        return self.before.status if self.before else None

    @property
    def moved(self) -> bool:
        """Whether its status is known to have become another since that day."""
        return self._differs and self._later

    @property
    def unsure(self) -> bool:
        """Whether its status is another, but may have been so on that day already."""
        return self._differs and not self._later

    @property
    def _differs(self) -> bool:
        return self.since is not None and self.status != self.was

    @property
    def _later(self) -> bool:
        """Whether the last word is known to be later than that day."""
        if self.now is None or self.since is None:
            return False
        known = self.now.known_after
        if self.now.observed:
            return self.now.observed > self.since
        return known is not None and known >= self.since


def latest(
    history: Iterable[Assessment],
    assessor: str = "",
    on: date | None = None,
    kind: str = "implementation",
) -> Assessment | None:
    """The last word on a commitment.

    Args:
        history: All that was said of a commitment, as `Commitment.history`.
        assessor: Whose word; empty for that of whoever spoke last. An undated one counts as older
            than any dated one of somebody else, for it cannot be shown to be later.
        on: As it was known on that day: what has no date is then left out, as it cannot be placed
            in time. None takes everything.
        kind: What was assessed: `implementation`, `result` or `design`.
    """
    heard: dict[str, Assessment] = {}
    for item in history:
        asked = item.scale.kind == kind and assessor in ("", item.assessor)
        if asked and (on is None or (item.observed is not None and item.observed <= on)):
            last = heard.get(item.assessor)
            if last is None or _order(item) >= _order(last) or last.scale == item.scale:
                heard[item.assessor] = item
    return max(heard.values(), key=_order, default=None)


def beside(item: Standing, on: date | None = None) -> list[Assessment]:
    """What else was said of a commitment than its status: the last word of each on each scale.

    Results and designs first of all; of implementation the words of other assessors.

    Args:
        item: The commitment and its status.
        on: As in `latest`.
    """
    said: dict[tuple[str, int], Assessment] = {}
    whose = item.now.assessor if item.now else ""
    for word in item.commitment.history:
        known = on is None or (word.observed is not None and word.observed <= on)
        own = word.scale.kind == "implementation" and word.assessor == whose
        if known and not own:
            said[word.assessor, id(word.scale)] = word
    kinds = ("result", "design", "implementation")
    return sorted(said.values(), key=lambda word: kinds.index(word.scale.kind))


def head(item: Standing, on: date | None = None) -> Assessment | None:
    """The word that tells most shortly how a commitment stands.

    The last one on implementation; where there is none, the last one on results: what is known
    to have changed must not be headed by "not assessed".
    """
    results = (word for word in beside(item, on) if word.scale.kind == "result")
    return item.now or next(reversed([*results]), None)


def _order(item: Assessment) -> date:
    return item.observed or date.min


def standings(plans: Plans, state: PlanState) -> list[Standing]:
    """The commitments that a state asks for, in the order of the plans."""
    found = (
        Standing(
            item,
            latest(item.history, state.assessor, state.on),
            latest(item.history, state.assessor, state.since) if state.since else None,
            since=state.since,
        )
        for item in plans.commitments.values()
        if _chosen(item, state)
    )
    return [item for item in found if state.status in ("", code_of(item.status))]


def code_of(status: Status | None) -> str:
    """The code of a status, or `NOT_ASSESSED`."""
    return status.code if status else NOT_ASSESSED


def _chosen(item: Commitment, state: PlanState) -> bool:
    return (
        state.plan in ("", item.plan)
        and state.section in ("", item.section)
        and (not state.institution or state.institution in item.institutions)
        and all(word in item.search for word in state.q.casefold().split())
    )


def counts(found: Iterable[Standing], known: Iterable[Status]) -> dict[Status | None, int]:
    """How many have each status; together they are all that were given.

    Every status of a scale in use is there, in the scale's order, be it with nought; None, not
    assessed, comes last where it occurs.
    """
    have = [item.status for item in found]
    used = {status.scale for status in have if status}
    listed: list[Status | None] = [status for status in known if status.scale in used]
    if None in have:
        listed.append(None)
    return {status: have.count(status) for status in listed}


def grouped(
    found: Iterable[Standing], groups: Callable[[Commitment], Iterable[str]]
) -> dict[str, list[Standing]]:
    """The standings of each group; one that belongs to two groups is counted in both."""
    kept: dict[str, list[Standing]] = {}
    for item in found:
        for group in groups(item.commitment):
            kept.setdefault(group, []).append(item)
    return kept


def differing(
    found: Iterable[Standing], assessors: Iterable[str], on: date | None
) -> list[tuple[Commitment, dict[str, list[Assessment]]]]:
    """Commitments of which at least two assessors spoke and are not known to agree.

    Those agree whose words on implementation have the same measure of progress, and who said
    nothing of results, which nobody else measures.

    Returns:
        With each commitment the last word of each assessor on implementation and on results.
    """
    listed = list(assessors)
    kept = []
    for item in found:
        said = {who: _last_words(item.commitment.history, who, on) for who in listed}
        heard = {who: words for who, words in said.items() if words}
        measures = {word.status.progress for words in heard.values() for word in words}
        if len(heard) > 1 and (len(measures) > 1 or None in measures):
            kept.append((item.commitment, heard))
    return kept


def _last_words(history: Iterable[Assessment], assessor: str, on: date | None) -> list[Assessment]:
    """The last on implementation, the last on results, as far as there are any."""
    listed = list(history)
    found = (latest(listed, assessor, on, kind) for kind in ("implementation", "result"))
    return [item for item in found if item]


def look(status: Status | None) -> str:
    """The look of a status: `idle`, `begun`, `halfway`, `done`; `told` where it has no measure.

    `unknown` is that of no status.
    """
    if status is None or status.progress is None:
        return "told" if status else "unknown"
    names = ("idle", "begun", "halfway", "done")
    steps = zip(names, STEPS, strict=True)
    return next(name for name, step in steps if status.progress <= step)
