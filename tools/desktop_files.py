"""The files that set up the parts of the virtual desktop; `{folder}` is the folder they live in."""

from __future__ import annotations

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<servicedir>{folder}/services</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
"""
"""A bus that lets everybody speak and starts nothing by itself but what `services` holds."""

READER = """[D-BUS Service]
Name=org.a11y.Bus
Exec=/usr/libexec/at-spi-bus-launcher
"""

TINT2 = """rounded = 0
border_width = 0
background_color = #2e3440 100
panel_items = S
panel_size = 100% 32
panel_position = bottom center horizontal
panel_background_id = 1
systray_padding = 8 4 8
systray_icon_size = 24
systray_sort = ascending
strut_policy = follow_size
"""

DUNST = """[global]
    origin = top-right
    offset = 16x16
    width = (220, 380)
    font = DejaVu Sans 10
    idle_threshold = 0
    show_indicators = yes
    dmenu = {folder}/choose
[written down]
    summary = "*"
    script = {folder}/note
"""

CHOOSE = """#!/bin/sh
# Stands in for dmenu: answers with the offered line that holds the wanted words.
cat >'{folder}/offered'
grep -F -m 1 -e "$(cat '{folder}/wanted')" '{folder}/offered'
"""

NOTE = """#!/bin/sh
# Writes each notification down, its parts apart by control characters.
printf '%s\\037%s\\036' "$DUNST_SUMMARY" "$DUNST_BODY" >>'{folder}/notices'
"""
