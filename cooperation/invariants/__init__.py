from cooperation.invariants import assistance, decisions, measures, paths, stances, states_named, totals, visits

__all__ = ["assistance", "decisions", "measures", "paths", "stances", "states_named", "totals", "visits"]
