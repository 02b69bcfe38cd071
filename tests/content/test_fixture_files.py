import pytest

from crampcoach.content.fixture_files import KIND_BY_NAME, FixtureError, tidy
from crampcoach.content.shape import KINDS, SHAPES


def test_shapes_have_the_fields_of_the_files_in_their_order():
    for kind in KINDS:
        assert [field.name for field in SHAPES[kind.name]] == list(kind.fields)


def test_an_empty_answer_of_a_vignette_stays_and_its_empty_lists_go(rows):
    row = rows["vignettes"][0] | {"unsure": []}
    row["expect"] = {"urgency": "self-care", "conditions": [], "causes": ["cramp"]}
    tidied = tidy(KIND_BY_NAME["vignettes"], row)
    assert tidied["answers"]["emergency-now"] == []
    assert "unsure" not in tidied
    assert list(tidied["expect"]) == ["causes", "urgency"]


def test_an_unknown_field_of_a_vignette_is_refused(rows):
    row = rows["vignettes"][0] | {"moral": "Drink up"}
    with pytest.raises(FixtureError, match="km-34: unknown field moral"):
        tidy(KIND_BY_NAME["vignettes"], row)
