"""What majority an election or a decision of the Assembly needs. Plain values, no Django.

Sources: article 36(6)(a) for judges; article 42(4) for the Prosecutor and Deputies; article 112(7) for other matters.
"""


def for_a_judge(voting: int) -> int:
    """The highest number of votes, and two thirds of the States Parties present and voting."""
    return -(-voting * 2 // 3)


def for_the_prosecutor(parties: int) -> int:
    """An absolute majority of the members of the Assembly, present or not."""
    return parties // 2 + 1


def required(office: str, *, voting: int | None, parties: int) -> int | None:
    """The votes that a candidate needs in a ballot; None where no article fixes them or those voting are not known."""
    if office == "judge":
        return for_a_judge(voting) if voting is not None else None
    if office in ("prosecutor", "deputy_prosecutor"):
        return for_the_prosecutor(parties)
    return None
