"""The scenes of a deck: what each shows, and how it is moved, changed and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.forum.deck import MOST_SCENES
from dashboard.forum.kinds import kinds
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.choices import select_field
from dashboard.frame.rendering import drawn
from dashboard.pages.forum.fields import scene_fields
from dashboard.pages.forum.view import EDIT
from dashboard.slides.drawing import draw_body
from dashboard.slides.stage import WIDE, arrange

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from dashboard.pages.forum.view import ForumView
    from dashboard.slides.content import Slide


def scene_list(view: ForumView) -> list[Component]:
    """The second part of the form."""
    words, count = view.words, len(view.deck.scenes)
    both = zip(view.deck.scenes, view.slides.slides, strict=True)
    items = [_scene(view, number, slide) for number, (_, slide) in enumerate(both, 1)]
    return [
        html.H2(words.t("forum.scenes"), id="scenes-title"),
        html.P(words.t("forum.moving"), className="small scripted"),
        html.Ol(items, className="scenes", id="scenes", **aria(labelledby="scenes-title")),
        *([_adding(view)] if count < MOST_SCENES else []),
        html.P(
            html.Button(
                words.t("forum.reset"), type="submit", name=EDIT, value="reset", className="as-link"
            ),
            className="small",
        ),
    ]


def _scene(view: ForumView, number: int, slide: Slide) -> Component:
    words, scene = view.words, view.deck.scenes[number - 1]
    kind = words.t(f"forum.kind.{scene.kind}")
    said = [html.P(slide.sentence, className="small")] if slide.sentence else []
    note = [html.P([words.t("forum.note_of"), " ", slide.note], className="small")]
    return html.Li(
        [
            html.Div(drawn(_picture(slide)), className="scene-picture"),
            html.Div(
                [
                    html.P(f"{number}. {kind}", className="scene-kind"),
                    html.H3(slide.title, id=f"scene-{number}-title"),
                    *said,
                    *(note if slide.note else []),
                    _edits(view, number),
                    html.Details(
                        [
                            html.Summary(words.t("forum.change")),
                            html.Div(scene_fields(view, number), className="scene-fields"),
                        ],
                        id=f"scene-{number}-change",
                    ),
                ],
                className="scene-said",
            ),
        ],
        id=f"scene-{number}",
        className="scene",
        **{"data-number": str(number), **aria(labelledby=f"scene-{number}-title")},
    )


def _picture(slide: Slide) -> str:
    """What is seen of it, as it is on a wide screen."""
    body = arrange(slide, WIDE).body
    return draw_body(slide.body, body.width, body.height, shared=True)


def _edits(view: ForumView, number: int) -> Component:
    """Buttons that move a scene, repeat it and take it out; the focus goes with it."""
    last = len(view.deck.scenes)
    return html.P(
        [
            _edit(view, f"up.{number}", "↑", _moved("up", number - 1, 1), off=number == 1),
            _edit(
                view, f"down.{number}", "↓", _moved("down", number + 1, last), off=number == last
            ),
            _edit(
                view,
                f"copy.{number}",
                view.words.t("forum.copy"),
                f"copy-{number + 1}",
                off=last >= MOST_SCENES,
            ),
            _edit(view, f"remove.{number}", "×", f"remove-{min(number, last - 1)}", off=last == 1),
        ],
        className="scene-edits",
    )


def _moved(way: str, number: int, end: int) -> str:
    """The button that has the focus after a move: one that leads no further has none."""
    other = {"up": "down", "down": "up"}[way]
    return f"{other if number == end else way}-{number}"


def _edit(view: ForumView, do: str, sign: str, then: str, *, off: bool) -> Component:
    name, _, number = do.partition(".")
    label = view.words.t(f"forum.edit.{name}", number=number)
    return html.Button(
        html.Span(sign, **aria(hidden="true")),
        type="submit",
        name=EDIT,
        value=do,
        id=f"{name}-{number}",
        title=label,
        disabled=off,
        **{"data-then": then, **aria(label=label)},
    )


def _adding(view: ForumView) -> Component:
    """A list of kinds, and the button that adds a scene of one."""
    words = view.words
    options = [("", words.t("forum.kind.choose"))]
    options += [(f"add.{kind}", words.t(f"forum.kind.{kind}")) for kind in kinds()]
    return html.Div(
        [
            select_field(EDIT, words.t("forum.add_scene"), options, ""),
            html.Button(words.t("forum.add"), type="submit", className="unscripted"),
        ],
        className="scene-adding",
    )
