"""What this room declares, in the order in which the loader may fill it."""

# ruff: noqa: F401, I001
from cases.collection import situations
from cases.collection import persons
from cases.collection import cases
from cases.collection import warrants
from cases.collection import case_events
from cases.collection import complementarity
