"""From a file that anybody may have made to plain cells with addresses, or one clear refusal."""

from data.forms.reading.book import Merged, RawBook, RawSheet
from data.forms.reading.opening import read_book, read_content
from data.forms.reading.refusal import Unreadable

__all__ = ["Merged", "RawBook", "RawSheet", "Unreadable", "read_book", "read_content"]
