"""The fast reader, given only what was judged before; whatever it stumbles over is one refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from data.forms.reading.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from io import BytesIO

    from data.forms.values.texts import Raw


def read_rows(file: BytesIO, names: Sequence[str] | None = None) -> dict[str, list[list[Raw]]]:
    """Read the cells of worksheets.

    Args:
        file: a workbook whose extent is known to be small.
        names: of the sheets to read; all worksheets if None.

    Returns:
        Rows of each sheet from A1 on, by the sheet's name; a failed formula gives "".

    Raises:
        Unreadable: the workbook is damaged.
    """
    try:
        with CalamineWorkbook.from_filelike(file) as workbook:
            if names is None:
                sheets = workbook.sheets_metadata
                names = [each.name for each in sheets if each.typ == SheetTypeEnum.WorkSheet]
            return {
                name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[misc]  # a row without None is a row too
                for name in names
            }
    except PasswordError as error:
        raise Unreadable("encrypted") from error
    except (CalamineError, ValueError, OSError, OverflowError) as error:
        raise Unreadable("damaged") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # no Exception, though it is one file's fault
            raise Unreadable("damaged") from error
        raise
