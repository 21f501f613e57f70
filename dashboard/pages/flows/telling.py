"""What flows say in words: who got most, how much NGOs won, with how many the money is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.asking.flows import ALL_KINDS, PRIVATE

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.pages.flows.view import FlowView

NGO = "ngo"


def title_of(view: FlowView) -> str:
    """Whose money, of which year, and which part of it."""
    words, state = view.words, view.state
    title = words.t("flows.title", name=words.name(view.place, "full"), year=view.year)
    kind = [] if state.kind == ALL_KINDS else [view.labels("recipient_kind")[state.kind]]
    area = [] if state.area == "all" else [view.labels("area")[state.area]]
    part = ", ".join([*kind, *area])
    return words.t("flows.title.part", title=title, part=part) if part else title


def flow_sentence(view: FlowView) -> str:
    """What is to be seen, in two or three sentences."""
    if not view.is_shown:
        return missing_text(view)
    if view.flowing.empty:
        return view.words.t("flows.nothing", year=view.year)
    return " ".join(filter(None, (_most(view), _untold(view), _won(view), _concentrated(view))))


def missing_text(view: FlowView) -> str:
    """Why there are no figures of the year."""
    words, now = view.words, view.now
    name = words.name(view.place, "full")
    if now["paid"]:
        return words.t(f"flows.none.{view.state.figures}", name=name, year=view.year)
    states = view.labels("submission_state")
    # Of an accepted form without payments, and of figures that wait, only that there are none.
    unknown = view.labels("value_state")["no_data"]
    said = (
        states[now["state"]] if now["state"] in ("not_asked", "no_answer", "received") else unknown
    )
    said = f"{said[0].lower()}{said[1:]}"
    state = words.t("state.invented", state=said) if now["demo"] else said
    return words.t("flows.missing", name=name, year=view.year, state=state)


def left_out(view: FlowView) -> str:
    """How many flows are not in the picture, as they are of nought or less; empty if all are."""
    rest = view.flowing[view.flowing["executed"] <= 0]["executed"]
    if rest.empty:
        return ""
    return view.words.n("flows.left_out", len(rest), amount=view.words.money(rest.sum()))


def _most(view: FlowView) -> str:
    """How much in all, and to which kind, or for which area, most of it."""
    words, flowing = view.words, view.flowing
    kinds, areas = (flowing.groupby(name)["executed"].sum() for name in ("recipient_kind", "area"))
    values = {
        "name": words.name(view.place, "full"),
        "year": view.year,
        "amount": view.amount(view.total),
    }
    most = kinds if len(kinds) > 1 else areas
    part, share = view.amount(most.max()), view.share(most.max())
    if len(kinds) > 1:
        values["kind"] = words.t(f"flows.to.{kinds.idxmax()}")
        if len(areas) > 1:
            return words.t("flows.said.all", **values, part=part, share=share)
        area = view.labels("area")[str(areas.index[0])]
        return words.t("flows.said.area", **values, area=area, part=part, share=share)
    values |= {
        "kind": words.t(f"flows.to.{kinds.index[0]}"),
        "area": view.labels("area")[str(areas.idxmax())],
    }
    if len(areas) > 1:
        return words.t("flows.said.kind", **values, part=part, share=share)
    return words.t("flows.said.both", **values)


def _untold(view: FlowView) -> str:
    """With what the chosen area stands together elsewhere in the source, so that this is not all.

    Such a code is made of those that it joins, as culture_sport.
    """
    area = view.state.area
    joined = [code for code in view.occurring("area") if code != area and area in code.split("_")]
    if not joined:
        return ""
    return view.words.t("flows.untold", area=view.labels("area")[joined[0]])


def _won(view: FlowView) -> str:
    """How much NGOs got by competition, or why that is not known."""
    words, flowing = view.words, view.flowing
    if view.state.kind not in (ALL_KINDS, NGO):
        return ""
    if note := view.now[f"note_{words.code}"]:
        return words.t("flows.won.untold", note=note)
    won = flowing[(flowing["recipient_kind"] == NGO) & (flowing["mode"] == "competition")]
    amount = won["executed"].sum()
    if amount <= 0:
        return words.t("flows.won.nothing")
    return words.t("flows.won", amount=view.amount(amount), share=view.share(amount))


def _concentrated(view: FlowView) -> str:
    """With how many recipients at least half of the money is: of NGOs, where they are told."""
    words, receiving = view.words, view.receiving
    told = view.state.kind in (ALL_KINDS, NGO) and not view.now["note_lt"]
    rows = receiving[receiving["recipient_kind"] == NGO] if told else receiving
    few, count = half(rows)
    if not count:
        return ""
    whose = "ngo" if told else "all"
    if count == 1:
        return words.t(f"flows.half.{whose}.only")
    one = "one" if few == 1 else "some"
    return words.n(f"flows.half.{whose}.{one}", count, **({} if few == 1 else {"some": few}))


def half(receiving: pd.DataFrame) -> tuple[int, int]:
    """The fewest legal entities that got at least half of what all got, and how many did."""
    entities = receiving[receiving["entity"] != PRIVATE]
    sums = entities.groupby("entity")["executed"].sum()
    got = sums[sums > 0].sort_values(ascending=False)
    if got.empty:
        return 0, 0
    return int((got.cumsum() < got.sum() / 2).sum()) + 1, len(got)
