"""The one sentence that says what is shown of the commitments, and the one of what has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_name, status_word
from dashboard.commitments.standing import code_of, head
from dashboard.commitments.timeline import days_late, unconfirmed
from dashboard.language.i18n import MissingText

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from dashboard.commitments.model import Assessment, Commitment, Status
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def plans_sentence(view: PlanView) -> str:
    """Says whose word on what, and how many commitments stand where; noughts are left out."""
    state, words = view.state, view.words
    start = words.t(
        "commitments.sentence_on" if state.on else "commitments.sentence_start",
        scope=_scope(view),
        whose=_whose(view),
        date=words.date(state.on) if state.on else "",
    )
    return counts_sentence(view, start)


def counts_sentence(view: PlanView, start: str) -> str:
    """Says how many of the commitments shown stand where, behind a start of one's own."""
    found, words = view.found, view.words
    if not found:
        return words.t("commitments.sentence_none", start=start)
    if not any(item.now for item in found):
        return _unassessed(start, len(found), words)
    parts = [status_count(status, count, words) for status, count in view.counts.items() if count]
    if all(item.now and item.now.status.progress != 1 for item in found):
        parts.append(words.t("commitments.none_done"))
    return words.t(
        "commitments.sentence",
        start=start,
        of=words.n("commitments.of", len(found)),
        parts=", ".join(parts),
    )


def _whose(view: PlanView) -> str:
    """By whose assessments; an assessor that the catalogue has no form for is named by the data."""
    assessor, words = view.state.assessor, view.words
    try:
        return words.t(f"commitments.whose.{assessor or 'any'}")
    except MissingText:
        return words.t("commitments.whose_other", assessor=view.plans.assessors[assessor])


def status_count(status: Status | None, count: int, words: Language) -> str:
    """How many have a status; one that the catalogue cannot decline stands as in the data."""
    try:
        return words.n(f"commitments.count.{code_of(status)}", count)
    except MissingText:
        label = status_word(status, words)
        return words.t("commitments.count_other", label=label, n=words.number(count))


def _unassessed(start: str, count: int, words: Language) -> str:
    """That of none of those shown the implementation was assessed."""
    if count == 1:
        return words.t("commitments.unassessed_one", start=start)
    return words.n("commitments.unassessed", count, start=start)


def _scope(view: PlanView) -> str:
    """Which commitments are looked at, in words."""
    plans, state, words = view.plans, view.state, view.words
    plan = plans.plans[state.plan].named if state.plan else words.t("commitments.all_plans")
    filters = {
        "section": plans.sections[state.section].text if state.section else "",
        "institution": plans.institutions.get(state.institution, ""),
        "status": status_name(plans, state.status, words),
        "q": state.q,
    }
    said = [
        words.t(f"commitments.scope.{key}", value=text) for key, text in filters.items() if text
    ]
    return ", ".join([plan, *said])


def moved_sentence(view: PlanView) -> str:
    """Says how many commitments are assessed differently than on the day compared with."""
    state, words = view.state, view.words
    if state.since is None:
        return ""
    since, found = words.date(state.since), [item for item in view.found if item.moved]
    if not found:
        return words.t("commitments.moved_none", date=since)
    said = words.n("commitments.moved", len(found), date=since)
    undated = sum(1 for item in found if item.now and item.now.observed is None)
    if undated == len(found):
        return f"{said} {words.n('commitments.moved_none_dated', undated)}"
    return f"{said} {words.n('commitments.moved_undated', undated)}" if undated else said


def unsure_sentence(view: PlanView) -> str:
    """Says which commitments are assessed differently without any proof of when that came."""
    found = [item.commitment for item in view.found if item.unsure]
    listed = ", ".join(f"{item.plan}–{item.number}" for item in found)
    return view.words.n("commitments.unsure", len(found), listed=listed) if found else ""


def assessed_by(name: str, when: str, words: Language) -> str:
    """Who says so and when, to follow a status; `when` is empty where no day is given."""
    first, _, rest = name.partition(" ")
    # A plain noun begins small within a sentence: not "NVO", nor a name in capitals.
    plain = first[1:].islower() and rest[:1].islower()
    assessor = f"{name[:1].lower()}{name[1:]}" if plain else name
    if not when:
        return words.t("commitment.by_undated", assessor=assessor)
    said = words.t("commitment.by", assessor=assessor, date=when)
    return said if said.endswith(".") else f"{said}."  # a Lithuanian day ends with one


def head_text(item: Standing, view: PlanView) -> str:
    """How a commitment stands in a word or two, by `standing.head`."""
    said = head(item, view.state.on)
    if said is None or said is item.now:
        return status_word(item.status, view.words)
    return beside_text([said], view.plans.assessors)


def beside_text(said: Iterable[Assessment], assessors: Mapping[str, str]) -> str:
    """What else was said, in one line; a scale that several may use is said with its assessor."""
    return "; ".join(f"{_scale_name(word, assessors)} – {word.status.label}" for word in said)


def _scale_name(word: Assessment, assessors: Mapping[str, str]) -> str:
    """The scale; one of the state's own words needs to be said who used it."""
    return (
        word.scale.name if word.status.outside else f"{assessors[word.assessor]}: {word.scale.name}"
    )


def late_text(item: Commitment, known_on: date, words: Language) -> str:
    """By how many days it was late, as far as that can be known."""
    late = days_late(item)
    if late is not None:
        return words.n("commitments.late", late) if late > 0 else words.t("commitments.in_time")
    return words.t(
        "commitments.late_unconfirmed"
        if unconfirmed(item, known_on)
        else "commitments.late_unknown"
    )


def share_text(count: int, total: int, words: Language) -> str:
    """How many of how many, and in per cent."""
    share = words.percent(100 * count / total, 0)
    return words.t("commitments.share", count=count, total=total, share=share)
