"""A few made-up commitments, and what was said of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from dashboard.commitments.model import (
    Assessment,
    AssessmentScale,
    Commitment,
    Document,
    Status,
    Text,
)

DAYS = [date(2017, 11, 21), date(2018, 5, 1), date(2019, 2, 3)]
IDLE = Status("not_started", "Not started", "implementation", 0.0, outside=False)
BEGUN = Status("started", "Started", "implementation", 0.25, outside=False)
DONE = Status("done", "Done", "implementation", 1.0, outside=False)
COMPLETE = Status("complete", "Complete", "irm_completion", 1.0, outside=True)
UNCHANGED = Status("did_not_change", "Did not change", "irm_early_results", None, outside=True)
KNOWN = (IDLE, BEGUN, DONE, COMPLETE)
KINDS = {"irm_early_results": "result"}
NOWHERE = Document("d", "A page", "Somebody", "https://example.org", None, None)


def said(status: Status, on: date | None = None, who: str = "government") -> Assessment:
    scale = AssessmentScale(
        KINDS.get(status.scale, "implementation"), status.scale, Text(""), KNOWN
    )
    return Assessment(who, scale, status, on, Text(""), "", "", NOWHERE)


def promised(*history: Assessment, key: str = "3-I-1", **facts: object) -> Commitment:
    made = Commitment(
        key, "3", "3-I", "I.1", Text("Open the data"), "open the data", {}, "open_data", "",
        None, None, None, None, Text(""), history,
    )  # fmt: skip
    return replace(made, **facts)  # type: ignore[arg-type]


histories = st.lists(
    st.builds(
        said,
        st.sampled_from(KNOWN),
        st.none() | st.sampled_from(DAYS),
        st.sampled_from(["government", "irm"]),
    ),
    max_size=5,
)
