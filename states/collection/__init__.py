"""What this room declares, in the order in which the loader may fill it."""

# ruff: noqa: F401, I001
from states.collection import states
from states.collection import treaties
from states.collection import agreements
from states.collection import laws
