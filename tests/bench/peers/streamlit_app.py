"""The map as a page in Streamlit: `streamlit run tests/bench/peers/streamlit_app.py`.

The same help as the baseline gets: its base map comes from its own host (Streamlit's folder
`static`) and is empty.
"""

from __future__ import annotations

import streamlit as st

from tests.bench.peers.figure import boundaries, draw, read_figures

frame = st.cache_data(read_figures)()
outlines = st.cache_resource(boundaries)()
indicators = list(frame["indicator"].unique())
years = sorted(int(year) for year in frame["year"].unique())

st.set_page_config(page_title="Municipalities", layout="wide")
st.title("Municipalities")
indicator = st.selectbox("Indicator", indicators)
year = st.slider("Year", years[0], years[-1], years[-1])
st.plotly_chart(
    draw(frame, outlines, indicator, year),
    width="content",
    key="map",
    config={"topojsonURL": "/app/static/"},
)
