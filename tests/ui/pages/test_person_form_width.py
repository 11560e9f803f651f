"""The form beside the list on the smallest screen that the program is made for."""

from pytestqt.qtbot import QtBot

from desktop.ui.pages.person_form import PersonForm
from desktop.ui.theme import Theme

ROOM = 46
"""Characters of width that the pane leaves the form beside list and amount at 1366 points."""


def test_no_field_is_cut_off_beside_the_list(theme: Theme, qtbot: QtBot) -> None:
    form = PersonForm()
    theme.dress(form)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    bar = form.verticalScrollBar().sizeHint().width()
    assert form.widget().minimumSizeHint().width() + bar <= ROOM * form.fontMetrics().averageCharWidth()
