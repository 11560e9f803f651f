"""Qt's own words (buttons, file dialog, edit menu, print dialog) and ours, in the language that was chosen.

The window's texts are Vietnamese in the code, Qt's own are English; what is not in the language that is spoken is
translated. The choice lies in the profile folder and holds from the next start.
The names of keys stay as the keyboard prints them: Ctrl, Shift, Del.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from desktop.system.resources import resource
from desktop.ui.language import Language, speak

_KEY = "window/language"
_FILES = {Language.VIETNAMESE: "qt_vi.qm", Language.ENGLISH: "tinhgian_en.qm"}
_LOCALES = {
    Language.VIETNAMESE: (QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
    Language.ENGLISH: (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class TranslationMissing(RuntimeError):
    """The program was put together without its translation: our fault, found when it starts."""


def speak_vietnamese(app: QCoreApplication) -> QTranslator:
    """Give Qt's own texts and number forms in Vietnamese; the translator lives as long as the application."""
    return speak_to(app, Language.VIETNAMESE)


def speak_to(app: QCoreApplication, language: Language) -> QTranslator:
    """Speak a language from now on, ours and Qt's own words; the translator lives as long as the application."""
    QLocale.setDefault(QLocale(*_LOCALES[language]))
    translator = QTranslator(app)
    if not translator.load(str(resource("i18n", _FILES[language]))):
        raise TranslationMissing(_FILES[language])
    app.installTranslator(translator)
    speak(language)
    return translator


def kept_language(path: Path) -> Language:
    """Return the language that was chosen in the profile; Vietnamese where nobody did, or the file says nonsense."""
    kept = QSettings(str(path), QSettings.Format.IniFormat).value(_KEY)
    return Language(kept) if kept in set(Language) else Language.VIETNAMESE


def keep_language(path: Path, language: Language) -> None:
    """Choose the language of the next start."""
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    settings.setValue(_KEY, language.value)
    settings.sync()
