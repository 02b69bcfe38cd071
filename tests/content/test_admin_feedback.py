from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from crampcoach.content.admin_feedback import row_of
from crampcoach.content.models import Cause, Feedback, Symptom

LIST = reverse("admin:content_feedback_changelist")
MARKUP = "<script>alert(1)</script> is wrong"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def told(db):
    """Three messages: about a cause, about its Dutch page, and about no page."""
    pages = {"/causes/cramp/": "fact", "/nl/causes/cramp/": "words", "": "check"}
    return [
        Feedback.objects.create(
            day=date(2026, 11, 20),
            page=page,
            kind=kind,
            text=MARKUP,
            release=7,
            language="nl" if page.startswith("/nl/") else "en",
        )
        for page, kind in pages.items()
    ]


def change_page(one):
    return reverse("admin:content_feedback_change", args=[one.pk])


def test_the_list_shows_what_is_wrong_with_a_link_to_the_page(desk, told):
    text = desk.get(LIST).text
    assert "A fact is wrong" in text
    assert '<a href="/causes/cramp/">/causes/cramp/</a>' in text
    assert "no page named" in text
    assert MARKUP not in text
    assert "&lt;script&gt;alert(1)" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("is_handled__exact=1", 1),
        ("kind__exact=words", 1),
        ("page=/causes/cramp/", 1),
        ("page=", 1),
        ("q=causes", 2),
    ],
)
def test_the_list_is_filtered(desk, told, query, count):
    Feedback.objects.filter(pk=told[0].pk).update(is_handled=True)
    found = desk.get(f"{LIST}?{query}").context["cl"].queryset
    assert found.count() == count


def test_the_list_is_read_with_few_queries(desk, told, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        desk.get(LIST)


def test_a_message_leads_to_the_row_behind_its_page(desk, told, content):
    row = Cause.objects.get(slug="cramp")
    place = reverse("admin:content_cause_change", args=[row.pk])
    for one in told[:2]:
        assert f'<a href="{place}">cause cramp</a>' in desk.get(change_page(one)).text
    assert place not in desk.get(change_page(told[2])).text


@pytest.mark.parametrize(
    "page",
    ["", "/", "/about/", "/nl/", "/causes/", "/causes/gone/", "/now/calf/", "causes"],
)
def test_a_page_that_shows_no_row_leads_to_none(content, page):
    assert row_of(page) is None


def test_each_kind_of_page_leads_to_its_own_kind_of_row(content):
    symptom = Symptom.objects.first()
    assert row_of(f"/symptoms/{symptom.slug}/") == symptom
    assert row_of(f"/nl/symptoms/{symptom.slug}/") == symptom
    assert row_of(f"/causes/{symptom.slug}/") is None


def test_an_editor_handles_a_message_and_cannot_change_it(desk, told):
    posted = {"is_handled": "on", "note": "Fixed", "text": "x", "page": "/", "kind": "x"}  # fmt: skip
    assert desk.post(change_page(told[0]), posted).status_code == 302
    one = Feedback.objects.get(pk=told[0].pk)
    assert (one.is_handled, one.note) == (True, "Fixed")
    assert (one.text, one.page, one.kind) == (MARKUP, "/causes/cramp/", "fact")


def test_several_are_marked_as_handled_at_once(desk, told):
    chosen = [one.pk for one in told[:2]]
    posted = {"action": "mark_handled", "_selected_action": chosen}
    response = desk.post(LIST, posted, follow=True)
    assert "2 messages are handled." in response.text
    assert Feedback.objects.filter(is_handled=True).count() == 2


def test_a_message_is_deleted_and_the_log_keeps_nothing_of_its_text(desk, told):
    place = reverse("admin:content_feedback_delete", args=[told[0].pk])
    desk.post(place, {"post": "yes"})
    assert Feedback.objects.count() == 2
    entry = LogEntry.objects.get()
    assert MARKUP not in entry.object_repr + entry.change_message


def test_nobody_adds_a_message(desk, told):
    assert desk.get(reverse("admin:content_feedback_add")).status_code == 403
    assert "Add feedback" not in desk.get(LIST).text


def test_who_may_only_read_cannot_mark(client, told):
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_feedback"))
    client.force_login(reader)
    assert client.get(LIST).status_code == 200
    posted = {"action": "mark_handled", "_selected_action": [told[0].pk]}
    client.post(LIST, posted)
    assert not Feedback.objects.filter(is_handled=True).exists()
