from cases.invariants import complementarity, custody, duties, persons, totals

__all__ = ["complementarity", "custody", "duties", "persons", "totals"]
