from cooperation.invariants import decisions, paths, states_named, visits

__all__ = ["decisions", "paths", "states_named", "visits"]
