"""A picture of the researcher's bench, to be shown in a notebook and kept as a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from savivalda.errors import CannotAsk

ENDINGS = (".svg", ".png")


@dataclass(frozen=True)
class AtlasPicture:
    """A picture with all that explains it: title, units, source, the mark of invented figures.

    Attributes:
        svg: The picture, a file of its own.
        asked: What it is of, as the address of the bench has it.
    """

    svg: str = field(repr=False)
    asked: str

    def png(self, zoom: float = 1) -> bytes:
        """The same as a PNG; letters are those of the carried font, alike on every machine.

        Args:
            zoom: Pixels of the PNG to one of the picture, which is 1600 wide.
        """
        from dashboard.charts.png import png  # noqa: PLC0415 - whoever wants SVG needs no renderer

        return png(self.svg, zoom)

    def save(self, path: str | Path, zoom: float = 1) -> Path:
        """Writes it into a file, and says which.

        Args:
            path: Ends with .svg or .png, which says what it becomes.
            zoom: Of a PNG, as `png` has it.

        Raises:
            CannotAsk: It ends otherwise.
        """
        file = Path(path)
        if file.suffix.lower() not in ENDINGS:
            raise CannotAsk("path", str(path), "a file by its ending", ENDINGS)
        body = self.svg.encode() if file.suffix.lower() == ENDINGS[0] else self.png(zoom)
        file.write_bytes(body)
        return file

    def _repr_svg_(self) -> str:
        """What a notebook shows."""
        return self.svg
