"""The build for Windows: two executables in one folder, and an installer for one person."""
