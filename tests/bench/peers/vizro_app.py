"""The map as a dashboard in Vizro: `gunicorn tests.bench.peers.vizro_app:server`.

The same help as the baseline gets: its base map comes from its own host and is empty.
"""

from __future__ import annotations

import pandas as pd  # noqa: TC002 - Vizro reads the annotation
import vizro.models as vm
from vizro import Vizro
from vizro.managers import data_manager
from vizro.models.types import capture

from tests.bench.baseline import ASSETS
from tests.bench.peers.figure import boundaries, draw, read_figures

FRAME = read_figures()
OUTLINES = boundaries()
INDICATORS = list(FRAME["indicator"].unique())
YEARS = [int(year) for year in sorted(FRAME["year"].unique())]

data_manager["figures"] = FRAME


@capture("graph")
def map_of(data_frame: pd.DataFrame, indicator: str, year: int) -> object:
    """The chart, as Vizro wants it: the data frame comes first."""
    return draw(data_frame, OUTLINES, indicator, int(year))


page = vm.Page(
    title="Municipalities",
    components=[
        vm.Graph(
            id="map_graph",
            figure=map_of(data_frame="figures", indicator=INDICATORS[0], year=YEARS[-1]),
            extra={"config": {"topojsonURL": "/assets/"}},
        )
    ],
    controls=[
        vm.Parameter(
            targets=["map_graph.year"],
            selector=vm.Slider(
                title="Year", min=YEARS[0], max=YEARS[-1], step=1, value=YEARS[-1],
                marks={year: str(year) for year in YEARS[::2]},
            ),
        ),
        vm.Parameter(
            targets=["map_graph.indicator"],
            selector=vm.Dropdown(
                title="Indicator", options=INDICATORS, value=INDICATORS[0], multi=False
            ),
        ),
    ],
)  # fmt: skip

app = Vizro(assets_folder=str(ASSETS), compress=True).build(
    vm.Dashboard(pages=[page], theme="vizro_light")
)
server = app.dash.server
