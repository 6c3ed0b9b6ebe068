import pytest

from briefer.text.markings import abbreviation, exceeds, highest


@pytest.mark.parametrize(
    ("marking", "short"),
    [
        ("OFFICIAL-SENSITIVE", "O-S"), ("official - sensitive", "O-S"), ("TOP SECRET//NOFORN", "TS"), ("Secret", "S"),
        ("SBU", "SBU"), ("UNCLASSIFIED", "U"), ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"), ("TLP: amber", "TLP:AMBER"),
        ("Staff  only", "Staff only"), ("SECRETARIAT", "SECRETARIAT"), ("", ""),
    ],
)  # fmt: skip
def test_how_a_part_is_marked(marking: str, short: str) -> None:
    assert abbreviation(marking) == short


@pytest.mark.parametrize(
    ("marking", "banner"),
    [
        ("SECRET", "OFFICIAL"), ("S", "OFFICIAL-SENSITIVE"), ("OFFICIAL-SENSITIVE", "OFFICIAL"), ("TOP SECRET", "SECRET"),
        ("OFFICIAL", ""), ("TLP:RED", "TLP:AMBER+STRICT"), ("TLP:GREEN", "SECRET"), ("Staff only", "OFFICIAL"),
        ("SECRET", "Staff only"),
    ],
)  # fmt: skip
def test_a_part_that_may_not_stand_under_a_banner(marking: str, banner: str) -> None:
    assert exceeds(marking, banner)


@pytest.mark.parametrize(
    ("marking", "banner"),
    [
        ("OFFICIAL", "SECRET"), ("O", "OFFICIAL"), ("", ""), ("", "OFFICIAL"), ("Staff only", "staff  ONLY"),
        ("SECRET", "SECRET//NOFORN"), ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE COMMERCIAL"), ("TLP:CLEAR", "TLP:GREEN"),
    ],
)  # fmt: skip
def test_a_part_that_may(marking: str, banner: str) -> None:
    assert not exceeds(marking, banner)


def test_the_office_s_own_scale_goes_before_all_others() -> None:
    order = ("Public", "Staff only", "Board only")
    assert exceeds("Board only", "Staff only", order)
    assert not exceeds("public", "Staff only", order)
    assert highest(["Public", "Board only", "Staff only"], order) == "Board only"


def test_the_highest_of_marks() -> None:
    assert highest(["OFFICIAL", "SECRET", "", "OFFICIAL-SENSITIVE"]) == "SECRET"
    assert highest([]) == ""
    assert highest(["Staff only", "OFFICIAL"]) == "Staff only"
