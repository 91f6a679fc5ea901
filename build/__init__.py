"""Builds of the program for people who have no Python: run by `dev.py build`, standard library."""
