"""Who says how commitments stand is named, also where the data alone know them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dashboard.commitments.model import (
    Assessment,
    AssessmentScale,
    Status,
    Text,
)
from dashboard.commitments.reading import read_plans
from dashboard.commitments.sentence import assessed_by, plans_sentence
from dashboard.commitments.standing import (
    standings,
)
from dashboard.commitments.state import PlanState
from dashboard.commitments.view import PlanView
from dashboard.language.i18n import language
from dashboard.pages.commitments.picture import draw_plans
from tests.dashboard.commitments.promises import (
    DAYS,
    NOWHERE,
    promised,
)

if TYPE_CHECKING:
    from dashboard.answers import Atlas


PAUSED = Status("paused", "Sustabdyta", "court_scale", 0.25, outside=True)


def test_a_status_and_an_assessor_that_only_the_data_know_are_named_by_their_labels(
    atlas: Atlas,
) -> None:
    words = language("lt")
    plans = read_plans(atlas, words)
    scale = AssessmentScale("implementation", "Kiek padaryta", Text(""), (PAUSED,))
    told = Assessment("court", scale, PAUSED, DAYS[0], Text(""), "", "", NOWHERE)
    plans = replace(
        plans,
        commitments={"3-I-1": promised(told)},
        assessors={**plans.assessors, "court": "Valstybės kontrolė"},
        scales={**plans.scales, "court_scale": scale},
    )
    state = PlanState(assessor="court")
    view = PlanView(plans, state, standings(plans, state), words)
    said = plans_sentence(view)
    assert "vertintojas – Valstybės kontrolė" in said
    assert "Sustabdyta: 1" in said
    assert "Sustabdyta" in draw_plans(view, title="", sentence=said, source="")


@pytest.mark.parametrize(
    ("code", "name", "when", "written"),
    [
        (
            "lt",
            "Atsakinga institucija (Vyriausybė)",
            "2017 m. lapkričio 21 d.",
            " – taip vertina atsakinga institucija (Vyriausybė), 2017 m. lapkričio 21 d.",
        ),
        ("lt", "NVO centras", "", " – taip vertina NVO centras; vertinimo data nenurodyta."),
        (
            "en",
            "Responsible institution (Government)",
            "21 November 2017",
            ", according to the responsible institution (Government), 21 November 2017.",
        ),
        (
            "en",
            "Independent Reporting Mechanism (IRM)",
            "21 November 2017",
            ", according to the Independent Reporting Mechanism (IRM), 21 November 2017.",
        ),
    ],
)
def test_who_says_so_stands_in_a_sentence_with_one_full_stop(
    code: str, name: str, when: str, written: str
) -> None:
    assert assessed_by(name, when, language(code)) == written
