"""Tables of records, sorted and filtered as Vietnamese lists are."""

from desktop.ui.models.ordering import OrderedRecords
from desktop.ui.models.records import ROW_ROLE, SORT_ROLE, Column, RecordTableModel
from desktop.ui.models.table import RecordTableView

__all__ = ["ROW_ROLE", "SORT_ROLE", "Column", "OrderedRecords", "RecordTableModel", "RecordTableView"]
