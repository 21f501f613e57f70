"""Historical tables, all municipalities and many years in one file, through the form's checks."""

from data.forms.history.examining import check_table
from data.forms.history.importing import Imported, import_table
from data.forms.history.outcome import Amounts, CheckedTable, Decided

__all__ = ["Amounts", "CheckedTable", "Decided", "Imported", "check_table", "import_table"]
