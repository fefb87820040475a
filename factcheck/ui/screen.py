"""Tells whether there is a screen: Qt itself, asked for a window where there is none, takes the process down."""

import ctypes
import os
import sys


def has_screen() -> bool:
    """Whether a window could be opened: a display that answers, or a platform of Qt's that needs none."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform and platform not in ("xcb", "wayland", "wayland-egl"):
        return True
    return _wayland_answers() or _x_answers()


def _x_answers() -> bool:
    """Whether the X server that DISPLAY names lets us in; a name alone is often left over from another session."""
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")  # what Qt's own platform plugin asks
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers() -> bool:
    if not os.environ.get("WAYLAND_DISPLAY"):
        return False
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    wayland.wl_display_connect.restype = ctypes.c_void_p
    display = wayland.wl_display_connect(None)
    if display:
        wayland.wl_display_disconnect(ctypes.c_void_p(display))
    return bool(display)
