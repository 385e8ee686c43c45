"""What majority an election needs. Plain values, no Django.

Sources: article 36(6)(a) for judges; article 42(4) for the Prosecutor and the Deputies, by all States Parties, present or not;
articles 38(1) and 43(4) for the Presidency and the Registrar, by the judges. For the other offices no article of the Statute
fixes one: article 112(7) says how the Assembly decides.
"""

from typing import Literal

Rule = Literal["two_thirds_of_those_voting", "majority_of_all_parties", "majority_of_the_judges", ""]

RULES: dict[str, Rule] = {
    "judge": "two_thirds_of_those_voting",
    "prosecutor": "majority_of_all_parties",
    "deputy_prosecutor": "majority_of_all_parties",
    "president": "majority_of_the_judges",
    "first_vice_president": "majority_of_the_judges",
    "second_vice_president": "majority_of_the_judges",
    "registrar": "majority_of_the_judges",
    "deputy_registrar": "majority_of_the_judges",
}


def rule(office: str) -> Rule:
    """By which rule somebody is elected to an office; empty where no article fixes the majority."""
    return RULES.get(office, "")


def for_a_judge(voting: int) -> int:
    """Two thirds of the States Parties present and voting; among those who have them, the highest numbers of votes are elected."""
    return -(-voting * 2 // 3)


def for_the_prosecutor(parties: int) -> int:
    """An absolute majority of the members of the Assembly: more than half of the States Parties."""
    return parties // 2 + 1


def required(office: str, *, voting: int | None, parties: int | None) -> int | None:
    """The votes that a candidate needs in a ballot of the Assembly; None where no article fixes them or a number is not known."""
    if rule(office) == "two_thirds_of_those_voting":
        return for_a_judge(voting) if voting is not None else None
    if rule(office) == "majority_of_all_parties":
        return for_the_prosecutor(parties) if parties is not None else None
    return None
