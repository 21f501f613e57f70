"""Tool `explain`: how an indicator is computed, and what codes, states and marks mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from mcp.types import CallToolResult  # noqa: TC002 - the tool's schema is made of it
from pydantic import Field

from dashboard.assistants.arguments import LONGEST, LangArg
from dashboard.assistants.meant import indicator_meant
from dashboard.assistants.told import ToldAnswer, carried, telling
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.writing import unit_label
from dashboard.language.i18n import language
from dashboard.resources.resource import WrongAsked
from data.catalog import INDICATORS
from data.errors import near
from data.statements import SQL, statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

MARKS = "marks"


class Explained(ToldAnswer):
    """What something means."""

    subject: str
    about: str = Field(description="In words")
    values: dict[str, str] = Field(description="Of a code list, the codes; of an indicator, units")
    sql: str = Field(description="The query that counts the rows; empty of what is no indicator")


def tools(atlas: Atlas) -> tuple[Callable[..., Any], ...]:
    """The tools of this module."""
    lists = tuple(atlas.once("code lists", lambda: atlas.store.query("code_lists"))["list"])

    def explain(
        subject: Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="An indicator (id or name), a code list (policy_area, value_state, "
                f"recipient_kind, … as list_tables names them beside columns) or {MARKS}",
            ),
        ],
        lang: LangArg = "en",
    ) -> Annotated[CallToolResult, Explained]:
        """Explain how an indicator is computed, or what codes and marks mean.

        Of an indicator, its method in words and the SQL that counts its rows; of a code list, its
        codes; of marks, those that stand beside figures.
        """
        words = language(lang)
        if subject == MARKS:
            told = _marks(words)
        elif subject in lists:
            told = {
                "subject": subject,
                "about": "",
                "values": atlas.labels(subject, words),
                "sql": "",
            }
        else:
            told = _indicator(_meant(atlas, subject, lists), words)
        known = told.pop("sources", ())
        answer = Explained(**carried(atlas, words, known, ()), **told)
        values = [f"{code}: {label}" for code, label in answer.values.items()]
        return telling(answer, answer.subject, answer.about, *values, answer.sql)

    return (explain,)


def _meant(atlas: Atlas, subject: str, lists: tuple[str, ...]) -> str:
    try:
        return indicator_meant(atlas, subject)
    except WrongAsked as error:
        known = (*INDICATORS, *lists, MARKS)
        likely = [*dict.fromkeys([*error.near, *near(error.value, known)])]
        expected = "an indicator, a code list or marks"
        raise WrongAsked("subject", error.value, expected, known, likely) from error


def _indicator(name: str, words: Language) -> dict[str, Any]:
    found = INDICATORS[name]
    return {
        "subject": f"{name}: {words.t(f'indicator.{name}.name')}",
        "about": words.t(f"indicator.{name}.method"),
        "values": {unit: unit_label(unit, words) for unit in found.units},
        "sql": statements(SQL / "indicators")[name].text,
        "sources": [each for each in found.source if each not in ("forms", "demo")],
    }


def _marks(words: Language) -> dict[str, Any]:
    texts = {name: words.t(f"mark.{name}.text", sign=sign) for name, sign in SIGNS.items()}
    return {
        "subject": MARKS,
        "about": words.t("demo.explained"),
        "values": texts,
        "sql": "",
    }
