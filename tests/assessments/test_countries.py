import pytest

from crampcoach.assessments.countries import COUNTRIES, known_code, numbers_for


def test_a_chosen_country_gives_its_own_numbers():
    assert [number for number, _ in numbers_for("GB")] == ["999", "112"]


@pytest.mark.parametrize("code", ["", "XX", "gb", "GB'"])
def test_without_a_known_country_the_usual_numbers_are_shown_112_first(code):
    assert known_code(code) == ""
    assert numbers_for(code)[0][0] == "112"


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_every_number_can_be_dialled(code):
    country = COUNTRIES[code]
    assert country.emergency
    assert all(number.isdigit() for number in country.emergency)
    assert not country.advice or country.advice.isdigit()
