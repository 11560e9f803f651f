"""Debian's packages that the program and its tests need: installed as root, otherwise named with the command."""

import os
import shutil
import subprocess
import sys
import sysconfig

RUN_PACKAGES = (
    ("libegl1",),
    ("libgl1",),
    ("libxkbcommon0",),
    ("libfontconfig1",),
    ("libglib2.0-0", "libglib2.0-0t64"),
    ("libdbus-1-3",),
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-image0",),
    ("libxcb-render-util0",),
    ("libxcb-xkb1",),
    ("libxkbcommon-x11-0",),
    ("libxcb-randr0",),
    ("libxcb-shape0",),
    ("libxcb-sync1",),
    ("libxcb-xfixes0",),
)
"""What Qt's window needs; each entry lists the names one library has had in Debian."""

TEST_PACKAGES = (
    ("xvfb",),
    ("openssl",),
    ("age",),
    ("unzip",),
    ("7zip", "p7zip-full"),
    ("libarchive-tools",),
    ("softhsm2",),
    ("sane-utils",),
    ("opensc",),
    ("libxml2-utils",),
    ("gnutls-bin",),
    ("gpgsm",),
    ("poppler-utils",),
    ("libreoffice-calc-nogui", "libreoffice-calc"),
    ("postgresql",),
)
"""Programs that we did not write, against which the tests hold what we make."""

VENV_PACKAGES = ((f"python{sysconfig.get_python_version()}-venv", "python3-venv"),)


def is_debian() -> bool:
    """Tell whether packages come from apt here."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def ensure_packages(packages: tuple[tuple[str, ...], ...], *, needed: bool) -> None:
    """Install the missing packages as root; otherwise say how, and stop if they are `needed`."""
    missing = [names[0] for names in packages if not any(_installed(name) for name in names)]
    if not missing:
        return
    if os.geteuid() == 0:
        _install(missing)
        return
    print("Thiếu gói hệ thống; cài bằng lệnh:\n  sudo apt-get install --no-install-recommends", " ".join(missing))
    if needed:
        sys.exit(1)
    print("Các phép thử cần những gói này sẽ được bỏ qua và ghi rõ.", flush=True)


def _installed(name: str) -> bool:
    query = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${db:Status-Status}", name], capture_output=True, text=True, check=False
    )
    return query.stdout == "installed"


def _install(missing: list[str]) -> None:
    print("Cài gói hệ thống:", " ".join(missing), flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True, stdout=subprocess.DEVNULL)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", "-qq", *missing]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
