"""Tells which shared libraries the installed Qt misses, and which Debian packages hold them.

The loader is asked (`ldd`), never the package manager: names of packages change from one release
to the next (`libglib2.0-0` became `libglib2.0-0t64`), names of libraries do not.

Prints the packages on one line and ends with 4 when something is missing; ends with 0 when
nothing is, or where there is no `ldd` to ask.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

MISSING = 4

# The parts of Qt that deskbreak loads. One that a release of Qt does not have is passed over.
LOADED = (
    *("QtCore.abi3.so", "QtGui.abi3.so", "QtWidgets.abi3.so", "QtSvg.abi3.so", "QtDBus.abi3.so"),
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/platforms/libqwayland-generic.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platformthemes/libqxdgdesktopportal.so",
    "Qt/plugins/iconengines/libqsvgicon.so",
)

# Debian's packages by library; of two names the first that the release knows is taken.
PACKAGES = {
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libbrotlicommon.so.1": ("libbrotli1",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libOpenGL.so.0": ("libopengl0",),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
    "libxcb.so.1": ("libxcb1",),
}
_XCB = re.compile(r"libxcb-([a-z-]+)\.so\.(\d+)")


def missing_libraries(qt: Path) -> dict[str, str]:
    """Return each library that the loader does not find, with the part of Qt that wants it."""
    ldd = shutil.which("ldd")
    if ldd is None:
        return {}
    missing: dict[str, str] = {}
    for part in LOADED:
        if (qt / part).exists():
            words = subprocess.run(
                [ldd, str(qt / part)], capture_output=True, text=True, check=False
            ).stdout
            for library in re.findall(r"^\s*(\S+) => not found", words, re.MULTILINE):
                missing.setdefault(library, part)
    return missing


def candidates(library: str) -> tuple[str, ...]:
    """Return the packages that may hold a library, the likeliest first; none when unknown."""
    xcb = _XCB.fullmatch(library)
    if xcb is None:
        return PACKAGES.get(library, ())
    name, number = xcb.groups()
    # libxcb-cursor.so.0 lies in libxcb-cursor0, as every library of that family does.
    return (f"libxcb-{name}{number}",)


def is_known(package: str) -> bool:
    """Tell whether this release has a package of that name; True where nobody can be asked."""
    apt_cache = shutil.which("apt-cache")
    if apt_cache is None:
        return True
    asked = subprocess.run([apt_cache, "show", package], capture_output=True, check=False)
    return asked.returncode == 0


def main() -> int:
    """Print what is missing: libraries for people on stderr, packages for `apt-get` on stdout."""
    missing = missing_libraries(Path(sysconfig.get_path("platlib")) / "PySide6")
    if not missing:
        return 0
    packages: set[str] = set()
    for library, part in sorted(missing.items()):
        names = candidates(library)
        # Before the first `apt-get update` no name is known: then the oldest one is as good.
        packages.update([next(filter(is_known, names), names[-1])] if names else [])
        sys.stderr.write(f"missing {library}, wanted by {part}\n")
    sys.stdout.write(" ".join(sorted(packages)) + "\n")
    return MISSING


if __name__ == "__main__":
    sys.exit(main())
