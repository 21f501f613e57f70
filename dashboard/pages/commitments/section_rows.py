"""A plan after the other, each to be unfolded: a row a section of it, a mark a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.marks import in_language, stacked_bar
from dashboard.commitments.model import Text
from dashboard.commitments.standing import counts, grouped
from dashboard.frame import html
from dashboard.pages.commitments.groups import done_text
from dashboard.pages.commitments.marks import mark_list, original

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.commitments.model import Plan, Plans
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language

FEW = 12
"""Commitments that are read at once; of more only the latest plan is unfolded."""


def plan_rows(view: PlanView) -> Component:
    """The plans in their order; those without a list of commitments say what they have."""
    listed = {item.plan for item in view.plans.commitments.values()}
    members = grouped(view.found, lambda item: (item.plan,))
    latest = next(reversed(members), "")
    shown = [
        _plan(plan, members.get(plan.id, []), view, unfolded=unfolded)
        for plan in view.plans.plans.values()
        if plan.id in members
        or view.state.plan == plan.id
        or not (view.state.plan or plan.id in listed)
        for unfolded in [len(view.found) <= FEW or plan.id == latest]
    ]
    return html.Div(shown, className="plan-rows")


def _plan(plan: Plan, found: Sequence[Standing], view: PlanView, *, unfolded: bool) -> Component:
    """One plan: how it stands, and what is known of it below."""
    plans, words = view.plans, view.words
    told = done_text(found, words) if found else words.t("commitments.none_listed_short")
    bar = [stacked_bar(counts(found, plans.statuses), words)] if found else []
    summary = html.Summary(
        [html.H3(_named(plan)), html.Span(told, className="share"), *bar], className="plan-summary"
    )
    sections = grouped(found, lambda item: (item.section,)).items()
    rows = [_section(section, items, view) for section, items in sections]
    return html.Details(
        [summary, *rows, _about(plan, plans, words, listed=bool(found))],
        id=f"plan-{plan.id}",
        className="plan",
        open=unfolded,
    )


def _named(plan: Plan) -> list[Component | str]:
    """Title and years, which stay in one line."""
    years = [" ", html.Span(f"({plan.years})", className="years")] if plan.years else []
    return [plan.title.text, *years]


def _section(section: str, items: Sequence[Standing], view: PlanView) -> Component:
    marks = mark_list(items, view)
    if not section:
        return html.Div(marks, className="section-row")
    numeral, title = section.partition("-")[2], view.plans.sections[section]
    heading = html.H4([f"{numeral}. ", *in_language(title, view.words)])
    return html.Section([heading, marks], className="section-row headed")


def _about(plan: Plan, plans: Plans, words: Language, *, listed: bool) -> Component:
    """What the sources say of the plan as a whole: a note, and directions without commitments."""
    used = {item.section for item in plans.commitments.values()}
    names = [
        text
        for key, text in plans.sections.items()
        if key.split("-")[0] == plan.id and key not in used
    ]
    content: list[Component | str] = []
    if not listed:
        content += [words.t("commitments.none_listed"), " "]
    if plan.state:
        content += [words.t("commitments.plan_state", state=plan.state.lower()), " "]
    content += [*in_language(plan.note, words), " "]
    if names:
        both = _joined(names)
        content += [words.t("commitments.directions"), " ", *in_language(both, words), ". "]
        if both.original:
            content += [words.t("commitment.original"), " ", *original(both), "."]
    return html.P(content, className="about-plan")


def _joined(names: Sequence[Text]) -> Text:
    """Texts of one kind as one."""
    first = names[0]
    said = [text.original for text in names if text.original]
    return Text("; ".join(name.text for name in names), first.lang, _joined(said) if said else None)
