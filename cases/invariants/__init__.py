from cases.invariants import custody, duties, persons, totals

__all__ = ["custody", "duties", "persons", "totals"]
