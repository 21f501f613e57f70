"""What is seen of the recipients, in words."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from dashboard.indicators.figures import SIGNS
from data.asking.recipients import MOST_NAMED, names_cut

if TYPE_CHECKING:
    from dashboard.language.i18n import Language
    from dashboard.pages.recipients.view import RecipientsView


def title_of(view: RecipientsView) -> str:
    """The page's title, with what the list is narrowed to."""
    words, narrowed = view.words, ", ".join(_narrowed(view))
    title = words.t("page.recipients.title")
    return f"{title}: {narrowed}" if narrowed else title


def sentence_of(view: RecipientsView) -> str:
    """How many there are, what they got, and how few got half of it."""
    words = view.words
    if not view.found:
        return words.t("recipients.none.said")
    kind = "demo" if view.demo else "real"
    number = (
        words.n("recipients.found.demo", view.found)
        if kind == "demo"
        else words.n("recipients.found.real", view.found)
    )
    sums = view.sums
    sign = SIGNS["provisional"] if sums.provisional else ""
    first = [] if view.state.asked.chosen else [words.t("page.recipients.description")]
    said = [*first, number, _money("recipients.paid", sums.paid, words, sign)]
    said += [_money("recipients.awarded", sums.awarded, words), concentration(view)]
    return " ".join(filter(None, said))


def concentration(view: RecipientsView) -> str:
    """How few of the recipients got half of what was paid; empty where that says nothing."""
    words, asked, sums = view.words, view.state.asked, view.sums
    if sums.among < 2:
        return ""
    kind = asked.kind or "any"
    money = words.t(f"recipients.money.{kind}")
    within = ", ".join(_narrowed(view, but=("kind", "year")))
    what = words.t("recipients.money.year", money=money, year=asked.year) if asked.year else money
    if within:
        what = words.t("recipients.money.within", money=what, within=within)
    return words.n("recipients.half", sums.half, money=what, among=words.number(sums.among))


def cut_names(view: RecipientsView) -> str:
    """That more recipients have such a name than are looked at; empty where they are not."""
    if names_cut(view.atlas.store, view.state.asked.name, demo=view.demo):
        return view.words.t("recipients.cut", most=view.words.number(MOST_NAMED))
    return ""


def private_line(view: RecipientsView) -> str:
    """What private persons got, who are on no list; empty where they got nothing."""
    if view.demo not in view.both:
        return ""
    words, sums = view.words, view.sums
    said = [
        _money("recipients.private.paid", sums.private_paid, words),
        _money("recipients.private.awarded", sums.private_awarded, words),
    ]
    return " ".join(filter(None, said))


def _money(key: str, euros: float, words: Language, sign: str = "") -> str:
    return "" if isnan(euros) else words.t(key, sum=words.money(euros) + sign)


def _narrowed(view: RecipientsView, but: tuple[str, ...] = ()) -> list[str]:
    """What the list is narrowed to, as a reader would list it."""
    words, asked = view.words, view.state.asked
    said = {
        "municipality": words.name(view.place) if view.place else "",
        **{
            name: view.labels(name).get(getattr(asked, name), "")
            for name in ("kind", "legal_form", "area", "mode", "financing")
        },
        "year": words.t("recipients.in_year", year=asked.year) if asked.year else "",
        "name": words.t("recipients.quoted", text=asked.name) if asked.name else "",
    }
    return [text for name, text in said.items() if text and name not in but]
