"""A problem is a document of RFC 9457."""

from __future__ import annotations

import json

from dashboard.frame.problem import problem


def test_a_problem_says_what_it_is_and_what_was_possible() -> None:
    told = problem(404, "Unknown", "There is no x.", parameter="x", known=("a", "b"), near=())
    assert told.status_code == 404
    assert told.headers["content-type"] == "application/problem+json"
    assert told.headers["cache-control"] == "no-store"
    assert json.loads(told.body) == {
        "type": "about:blank",
        "title": "Unknown",
        "status": 404,
        "detail": "There is no x.",
        "parameter": "x",
        "known": ["a", "b"],
    }


def test_headers_are_those_of_the_answer() -> None:
    told = problem(429, "Too many", "Wait.", headers={"Retry-After": "3"}, type="/api#limits")
    assert told.headers["retry-after"] == "3"
    assert json.loads(told.body)["type"] == "/api#limits"
