"""Scanning on Windows through the system's own dialog (Windows Image Acquisition 2.0, its automation objects).

Written after the reference of WIA's CommonDialog, DeviceManager and ImageFile; not yet run on a Windows PC.
"""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from desktop.domain.errors import Refusal

_SCANNER: Final = 1
"""WiaDeviceType.ScannerDeviceType."""
_GREY: Final = 2
"""WiaImageIntent.GrayscaleIntent."""
_QUALITY: Final = 0x20000
"""WiaImageBias.MaximizeQuality."""
_PNG: Final = "{B96B3CAF-0728-11D3-9D7B-0000F81EF32E}"
_NO_DEVICE: Final = 0x80210015
"""WIA_S_NO_DEVICE_AVAILABLE."""
_DECLINED: Final = 0x80210064
"""WIA_E_CANCELLED of the dialog."""
_CODE_BITS: Final = 0xFFFFFFFF


class WiaScanner:
    """The dialog is the system's: one chooses device, area and resolution there. One page a time."""

    def missing(self) -> Refusal | None:
        """Say that the part that speaks with Windows is not installed."""
        return None if importlib.util.find_spec("comtypes") else Refusal("scanner.wia_missing")

    def scan(self, folder: Path, cancelled: Callable[[], bool]) -> tuple[Path, ...]:  # noqa: ARG002 - the dialog stops
        """Show the dialog and save what was scanned; raises Refusal as `Scanner.scan` says."""
        if self.missing() is not None:
            raise Refusal("scanner.wia_missing")
        import comtypes  # noqa: PLC0415 - an optional part, only on Windows
        import comtypes.client  # noqa: PLC0415

        comtypes.CoInitialize()  # this thread has a message loop of its own in the dialog
        try:
            return self._acquired(comtypes.client.CreateObject, folder)
        except comtypes.COMError as error:
            return _nothing_or_refused(error.hresult & _CODE_BITS)
        finally:
            comtypes.CoUninitialize()

    @staticmethod
    def _acquired(create: Callable[[str], Any], folder: Path) -> tuple[Path, ...]:
        if create("WIA.DeviceManager").DeviceInfos.Count == 0:
            raise Refusal("scanner.no_device")
        dialog = create("WIA.CommonDialog")
        # arguments: device type, intent, bias, format, always choose the device, all settings, refuse silently
        image = dialog.ShowAcquireImage(_SCANNER, _GREY, _QUALITY, _PNG, False, True, False)  # noqa: FBT003 - COM's own
        if image is None:
            return ()
        target = folder / f"quet-001.{image.FileExtension or 'png'}"
        image.SaveFile(str(target))
        return (target,)


def _nothing_or_refused(code: int) -> tuple[Path, ...]:
    if code == _DECLINED:
        return ()
    if code == _NO_DEVICE:
        raise Refusal("scanner.no_device")
    raise Refusal("scanner.failed", reason=f"0x{code:08X}")
