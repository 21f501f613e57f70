"""The commitments as a tidy table to take away: all that is at hand.

A text that no source has in the visitor's language stands as it is, with its language beside it; a
title is then ours, with the source's own in its column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.commitments.labels import status_word
from dashboard.commitments.order import ordered
from dashboard.commitments.sentence import beside_text, late_text
from dashboard.commitments.standing import beside
from dashboard.language.i18n import CODES

if TYPE_CHECKING:
    from dashboard.commitments.model import Commitment, Text
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView


def tidy(view: PlanView) -> pd.DataFrame:
    """One row a commitment, headings in the language; what no source tells is empty."""
    rows = [_row(item, view) for item in ordered(view.found, view.plans, view.state.sort)]
    names = list(rows[0]) if rows else ["key"]
    return pd.DataFrame(rows, columns=names).rename(
        columns={it: _heading(it, view) for it in names}
    )


def _heading(name: str, view: PlanView) -> str:
    """The heading of a column; those of scales and languages are put together."""
    kind, _, of = name.partition(":")
    if of and kind == "scale":
        return view.plans.scales[of].name
    if of and kind == "language":
        column = view.words.t(f"commitments.column.{of}")
        return view.words.t("commitments.column.language", column=column)
    return view.words.t(f"commitments.column.{name}")


def _row(item: Standing, view: PlanView) -> dict[str, Any]:
    """The commitment, how it stands, what else was said of it."""
    return {**_promised(item.commitment, view), **_status(item, view), **_others(item, view)}


def _promised(item: Commitment, view: PlanView) -> dict[str, Any]:
    plans, words = view.plans, view.words
    return {
        "key": item.key,
        "plan": plans.plans[item.plan].named,
        **_text("section", plans.sections.get(item.section), view),
        "number": item.number,
        "theme": plans.themes[item.theme],
        **_text("title", item.title, view),
        **{f"title_{code}": item.titles.get(code, "") for code in CODES},
        **{f"working_{code}": item.working.get(code, "") for code in CODES},
        "institution": "; ".join(item.institutions.values()),
        "ogp": item.ogp,
        "start": item.start,
        "deadline": item.deadline,
        "revised": item.revised,
        "finished": item.finished,
        "late": late_text(item, plans.known_on, words),
        **_text("note", item.note, view),
    }


def _status(item: Standing, view: PlanView) -> dict[str, Any]:
    now, words = item.now, view.words
    compared = {"was": status_word(item.was, words), "changed": _changed(item, view)}
    return {
        "status": status_word(item.status, words),
        **(compared if item.since else {}),
        "scale": now.scale.name if now else "",
        "assessor": view.plans.assessors[now.assessor] if now else "",
        "observed": now.observed if now else None,
        "evidence": now.evidence if now else "",
        "obstacle": now.obstacle if now else "",
        **_text("remark", now.note if now else None, view),
        "document": now.document.title if now else "",
        "url": now.document.url if now else "",
    }


def _changed(item: Standing, view: PlanView) -> str:
    if item.unsure:
        return view.words.t("commitments.day_unknown").strip("()")
    return view.words.t("file.yes" if item.moved else "file.no")


def _others(item: Standing, view: PlanView) -> dict[str, str]:
    """A column for each scale of results and designs, one for other words on implementation."""
    plans, said = view.plans, beside(item, view.state.on)
    scales = {key: scale for key, scale in plans.scales.items() if scale.kind != "implementation"}
    done = [word for word in said if word.scale.kind == "implementation"]
    sources = dict.fromkeys(word.document.url for word in said)
    return {
        **{
            f"scale:{key}": "; ".join(word.status.label for word in said if word.scale == scale)
            for key, scale in scales.items()
        },
        "others": beside_text(done, plans.assessors),
        "others_url": " ".join(sources),
    }


def _text(name: str, text: Text | None, view: PlanView) -> dict[str, str]:
    """A text and the language it is in; empty where there is none."""
    found = text.text if text else ""
    spoken = (text.lang if text else "") or view.words.code
    return {name: found, f"language:{name}": spoken if found else ""}
