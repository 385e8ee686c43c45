"""Rules about what States did towards the Statute, what they agreed about the Court, and which law they have."""

from states.invariants import agreements, laws, membership  # noqa: F401  (registers)
