"""Windows' own notifications, by its Runtime; the only importer of winrt."""

from __future__ import annotations

import sys

from deskbreak import APP_ID
from deskbreak.adapters.notify_windows import Happened, Hear

NAMES = rf"Software\Classes\AppUserModelId\{APP_ID}"
"""Where Windows looks for the name of a program that has no package."""

if sys.platform == "win32":
    from winrt.system import Object
    from winrt.windows.data.xml.dom import XmlDocument
    from winrt.windows.ui.notifications import (
        NotificationSetting,
        ToastActivatedEventArgs,
        ToastDismissedEventArgs,
        ToastFailedEventArgs,
        ToastNotification,
        ToastNotificationManager,
    )

    from deskbreak.adapters.autostart_win import UserRunRegistry

    _GROUP = "deskbreak"
    _MOST = 20

    class WindowsToasts:
        """The toasts of this program, whose name is written down for Windows when it is made.

        Raises:
            OSError: Windows takes no name, or has no notifications.
        """

        def __init__(self) -> None:
            UserRunRegistry().set_text(NAMES, "DisplayName", "deskbreak")
            self._notifier = ToastNotificationManager.create_toast_notifier(APP_ID)
            self._kept: dict[str, ToastNotification] = {}

        def allowed(self) -> bool:
            """Return whether the person lets this program show any."""
            return bool(self._notifier.setting == NotificationSetting.ENABLED)

        def show(self, markup: str, tag: str, hear: Hear) -> None:
            """Show a toast; it is kept as long as Windows may tell of it."""
            document = XmlDocument()
            document.load_xml(markup)
            toast = ToastNotification(document)
            toast.tag, toast.group = tag, _GROUP

            def pressed(_toast: ToastNotification, told: Object) -> None:
                hear(Happened.PRESSED, told.as_(ToastActivatedEventArgs).arguments)

            def gone(_toast: ToastNotification, _told: ToastDismissedEventArgs) -> None:
                self._kept.pop(tag, None)
                hear(Happened.GONE, "")

            def failed(_toast: ToastNotification, _told: ToastFailedEventArgs) -> None:
                hear(Happened.FAILED, "")

            toast.add_activated(pressed)
            toast.add_dismissed(gone)
            toast.add_failed(failed)
            self._kept[tag] = toast
            for old in tuple(self._kept)[:-_MOST]:
                self._kept.pop(old, None)
            self._notifier.show(toast)

        def remove(self, tag: str) -> None:
            """Take a toast away, from the screen and from the list of the missed ones."""
            self._kept.pop(tag, None)
            ToastNotificationManager.history.remove(tag, _GROUP, APP_ID)
