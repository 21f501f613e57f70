"""Historical tables, all municipalities and many years in one file, through the form's checks."""

from data.forms.history.importing import Imported, import_table

__all__ = ["Imported", "import_table"]
