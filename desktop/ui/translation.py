"""Qt's own words (buttons, file dialog, edit menu, print dialog) in Vietnamese.

The names of keys stay as the keyboard prints them: Ctrl, Shift, Del.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.system.resources import resource


class TranslationMissing(RuntimeError):
    """The program was put together without its translation: our fault, found when it starts."""


def speak_vietnamese(app: QCoreApplication) -> QTranslator:
    """Give Qt's own texts and number forms in Vietnamese; the translator lives as long as the application."""
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    translator = QTranslator(app)
    if not translator.load(str(resource("i18n", "qt_vi.qm"))):
        raise TranslationMissing("qt_vi.qm")
    app.installTranslator(translator)
    return translator
