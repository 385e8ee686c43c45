"""Copies of what sources said when they were fetched, and checks of their addresses."""
