"""What this room declares, in the order in which the loader may fill it."""

# ruff: noqa: F401, I001
from assembly.collection import sessions
from assembly.collection import decisions
from assembly.collection import elections
from assembly.collection import oversight
from assembly.collection import amendments
from assembly.collection import budgets
from assembly.collection import contributions
from assembly.collection import statements
from assembly.collection import calls
