"""What this room declares, in the order in which the loader may fill it."""

# ruff: noqa: F401, I001
from cooperation.collection import requests
from cooperation.collection import proceedings
from cooperation.collection import findings
from cooperation.collection import visits
from cooperation.collection import replies
from cooperation.collection import officials
from cooperation.collection import measures
from cooperation.collection import responses
from cooperation.collection import assistance
from cooperation.collection import stances
from cooperation.collection import published_totals
