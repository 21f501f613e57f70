"""Tool `commitments`: what was promised in open-government plans, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import BaseModel, Field

from dashboard.assistants.arguments import LONGEST, LangArg
from dashboard.assistants.meant import one_of
from dashboard.assistants.told import ToldAnswer, carried, telling
from dashboard.commitments.reading import read_plans
from dashboard.commitments.standing import latest
from dashboard.language.i18n import language
from dashboard.resources.resource import WrongAsked
from dashboard.searching.stemming import stem, words_of
from data.errors import near

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.commitments.model import Assessment, Commitment, Plans

SOURCE = ("commitments",)


class StatusTold(BaseModel):
    """What an assessor said of a commitment."""

    status: str
    scale: str
    assessor: str
    observed: str = Field(description="Day; empty where the source gives none")
    note: str
    document: str
    url: str


class CommitmentTold(BaseModel):
    """A commitment."""

    id: str
    plan: str
    title: str
    institutions: list[str]
    theme: str
    start: str
    deadline: str
    revised_deadline: str
    finished: str
    newest: StatusTold | None = Field(description="The last word; null where nobody assessed it")
    history: list[StatusTold] = Field(description="Of one commitment that is asked for by its id")
    demo: bool = Field(description="False: commitments are real")


class CommitmentsAnswer(ToldAnswer):
    """Commitments that fit."""

    total: int = Field(description="How many fit, of which the first are told")
    known_on: str = Field(description="Day up to which the sources were read")
    commitments: list[CommitmentTold]


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def commitments(
        text: Annotated[
            str, Field(max_length=LONGEST, description="Words of title, institution or theme")
        ] = "",
        plan: Annotated[
            str, Field(max_length=LONGEST, description="Number of an action plan; empty for all")
        ] = "",
        commitment: Annotated[
            str,
            Field(max_length=LONGEST, description="Id of one, such as 2-1, told with its history"),
        ] = "",
        limit: Annotated[int, Field(ge=1, le=100)] = 25,
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, CommitmentsAnswer]:
        """List open-government commitments of the action plans with their newest status.

        What was promised, by whom, until when, how far it is and according to whom.
        """
        words = language(lang)
        plans = read_plans(atlas, words)
        if plan:
            one_of("plan", plan, tuple(plans.plans))
        if commitment and commitment not in plans.commitments:
            known = tuple(plans.commitments)
            expected = "a commitment's id"
            raise WrongAsked("commitment", commitment, expected, known, near(commitment, known))
        sought = [stem(each) for each in words_of(text)]
        fitting = [
            each
            for each in plans.commitments.values()
            if (not plan or each.plan == plan)
            and (not commitment or each.key == commitment)
            and all(word in each.search for word in sought)
        ]
        told = [_told(each, plans, whole=bool(commitment)) for each in fitting[:limit]]
        answer = CommitmentsAnswer(
            **carried(atlas, words, SOURCE, [False]),
            total=len(fitting),
            known_on=plans.known_on.isoformat(),
            commitments=told,
        )
        said = words.t("assistants.rows", shown=len(told), total=len(fitting))
        return telling(answer, said, *map(_line, told))

    return (commitments,)


def _told(item: Commitment, plans: Plans, *, whole: bool) -> CommitmentTold:
    newest = latest(item.history)
    return CommitmentTold(
        id=item.key,
        plan=plans.plans[item.plan].named,
        title=item.title.text,
        institutions=[*item.institutions.values()],
        theme=plans.themes[item.theme],
        start=str(item.start or ""),
        deadline=str(item.deadline or ""),
        revised_deadline=str(item.revised or ""),
        finished=str(item.finished or ""),
        newest=_status(newest, plans) if newest else None,
        history=[_status(each, plans) for each in item.history] if whole else [],
        demo=False,
    )


def _status(said: Assessment, plans: Plans) -> StatusTold:
    return StatusTold(
        status=said.status.label,
        scale=said.scale.name,
        assessor=plans.assessors[said.assessor],
        observed=str(said.observed or ""),
        note=said.note.text,
        document=said.document.title,
        url=said.document.url,
    )


def _line(told: CommitmentTold) -> str:
    """A commitment as a paragraph, its statuses below it."""
    details = filter(None, [told.plan, ", ".join(told.institutions), told.deadline])
    head = f"{told.id}. {told.title} ({'; '.join(details)})"
    said = told.history or ([told.newest] if told.newest else [])
    lines = (
        f"  – {each.status} ({each.assessor}, {each.observed or '–'}): {each.note} "
        f"[{each.document}, {each.url}]"
        for each in said
    )
    return "\n".join([head, *lines])
