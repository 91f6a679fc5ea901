"""The build for macOS: a signed and notarised program in a disk image."""
