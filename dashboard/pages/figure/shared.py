"""A figure as it is seen where its page is shared: the number large."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame.sharing import body_picture, share_caption
from dashboard.indicators.headline import lowered
from dashboard.indicators.marks import signs_of
from dashboard.pages.figure.downloads import source_line
from dashboard.pages.figure.view import read_figure_view
from dashboard.slides.content import NumberBody

if TYPE_CHECKING:
    from dashboard.answers import Atlas
    from dashboard.charts.card import SharePicture
    from dashboard.language.i18n import Language
    from dashboard.pages.figure.view import FigureView


def shared(atlas: Atlas, words: Language, query: str, key: str) -> SharePicture:  # noqa: ARG001
    """The figure that the query names, and the country's beside a municipality's."""
    view = read_figure_view(atlas, words, query)
    demo, source = view.is_demo, source_line(view)
    caption = share_caption(view.subject, view.sentence, source, words, demo=demo)
    caption = replace(caption, notes=(view.signs,) if view.signs else ())
    whose = words.name(view.place) if view.place else _nation(view)
    return body_picture(caption, NumberBody(_figure(view), whose, _beside(view)))


def _figure(view: FigureView) -> str:
    """With its signs; what is said instead where there is none."""
    shown, row = view.shown, view.row
    if view.place is None:
        return _national(view) or "–"
    figure = view.writer.figure(float(shown.values[row, view.at]))
    state = view.labels[shown.states[row, view.at]]
    return f"{figure}{signs_of(shown, row, view.at)}" if figure else lowered(state)


def _beside(view: FigureView) -> tuple[tuple[str, str], ...]:
    """The country's figure, where it compares with the municipality's."""
    if view.place is None or not view.shown.counted[view.row, view.at] or not _national(view):
        return ()
    return ((_national(view), _nation(view)),)


def _nation(view: FigureView) -> str:
    return view.words.t(f"national.{view.writer.national}")


def _national(view: FigureView) -> str:
    return view.writer.figure(float(view.shown.national[view.row]))
