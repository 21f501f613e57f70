"""Historical tables, all municipalities and many years in one file, through the form's checks."""

from data.forms.history.examining import check_table
from data.forms.history.importing import Imported, Wishes, import_table
from data.forms.history.outcome import Amounts, CheckedTable, Decided

__all__ = [
    "Amounts", "CheckedTable", "Decided", "Imported", "Wishes", "check_table", "import_table",
]  # fmt: skip
