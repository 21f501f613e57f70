"""Which figure a program asks for; what cannot be asked is an error that says what can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.indicators.reading import remembered_view
from dashboard.indicators.state import ViewRequest
from dashboard.pages.figure.state import FigureState
from dashboard.pages.figure.view import FigureView
from dashboard.resources.asking import chosen_of
from dashboard.resources.figures import ONE_FIGURE
from dashboard.resources.resource import WrongAsked
from data.errors import near

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def figure_asked(atlas: Atlas, words: Language, choices: Mapping[str, str]) -> FigureView:
    """Return the figure that is chosen.

    Args:
        atlas: The data.
        words: Language of its names.
        choices: By the names of `dashboard.resources.figures.ONE_FIGURE`; what is left out is
            usual: the country, the newest year with a figure.

    Raises:
        WrongAsked: A choice is missing or unknown, or has a value that there is not.
    """
    known = tuple(choice.name for choice in ONE_FIGURE.choices)
    for name, value in choices.items():
        if name not in known:
            raise WrongAsked(name, value, "a parameter that is known", known, near(name, known))
    chosen = chosen_of(atlas, ONE_FIGURE, choices)
    names = ("indicator", "unit", "area", "figures")
    view = ViewRequest(**{name: chosen[name] for name in names})
    state = FigureState(view, chosen["municipality"], int(chosen["year"]))
    return FigureView(atlas, words, state, remembered_view(atlas, view))
