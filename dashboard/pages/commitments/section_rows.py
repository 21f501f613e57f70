"""A row a section of a plan, a mark a commitment; plans without a list say what they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from dashboard.pages.commitments.marks import in_language, mark_list
from dashboard.pages.commitments.model import Text
from dashboard.pages.commitments.standing import grouped

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.commitments.model import Plan, Plans
    from dashboard.pages.commitments.state import PlanState
    from dashboard.pages.commitments.view import PlanView


def plan_rows(view: PlanView) -> Component:
    """The sections in the plans' order."""
    plans, state, words = view.plans, view.state, view.words
    rows = []
    for plan in plans.plans.values():
        own = [item for item in view.found if item.commitment.plan == plan.id]
        for section, items in grouped(own, lambda item: (item.section,)).items():
            marks = mark_list(items, view)
            rows.append(_row(_heading(plan, section, plans, state, words), [marks]))
        if state.plan == plan.id or (
            not own and plan.id not in _listed(plans) and state.plan == ""
        ):
            rows.append(_about(plan, plans, words, headed=not own))
    return html.Div(rows, className="section-rows")


def _listed(plans: Plans) -> set[str]:
    return {item.plan for item in plans.commitments.values()}


def _row(heading: Component, content: list[Component]) -> Component:
    return html.Section([heading, html.Div(content)], className="section-row")


def _heading(
    plan: Plan, section: str, plans: Plans, state: PlanState, words: Language
) -> Component:
    """The section, under its plan where several are shown; else the plan itself."""
    named = html.Span(plan.named, className="row-plan")
    if not section:
        return html.H3(named)
    numeral = section.partition("-")[2]
    title = html.Span([f"{numeral}. ", *in_language(plans.sections[section], words)])
    return html.H3([title] if state.plan else [named, title])


def _about(plan: Plan, plans: Plans, words: Language, *, headed: bool) -> Component:
    """What the sources say of the plan as a whole: a note, and directions without commitments."""
    used = {item.section for item in plans.commitments.values()}
    names = [
        text
        for key, text in plans.sections.items()
        if key.split("-")[0] == plan.id and key not in used
    ]
    content: list[Component | str] = []
    if headed and plan.id not in _listed(plans):
        content += [words.t("commitments.none_listed"), " "]
    if plan.state:
        content += [words.t("commitments.plan_state", state=plan.state.lower()), " "]
    content += [*in_language(plan.note, words), " "]
    if names:
        listed = Text("; ".join(name.text for name in names), names[0].lang)
        content += [words.t("commitments.directions"), " ", *in_language(listed, words), "."]
    title = plan.named if headed else words.t("commitments.about_plan")
    heading = html.H3(html.Span(title, className="row-plan"))
    return _row(heading, [html.P(content, className="about-plan")])
