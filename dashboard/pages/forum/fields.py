"""What can be changed of a scene, as far as its kind takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.choices import TEXTS
from dashboard.forum.kinds import PARAMETERS, kinds
from dashboard.frame import html
from dashboard.frame.choices import select_field
from dashboard.frame.field import Input
from dashboard.indicators.options import area_options, unit_options
from dashboard.indicators.selection import write_selection
from dashboard.indicators.state import DEFAULT_INDICATOR
from data.catalog import INDICATORS, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.forum.deck import Scene
    from dashboard.pages.forum.view import ForumView


def scene_fields(view: ForumView, number: int) -> list[Component]:
    """Fields named as the address names them, `2.year`; one that is empty leaves what is usual."""
    scene = view.deck.scenes[number - 1]
    takes = kinds()[scene.kind].takes
    made = [_field(view, scene, number, name) for name in PARAMETERS if name in takes]
    return [
        # That a scene of this kind stands here.
        Input(type="hidden", name=str(number), value=scene.kind),
        *made,
        _text(view, number, "title", scene.title, view.slides.slides[number - 1].title),
        _area(view, number, "note", scene.note),
    ]


def _field(view: ForumView, scene: Scene, number: int, name: str) -> Component:
    if name == "text":
        return _area(view, number, name, scene.text)
    if name == "select":
        return _text(
            view, number, name, write_selection(scene.select), view.words.t("forum.all_places")
        )
    label = view.words.t(f"forum.field.{name}")
    chosen = str(getattr(scene, name) or "")
    return select_field(f"{number}.{name}", label, _options(view, scene, name), chosen)


def _options(view: ForumView, scene: Scene, name: str) -> Iterable[tuple[str, str]]:
    """Values and what is read of them; the usual has no value, so that no address names it."""
    words, indicator = view.words, scene.indicator or DEFAULT_INDICATOR
    if name == "indicator":
        return [
            ("" if key == DEFAULT_INDICATOR else key, words.t(f"indicator.{key}.name"))
            for key in INDICATORS
        ]
    if name in ("year", "before"):
        years = [str(year) for year in reversed(resolve(indicator, scene.unit or None).years)]
        return [("", words.t(f"forum.usual.{name}")), *((year, year) for year in years)]
    if name == "unit":
        choices = unit_options(indicator, words)
    else:
        codes = view.atlas.codes("policy_area")
        labels = dict(zip(codes["code"], codes[f"label_{words.code}"], strict=True))
        offered = {code: labels[code] for code in view.atlas.areas}
        choices = area_options(indicator, offered, words)
    return [("" if at == 0 else each["value"], each["label"]) for at, each in enumerate(choices)]


def _text(view: ForumView, number: int, name: str, value: str, usual: str) -> Component:
    """A line; what stands there without it is seen in it."""
    key = f"{number}.{name}"
    field = Input(
        id=key,
        name=key,
        type="text",
        value=value,
        placeholder=usual,
        autoComplete="off",
        **({"maxlength": TEXTS[name]} if name in TEXTS else {"list": "places"}),
    )
    return html.Div(
        [html.Label(view.words.t(f"forum.field.{name}"), htmlFor=key), field],
        className="field field-wide",
    )


def _area(view: ForumView, number: int, name: str, value: str) -> Component:
    """Several lines."""
    key = f"{number}.{name}"
    field = html.Textarea(value, id=key, name=key, rows=2, maxlength=TEXTS[name])
    return html.Div(
        [html.Label(view.words.t(f"forum.field.{name}"), htmlFor=key), field],
        className="field field-wide",
    )
