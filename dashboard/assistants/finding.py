"""Tool `find`: whatever the atlas has a name of, by loose words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import parse_qs

from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import BaseModel, Field

from dashboard.assistants.arguments import LONGEST, LangArg
from dashboard.assistants.told import ToldAnswer, carried, telling
from dashboard.language.i18n import CODES, language
from dashboard.pages.search.finding import find as found_groups
from dashboard.resources.resource import WrongAsked
from dashboard.searching.asked import read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.searching.findable import Findable
    from dashboard.searching.matching import FoundGroup

MOST = 5
"""Most of a kind."""

RESTS_ON = {
    **dict.fromkeys(("municipality", "county"), ("places",)),
    "commitment": ("commitments",),
}
"""Ids of the sources that what is found rests on; invented things name their own."""

OF_MONEY = ("recipient", "competition")


class FoundThing(BaseModel):
    """Something that was found."""

    kind: str = Field(description="municipality, county, recipient, competition, commitment, …")
    id: str = Field(description="By which other tools take it; empty where none does")
    name: str
    detail: str = Field(description="What tells it from others of its name")
    page: str = Field(description="Path of its page in the atlas")
    demo: bool = Field(description="Whether it is invented")


class FoundAnswer(ToldAnswer):
    """What was found, best first within its kind."""

    found: list[FoundThing]


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""

    def find(
        text: Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="Words of a name, halves of them, misspelled, declined, in either "
                "language, or a code: kedainiu, NVO konkursu dalis, open budgets, 2-III-1",
            ),
        ],
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, FoundAnswer]:
        """Find whatever the atlas has a name of, by loose words.

        Municipalities, counties, indicators, recipients of money, competitions, commitments,
        terms and pages. Use it first where a name is not certain: the ids that it gives are what
        other tools take.
        """
        asked, words = read_text(text), language(lang)
        if asked.wrong or not asked.words:
            raise WrongAsked("text", asked.text, "a word or several of a name, 2–100 characters")
        groups: dict[str, FoundGroup] = {}  # what the asked language has comes first
        for each in (words, *(language(code) for code in CODES if code != lang)):
            found = {group.kind: group for group in found_groups(asked, atlas, each, MOST)}
            groups |= {kind: group for kind, group in found.items() if kind not in groups}
        things = [_thing(item, words) for group in groups.values() for item in group.items]
        sources = [source for each in things for source in RESTS_ON.get(each.kind, ())]
        of_money = any(each.kind in OF_MONEY for each in things)
        marks = [each.demo for each in things] if of_money else ()
        answer = FoundAnswer(**carried(atlas, words, sources, marks), found=things)
        lines = [
            f"{each.kind} {each.id or '–'}: {each.name}"
            + (f" ({each.detail})" if each.detail else "")
            for each in things
        ]
        return telling(answer, *(lines or [words.t("assistants.nothing_found")]))

    return (find,)


def _thing(item: Findable, words: Language) -> FoundThing:
    indicator = ""
    if item.kind == "indicator":
        indicator = parse_qs(item.path.partition("?")[2])["indicator"][0]
    badges = tuple(language(code).t("demo.badge") for code in CODES)
    return FoundThing(
        kind=item.kind,
        id=indicator or item.code,
        name=words.t(f"indicator.{indicator}.name") if indicator else item.name,
        detail=item.detail,
        page=item.path,
        demo=item.kind in OF_MONEY and item.detail.endswith(badges),
    )
