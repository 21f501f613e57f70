"""Shapes stand beside the rows that name them, all 60 and all 10, valid and in one projection."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.places import counties, municipalities
from geo.shapes import shapes, with_shapes


def test_every_municipality_and_county_has_its_own_valid_shape() -> None:
    for region, places in (("municipality", municipalities()), ("county", counties())):
        found = shapes(region)
        assert set(found.index) == {place.code for place in places}
        assert found.is_valid.all()
        assert found.crs.to_epsg() == 4326
        km2 = found.to_crs(3346).area / 1e6
        for place in places:
            assert km2[place.code] == pytest.approx(place.area_km2, rel=0.03)


def test_rows_keep_their_order_what_they_hold_and_what_they_say() -> None:
    frame = pd.DataFrame({"place": ["13", "11", None, "13"], "value": [1.0, 2.0, 3.0, 4.0]})
    frame.attrs = {"source": "Somebody"}
    joined = with_shapes(frame, "place", "municipality")

    assert list(joined["value"]) == [1, 2, 3, 4]
    assert joined.attrs == frame.attrs
    assert list(joined.geometry.isna()) == [False, False, True, False]
    assert joined.geometry[0].equals(joined.geometry[3])
    assert "geometry" not in frame


def test_codes_of_nothing_are_named() -> None:
    with pytest.raises(KeyError, match="'1', '99'"):
        with_shapes(pd.DataFrame({"place": ["13", "99", "1"]}), "place", "municipality")
