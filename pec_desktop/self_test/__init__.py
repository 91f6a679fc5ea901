"""The program proves itself: `runner` runs the checks of `parts` and `screen`."""
