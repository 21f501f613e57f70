"""What may stand in the files of action plans, column by column.

Kinds: ``id``, ``text``, ``whole``, ``number``, ``day`` (2026-01-31), ``url``; ``in <list>``: a code
of a list in data/codes; ``of <file>``: something that is in the first column of another file;
``one of <word> <word>``; ``area``: a policy area or "all". A question mark: may be left empty.
"""

from __future__ import annotations

COLUMNS: dict[str, dict[str, str]] = {
    "action_plan": {
        "plan": "whole",
        "start_year": "whole?",
        "end_year": "whole?",
        "title_lt": "text",
        "title_en": "text",
        "state": "in plan_state",
        "published": "whole?",
        "note_lt": "text?",
        "note_en": "text?",
        "source": "text",
    },
    "plan_section": {
        "plan": "of action_plan",
        "section": "id",
        "kind": "in section_kind",
        "title_lt": "text?",
        "title_en": "text?",
        "working_lt": "text?",
        "working_en": "text?",
    },
    "commitment": {
        "commitment": "id",
        "plan": "of action_plan",
        "section": "id?",
        "number": "whole",
        "theme": "in commitment_theme",
        "title_lt": "text?",
        "title_en": "text?",
        "working_lt": "text?",
        "working_en": "text?",
        "ogp_id": "id?",
        "start_on": "day?",
        "deadline_original": "day?",
        "note_lt": "text?",
        "note_en": "text?",
        "source": "text",
    },
    "commitment_institution": {
        "commitment": "of commitment",
        "institution": "in institution",
    },
    "commitment_scale": {
        "scale": "in commitment_scale",
        "kind": "one of implementation result design",
        "assessors": "text",
        "about_lt": "text",
        "about_en": "text",
    },
    "status_scale": {
        "scale": "of commitment_scale",
        "status": "in commitment_status",
        "position": "whole",
        "progress": "number?",
    },
    "plan_document": {
        "document": "id",
        "title": "text",
        "publisher": "text",
        "url": "url",
        "published_on": "day?",
        "retrieved": "day",
    },
    "plan_citation": {
        "plan": "of action_plan",
        "commitment": "of commitment?",
        "document": "of plan_document",
    },
    "commitment_status": {
        "commitment": "of commitment",
        "assessor": "in assessor",
        "scale": "of commitment_scale",
        "status": "in commitment_status",
        "observed_on": "day?",
        "known_after": "day?",
        "note_lt": "text?",
        "note_en": "text?",
        "evidence": "text?",
        "obstacle": "in obstacle?",
        "deadline_original": "day?",
        "deadline_revised": "day?",
        "finished_on": "day?",
        "document": "of plan_document",
    },
    "commitment_indicator": {
        "commitment": "of commitment",
        "indicator": "id",
        "unit": "id",
        "area": "area",
        "direction": "one of more less",
        "target": "number?",
        "target_year": "whole?",
        "why_lt": "text",
        "why_en": "text",
        "document": "of plan_document?",
    },
}

KEYS: dict[str, tuple[str, ...]] = {
    "action_plan": ("plan",),
    "plan_section": ("plan", "section"),
    "commitment": ("commitment",),
    "commitment_institution": ("commitment", "institution"),
    "commitment_scale": ("scale",),
    "status_scale": ("scale", "status"),
    "plan_document": ("document",),
    "plan_citation": ("plan", "commitment", "document"),
    "commitment_status": ("commitment", "assessor", "scale", "observed_on", "known_after"),
    "commitment_indicator": ("commitment", "indicator"),
}
"""Columns which together may not repeat: one assessor says one thing a day on one scale."""

PAIRS = (
    ("commitment_status", ("scale", "status"), "status_scale"),
    ("commitment", ("plan", "section"), "plan_section"),
)
"""Pairs that must stand in another file too, where both are filled in."""
