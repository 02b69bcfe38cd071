"""The way of a sentence: an editor types it, publishes, and a runner reads it; an older release takes it back."""

import re

import pytest
from django.core.management import call_command
from django.utils.html import escape

from crampcoach.content import releases
from crampcoach.content.models import Cause, Release

NEW = "A knot that a gentle stretch lets go."


@pytest.fixture
def content(db):
    call_command("load_content", verbosity=0)
    call_command("publish", "--first")
    releases.forget()


def form_of(response):
    """The fields of an admin page, as a browser would send them back."""
    data = {}
    form = response.context["adminform"].form
    forms = [
        form,
        *(f for s in response.context["inline_admin_formsets"] for f in s.formset),
    ]
    for formset in response.context["inline_admin_formsets"]:
        forms.append(formset.formset.management_form)
    for one in forms:
        for bound in one:
            value = bound.value()
            if value not in (None, False):
                data[bound.html_name] = value() if callable(value) else value
    return data


def test_an_edit_is_seen_once_it_is_published_and_gone_when_rolled_back(
    admin_client, content
):
    cause = Cause.objects.get(slug="muscle-fatigue")
    before = cause.summary
    address = f"/admin/content/cause/{cause.pk}/change/"
    data = form_of(admin_client.get(address)) | {"summary_en": NEW}
    response = admin_client.post(address, data)
    assert response.status_code == 302, errors(response)
    assert NEW not in page(admin_client)

    response = admin_client.post("/admin/content/release/publish/", {"note": "Shorter"})
    assert response.status_code == 302, errors(response)
    assert NEW in page(admin_client)
    assert "last changed with content release 2" in page(admin_client)
    assert "last changed with content release 1" in page(
        admin_client, "achilles-heel-pain"
    )

    first = Release.objects.get(number=1)
    admin_client.post(f"/admin/content/release/{first.pk}/make-live/")
    assert NEW not in page(admin_client)
    assert escape(before) in page(admin_client)


def errors(response):
    return re.findall(r"errorlist.*?</ul>", response.content.decode(), re.S)


def page(client, slug="muscle-fatigue"):
    releases.forget()
    return client.get(f"/causes/{slug}/").content.decode()
