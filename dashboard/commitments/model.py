"""Action plans, commitments and what was said of them, in one language, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Text:
    """A text of the sources in the best language at hand.

    Attributes:
        text: What is read.
        lang: Its language; empty for the visitor's own.
        original: What the sources say instead, where the text is our own translation of it.
    """

    text: str
    lang: str = ""
    original: Text | None = None


@dataclass(frozen=True)
class Document:
    """Where something is said: its title, address, and the days of publication and retrieval."""

    id: str
    title: str
    publisher: str
    url: str
    published: date | None
    retrieved: date | None


@dataclass(frozen=True)
class Status:
    """A status of a scale.

    Attributes:
        code: Code within the scale.
        label: In the words of whoever uses the scale.
        scale: Code of the scale.
        progress: 0–1 by the documented mapping; None cannot be compared.
        outside: Whether the scale is that of an outside assessor alone.
    """

    code: str
    label: str
    scale: str
    progress: float | None
    outside: bool


@dataclass(frozen=True)
class AssessmentScale:
    """By what an assessor measures.

    Attributes:
        kind: `implementation`, `result` or `design`.
        name: What it is called.
        about: What it says.
        statuses: Least first.
    """

    kind: str
    name: str
    about: Text
    statuses: tuple[Status, ...]


@dataclass(frozen=True)
class Assessment:
    """What one assessor said of a commitment once.

    Attributes:
        assessor: A code of the list `assessor`.
        scale: By what it was measured.
        status: What was said.
        observed: The day; None where the source gives none.
        note: What the assessor added.
        evidence: As told; empty where nothing was said.
        obstacle: In words; empty where none was named.
        document: Where it was said.
        known_after: A day that what has none is known to follow, if any.
    """

    assessor: str
    scale: AssessmentScale
    status: Status
    observed: date | None
    note: Text
    evidence: str
    obstacle: str
    document: Document
    known_after: date | None = None


@dataclass(frozen=True)
class Commitment:
    """A commitment and all that was said of it.

    Attributes:
        key: The end of its address: `3-II-1`.
        plan: Number of its plan.
        section: `3-II`; empty where no source places it in a section.
        number: Section and place in it: `II.1`, or the place alone.
        title: What was promised.
        search: Everything by which it may be looked for, in both languages, folded.
        institutions: Who answers for it, by code.
        theme: Our own grouping, a code of the list `commitment_theme`.
        ogp: The partnership's code, or nothing.
        start, deadline, revised, finished: Days, None where no source gives them.
        note: What the sources add.
        history: Every assessment, by assessor, kind and scale, oldest first.
        titles: What was promised, by language, as far as the sources have it.
        working: Our own titles, by language, where the sources have none.
    """

    key: str
    plan: str
    section: str
    number: str
    title: Text
    search: str
    institutions: dict[str, str]
    theme: str
    ogp: str
    start: date | None
    deadline: date | None
    revised: date | None
    finished: date | None
    note: Text
    history: tuple[Assessment, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    working: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """An action plan.

    Attributes:
        id: Its number.
        title: What it is called.
        years: Its span in words; empty where it is not known.
        first, last: Its years, None where they are not known.
        state: Whether it is in preparation, current or implemented, in words.
        note: What the sources say of it as a whole.
    """

    id: str
    title: Text
    years: str
    first: int | None
    last: int | None
    state: str
    note: Text

    @property
    def named(self) -> str:
        """Title and years, if they are known."""
        return f"{self.title.text} ({self.years})" if self.years else self.title.text


@dataclass(frozen=True)
class Plans:
    """All there is, in one language.

    Attributes:
        plans: By number.
        sections: Title of each section that has commitments or belongs to a plan, by `3-II`.
        commitments: In the order of the plans, by key.
        institutions: Names by code, of those that answer for a commitment.
        themes: Names by code.
        assessors: Names by code, in the order of the list.
        scales: Those in use, by code.
        known_on: The day up to which the sources were read.
    """

    plans: dict[str, Plan]
    sections: dict[str, Text]
    commitments: dict[str, Commitment]
    institutions: dict[str, str]
    themes: dict[str, str]
    assessors: dict[str, str]
    scales: dict[str, AssessmentScale]
    known_on: date

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Those of implementation, in the scales' order."""
        scales = (scale for scale in self.scales.values() if scale.kind == "implementation")
        return tuple(status for scale in scales for status in scale.statuses)
