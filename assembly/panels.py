"""Computed parts of pages of this room."""
