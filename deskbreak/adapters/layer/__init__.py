"""A picture in a corner of the screen that takes no focus, by Wayland's layer shell."""
