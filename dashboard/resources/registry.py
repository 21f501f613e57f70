"""All that can be asked for, by name, in the order to show it in."""

from __future__ import annotations

from dashboard.resources.figures import FIGURES_OF_A_VIEW
from dashboard.resources.indicators import INDICATORS_KNOWN
from dashboard.resources.resource import Resource

RESOURCES = {
    each.id: each
    for each in (
        Resource("municipalities", sources=("address_register", "population")),
        INDICATORS_KNOWN,
        FIGURES_OF_A_VIEW,
        Resource("recipients"),
    )
}
