"""Widths of texts are those of the carried font, and lines break where people would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.lettering import BOLD, REGULAR, _advances, broken, cut, width
from dashboard.indicators.marks import SIGNS
from dashboard.indicators.picture import GLYPHS
from dashboard.indicators.series import HOLLOW
from dashboard.language.i18n import CODES, language

LETTERS = st.text("abcdefghijAĄČĘĖĮŠŲŪŽąčęėįšųūž .,–5 %€", max_size=80)


def test_widths_are_those_that_the_font_gives() -> None:
    # Advances of DejaVu Sans are 1,255 of 2,048 units for a, 1,303 for 0, 651 for a space.
    assert width("a", 2048) == 1255
    assert width("00 ", 2048) == 2 * 1303 + 651
    assert width("a", 2048, bold=True) == 1382
    assert width("", 20) == 0


@pytest.mark.parametrize("path", [REGULAR, BOLD])
def test_the_carried_font_is_small_and_has_its_licence_beside_it(path) -> None:
    assert path.stat().st_size < 60_000
    assert "Bitstream" in (path.parent / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("path", [REGULAR, BOLD])
@pytest.mark.parametrize("code", CODES)
def test_the_font_has_every_letter_and_sign_that_the_atlas_writes(code: str, path) -> None:
    catalogue = "".join(map(str, language(code).texts._catalog.values()))
    written = {*catalogue, *SIGNS.values(), *"".join(GLYPHS), HOLLOW}
    written |= {*"ąčęėįšųūžĄČĘĖĮŠŲŪŽ·?≠–†◊*€%…−\u00a0\u202f"}
    assert {letter for letter in written if letter != "\n"} <= {*_advances(path)}


@given(LETTERS, st.floats(20, 400), st.sampled_from([9.0, 13.0, 40.0]), st.booleans())
def test_lines_fit_and_lose_nothing(text: str, most: float, size: float, bold: bool) -> None:
    lines = broken(text, most, size, bold=bold)
    for line in lines:
        assert len(line) == 1 or width(line, size, bold=bold) <= most
    kept = "".join(lines).replace("\u00a0", " ").replace(" ", "")
    assert kept == text.replace(" ", "")


@given(LETTERS, st.floats(30, 400))
def test_what_is_cut_fits_and_says_so(text: str, most: float) -> None:
    found = cut(text, most, 13)
    assert width(found, 13) <= most
    assert found == text or found.endswith("…")


def test_no_line_ends_between_a_number_and_what_it_counts() -> None:
    for most in range(60, 200, 5):
        for line in broken("Biudžeto dalis, 2025 m., per 12 % visų 300 € sumos", most, 10):
            assert line[-1] not in "0123456789", line
