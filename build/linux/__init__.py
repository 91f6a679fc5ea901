"""The build for Linux: a folder in a tarball, and a package for Debian and Ubuntu."""
