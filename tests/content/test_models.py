import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from crampcoach.content import models


@pytest.mark.parametrize(
    ("model", "slug", "values"),
    [
        (models.Cause, "cramp", {"prior": 1001}),
        (models.Cause, "cramp", {"role": "guess"}),
        (models.Question, "where", {"kind": "essay"}),
        (models.WarningSign, "heart", {"urgency": "soon"}),
        (models.PreventionStep, "ease-off", {"rung": 7}),
        (models.Finding, "calf", {"question": None}),
        (models.Finding, "calf", {"rule": {"any_of": ["shin"]}}),
        (models.Finding, "calf", {"slug": "shin"}),
    ],
)
def test_the_database_refuses_what_no_row_may_hold(content, model, slug, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(slug=slug).update(**values)


def test_a_cause_has_one_indicator_for_a_finding(content):
    twin = models.Indicator.objects.first()
    twin.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_finding_that_speaks_for_a_cause_cannot_be_deleted(content):
    with pytest.raises(ProtectedError):
        models.Finding.objects.get(slug="slow").delete()


def test_rows_are_found_by_their_natural_keys(content):
    for model in (models.Cause, models.Finding, models.Indicator):
        one = model.objects.first()
        assert model.objects.get_by_natural_key(*one.natural_key()) == one
