import time

import pytest

from crampcoach.assessments.models import new_key
from crampcoach.content.typed_text import REMOVED, one_line, without_contacts

KEY = "hZ3kQ_x8Tn-4wLr0bVfYs7PdMj2GcEa9"


def test_text_comes_on_one_line_without_what_nobody_sees():
    typed = " one\x00two\r\nthree\x07\u202efour\u200b \U000e0041"
    assert one_line(typed) == "one two three four"


def test_joiners_stay_since_they_belong_to_words():
    assert one_line("می\u200cدوم 👩\u200d⚕️") == "می\u200cدوم 👩\u200d⚕️"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (f"see https://x.org/check/{KEY}/report/ there", f"see https://x.org/check/{REMOVED}/report/ there"),
        (f"/nl/check/{'x' * 32}/", f"/nl/check/{REMOVED}/"),
        (f"/check/{KEY}more", f"/check/{REMOVED}"),
        (f"/check/shared/{KEY}/", f"/check/shared/{REMOVED}/"),
        (f"?page=%2Fcheck%2F{KEY}%2F", f"?page=%2Fcheck%2F{REMOVED}%2F"),
        (f"my key is {KEY}.", f"my key is {REMOVED}."),
    ],
)  # fmt: skip
def test_the_key_of_a_visit_is_taken_out(typed, kept):
    assert without_contacts(typed) == kept


def test_every_key_is_taken_out_wherever_it_stands():
    """But for one in ten thousand that has fewer than four capitals, and that only without /check/ before it."""
    keys = [new_key() for _ in range(500)]
    assert all(without_contacts(f"/check/{key}/") == f"/check/{REMOVED}/" for key in keys)  # fmt: skip
    assert sum(without_contacts(f"({key})") == f"({REMOVED})" for key in keys) >= 498


@pytest.mark.parametrize(
    "typed",
    ["ann.b+run@mail.example.org", "a@b.nl", "jörg@übung.de", "a-b@sub.x-y.co.uk"],
)
def test_an_email_address_is_taken_out(typed):
    assert without_contacts(f"Mail me ({typed}).") == f"Mail me ({REMOVED})."


@pytest.mark.parametrize(
    "typed",
    [
        "06-12345678",
        "0612345678",
        "+31 6 12 34 56 78",
        "+44 (0)20 7946 0958",
        "(020) 7946 0958",
        "0476/12.34.56",
        "(555) 123-4567",
        "555-123-4567",
        "0049 30 1234567",
        "+4512345678",
    ],
)
def test_a_phone_number_is_taken_out(typed):
    assert without_contacts(f"Call {typed}, please") == f"Call {REMOVED}, please"


@pytest.mark.parametrize(
    "typed",
    [
        "https://doi.org/10.1136/bmjopen-2020-040269",
        "doi 10.2196/56514, or 10.1177/0363546508324969",
        "https://pubmed.ncbi.nlm.nih.gov/12345678/, PMID 12345678",
        "Read on 2026-11-20 and 20/11/2026; the study is of 2019-2020",
        "3 x 15, 120/80, 42.195 km, 112, 116117 or 0800 1111",
        "/check/ asked about a well-known-and-very-long-compound-word-here",
        "wiki/Exercise-associated_muscle_cramp and /causes/muscle-fatigue/",
        "10 @ 4:30 pace, and the handle @runner",
    ],
)
def test_sources_dates_and_figures_stay(typed):
    assert without_contacts(typed) == typed


@pytest.mark.parametrize("typed", ["a" * 600, "1 " * 300, "a@" * 300, "A-" * 300])
def test_no_text_takes_long(typed):
    start = time.perf_counter()
    without_contacts(typed)
    assert time.perf_counter() - start < 1
