"""An svg as a PNG, with the letters of the carried font alone: alike on every machine."""

from __future__ import annotations

from resvg_py import svg_to_bytes

from dashboard.charts.lettering import BOLD, REGULAR

FAMILY = "DejaVu Sans"


def png(svg: str, zoom: float = 1) -> bytes:
    """The picture as a PNG.

    Args:
        svg: A file of its own, with namespace and size, as the framed pictures are.
        zoom: Pixels of the PNG to one of the svg.

    Raises:
        ValueError: The text is no svg.
    """
    return bytes(
        svg_to_bytes(
            svg_string=svg,
            zoom=zoom,
            skip_system_fonts=True,
            font_files=[str(REGULAR), str(BOLD)],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
        )
    )
