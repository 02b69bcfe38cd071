"""Reading age and length of texts."""

import re
import subprocess
import sys

import pytest

from crampcoach.content import reading
from crampcoach.content.fixture_files import TRANSLATED

PLAIN = (
    "Stop running. Stand still. Pull your toes up and hold them there. "
    "The knot lets go in a minute or two. Walk a little. Then see how it feels."
)
HARD = (
    "Neuromuscular hyperexcitability, frequently precipitated by prolonged "
    "exertional fatigue, necessitates individualised rehabilitative intervention."
)


def test_a_plain_text_asks_for_a_young_age_and_a_learned_one_for_an_old():
    assert reading.reading_age(PLAIN) < 8
    assert reading.reading_age(HARD) > 20


def test_the_grade_is_that_of_the_published_formula():
    """One sentence, 6 words, 8 syllables: grade 2.5. Syllables per word alone would give 0.1."""
    grade = 0.39 * 6 + 11.8 * 8 / 6 - 15.59
    age = reading.reading_age("The runner held the muscle hard.")
    assert age == pytest.approx(grade + 5, abs=0.05)


def test_the_end_of_a_line_ends_a_sentence():
    assert reading.reading_age("Stop here\nRest now") == reading.reading_age(
        "Stop here. Rest now."
    )


def test_a_term_that_has_to_stay_counts_as_a_plain_word():
    assert reading.reading_age("Call an ambulance now.") == reading.reading_age(
        "Call an uncle now."
    )


def test_every_exception_has_its_reason_and_is_needed(real_rows):
    texts = " ".join(t.text.lower() for t in reading.texts_of(real_rows))
    for term, reason in reading.TERMS.items():
        assert len(reason.split()) >= 3
        assert re.search(rf"\b{term}\b", texts), term
    assert all(len(reason.split()) >= 3 for reason in reading.NOT_MEASURED.values())


def test_short_texts_of_a_row_are_measured_together(rows):
    rows["questions"][3]["options"][0]["text"] = " ".join(HARD.split()[:8])
    rows["questions"][3]["text"] = " ".join(HARD.split()[2:12])
    rows["questions"][3]["why"] = " ".join(HARD.split()[5:13])
    named = [text.name for text, _ in reading.hard_texts(rows)]
    assert named == ["question weak: short texts"]


def test_every_text_has_a_limit():
    for kind, fields in TRANSLATED.items():
        assert set(fields) == set(reading.LIMITS.get(kind, ())), kind


def test_a_field_of_lines_is_limited_line_by_line(rows):
    rows["causes"][0]["help_now"] = "\n".join(["one two three"] * 30)
    assert not any(reading.words_over(text) for text in reading.texts_of(rows))


def test_most_texts_for_runners_are_within_the_target(real_rows):
    ages = [
        reading.reading_age(text.text)
        for text in reading.texts_of(real_rows)
        if reading.word_count(text.text) >= reading.MEASURABLE_WORDS
        and (text.kind, text.field) not in reading.NOT_MEASURED
    ]
    easy = sum(age <= reading.TARGET_AGE for age in ages)
    assert easy / len(ages) > 0.75


def test_syllables_are_counted_without_network_or_home(tmp_path):
    """The word list comes with the package."""
    code = "import socket; socket.socket = None; import syllapy; print(syllapy.count('muscle'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "2\n"
    assert not list(tmp_path.iterdir())
