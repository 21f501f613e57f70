"""How much a form may be; far above what a municipality fills in, far below what hurts.

A form of a large municipality has about a thousand rows. Whatever is larger than this is refused
before it is unpacked or laid out in memory.
"""

FILE_BYTES = 20_000_000
"""Of the file as it came."""

UNPACKED_BYTES = 48_000_000
"""Of all parts of a workbook together."""

PARTS = 2_000
"""Files inside a workbook."""

ROWS = 10_000
"""The last row of a sheet in which something stands."""

COLUMNS = 200
"""The last column of a sheet in which something stands."""

CELLS = 200_000
"""Cells with a value in the whole workbook."""

MARKED_CELLS = 500_000
"""Rows and cells that a workbook mentions, empty ones too: formats reach far below the data."""

TEXT = 40_000_000
"""Characters of all cells together; one text may stand in many cells."""

SHEETS = 60

MERGED = 10_000
"""Merged areas in a workbook."""
