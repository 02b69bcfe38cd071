"""Whom to call, by country: the emergency number, and the line for advice on the same day where there is one number for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Country:
    """`emergency`: the number to dial first, then others that work. `advice`: a short number for advice today."""

    code: str
    name: Promise
    emergency: tuple[str, ...] = ("112",)
    advice: str = ""
    advice_name: Promise | str = ""


ROWS = (
    Country("AU", _("Australia"), ("000",), "1800022222", _("healthdirect")),
    Country("AT", _("Austria"), ("144", "112"), "1450", _("health advice line")),
    Country("BE", _("Belgium"), ("112",), "1733", _("doctor on duty")),
    Country("CA", _("Canada"), ("911",), "811", _("health advice line")),
    Country("DK", _("Denmark")),
    Country("FI", _("Finland"), ("112",), "116117", _("medical helpline")),
    Country("FR", _("France"), ("15", "112")),
    Country("DE", _("Germany"), ("112",), "116117", _("doctor on duty")),
    Country("IE", _("Ireland"), ("112", "999")),
    Country("IT", _("Italy"), ("112", "118")),
    Country("NL", _("Netherlands"), ("112",), "", _("your huisarts or huisartsenpost")),
    Country("NZ", _("New Zealand"), ("111",), "0800611116", _("Healthline")),
    Country("NO", _("Norway"), ("113", "112"), "116117", _("doctor on duty")),
    Country("PT", _("Portugal"), ("112",), "808242424", _("SNS 24")),
    Country("ES", _("Spain")),
    Country("SE", _("Sweden"), ("112",), "1177", _("health advice line")),
    Country("CH", _("Switzerland"), ("144", "112")),
    Country("GB", _("United Kingdom"), ("999", "112"), "111", _("NHS 111")),
    Country("US", _("United States"), ("911",), "", _("your doctor or urgent care")),
)
COUNTRIES: Mapping[str, Country] = {country.code: country for country in ROWS}

# Where no country was chosen: the numbers most runners need, with where they work.
NUMBERS: tuple[tuple[str, Promise], ...] = (
    ("112", _("Europe, most mobiles")),
    ("999", _("United Kingdom")),
    ("911", _("USA, Canada")),
    ("000", _("Australia")),
    ("111", _("New Zealand")),
)


def numbers_for(code: str) -> tuple[tuple[str, Promise | str], ...]:
    """(number, where it works): those of the country that was chosen, else the usual ones."""
    country = COUNTRIES.get(code)
    if country is None:
        return NUMBERS
    return tuple((number, country.name) for number in country.emergency)


def known_code(code: str) -> str:
    """The code where we have numbers for it, else empty."""
    return code if code in COUNTRIES else ""
