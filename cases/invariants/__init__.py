from cases.invariants import complementarity, custody, duties, persons

__all__ = ["complementarity", "custody", "duties", "persons"]
