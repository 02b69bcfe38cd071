import re

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from crampcoach.content import models
from crampcoach.content.releases import publish
from crampcoach.content.rows import rows_from_database

EDITED = [
    models.Question,
    models.Finding,
    models.Cause,
    models.Indicator,
    models.WarningSign,
    models.PreventionStep,
    models.FirstAid,
    models.Symptom,
    models.Claim,
    models.Source,
    models.Vignette,
]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def publisher(client, db):
    user = get_user_model().objects.create_user("publisher", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="publish_release"))
    client.force_login(user)
    return client


def url(model, view, *args):
    return reverse(f"admin:content_{model._meta.model_name}_{view}", args=args)


def form_values(response):
    """What a browser would post back unchanged: the main form and its inlines."""
    context = response.context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    values = {}
    for form in forms:
        for name, field in form.fields.items():
            initial = form.get_initial_for_field(field, name)
            value = field.prepare_value(initial)
            if hasattr(value, "all"):
                value = [one.pk for one in value.all()]
            if isinstance(value, list):
                value = [getattr(one, "pk", one) for one in value]
            if value not in (None, False):
                values[form.add_prefix(name)] = value
    return values


def errors_of(response):
    """Every message of the page, as the editor sees it."""
    found = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', response.text, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", text) for text in found)


def change(desk, model, found, **values):
    place = url(model, "change", model.objects.get(slug=found).pk)
    posted = form_values(desk.get(place)) | values
    posted = {name: value for name, value in posted.items() if value is not None}
    return desk.post(place, posted)


@pytest.mark.parametrize("model", EDITED)
def test_every_page_of_every_kind_opens(desk, content, model):
    one = model.objects.first()
    pages = [
        url(model, "changelist") + "?q=a",
        url(model, "add"),
        url(model, "change", one.pk),
        url(model, "history", one.pk),
        url(model, "delete", one.pk),
    ]
    for place in pages:
        assert desk.get(place).status_code == 200, place


@pytest.mark.parametrize("model", EDITED)
def test_saving_a_page_unchanged_changes_no_row(desk, content, model):
    before = rows_from_database()
    one = model.objects.first()
    place = url(model, "change", one.pk)
    response = desk.post(place, form_values(desk.get(place)))
    assert response.status_code == 302, errors_of(response)
    assert rows_from_database() == before


def test_pages_need_no_script_or_style_of_their_own(desk, content):
    """The Content-Security-Policy would block them."""
    question = models.Question.objects.get(slug="where")
    text = desk.get(url(models.Question, "change", question.pk)).text
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
    assert not re.search(r'(src|href)="(https?:)?//', text)


def test_an_edit_writes_history_with_its_author(desk, content, editor):
    response = change(desk, models.Cause, "cramp", name_en="Knot", name_nl="Kramp")
    assert response.status_code == 302, errors_of(response)
    cause = models.Cause.objects.get(slug="cramp")
    assert (cause.name_en, cause.name_nl) == ("Knot", "Kramp")
    assert cause.history.first().history_user == editor
    version = cause.history.last().pk
    place = url(models.Cause, "simple_history", cause.pk, version)
    assert desk.get(place).status_code == 200


@pytest.mark.parametrize(
    ("model", "slug", "values", "says"),
    [
        (models.Cause, "cramp", {"mechanism_en": "<b>x</b>"}, "no HTML"),
        (models.Cause, "cramp", {"mechanism_nl": "# Kop"}, "no headings"),
        (models.Cause, "cramp", {"family": ""}, "Choose the family"),
        (models.Cause, "cramp", {"prior": "2000"}, "0 to 1000"),
        (models.Cause, "heart-attack", {"family": "muscle"}, "has no family"),
        (models.Cause, "heart-attack", {"prior": "3"}, "never ranked"),
        (models.Cause, "cramp", {"name_en": ""}, "This field is required"),
        (models.WarningSign, "heart", {"title_en": "so " * 13}, "this has 13"),
        (models.WarningSign, "heart", {"withholds": ["runs"]}, "is no advice tag"),
        (models.WarningSign, "heart", {"patterns-0-all_of": None}, "for everyone"),
        (models.WarningSign, "heart", {"patterns-0-DELETE": "on", "patterns-1-DELETE": "on"}, "At least one warning pattern"),
        (models.Question, "where", {"options-0-text_en": "so " * 15}, "this has 15"),
        (models.PreventionStep, "ease-off", {"rung": "2"}, "kind load"),
        (models.Finding, "region-limb", {"rule": "any_of: [claf]"}, "(nearest: calf)"),
        (models.Finding, "region-limb", {"rule": "calf or shin"}, "any_of or all_of"),
        (models.Finding, "region-limb", {"rule": "any_of: [region-limb]"}, "back to itself"),
        (models.Finding, "region-limb", {"rule": ""}, "never both or neither"),
        (models.Vignette, "km-34", {"answers": "where: claf"}, "(nearest: calf)"),
        (models.Vignette, "km-34", {"answers": "wher: calf"}, "(nearest: where)"),
        (models.Vignette, "km-34", {"expect_causes": "crmap"}, "(nearest: cramp)"),
        (models.Vignette, "km-34", {"expect_urgency_also": "soon"}, "no urgency"),
    ],
)  # fmt: skip
def test_what_may_not_be_saved_is_said_and_what_was_typed_stays(
    desk, content, model, slug, values, says
):
    response = change(desk, model, slug, **values)
    assert response.status_code == 200
    assert says in errors_of(response)
    for value in values.values():
        if isinstance(value, str) and len(value) > 3:
            typed = value.replace("<", "&lt;").replace(">", "&gt;")
            assert typed.strip() in response.text


def test_a_circle_of_implied_findings_is_refused(desk, content):
    weak = models.Question.objects.get(slug="weak")
    seizure = models.Finding.objects.get(slug="seizure")
    response = change(
        desk, models.Question, weak.slug, **{"options-0-implies": [seizure.pk]}
    )
    assert "feels-weak &gt; seizure &gt; feels-weak" in errors_of(response)


def test_a_published_slug_cannot_be_renamed(desk, content):
    response = change(desk, models.Claim, "bananas", slug="banana")
    assert response.status_code == 302
    publish()
    response = change(desk, models.Claim, "banana", slug="bananas")
    assert "Keep this slug" in errors_of(response)


@pytest.mark.parametrize(
    ("model", "slug", "user"),
    [
        (models.Finding, "chest-pressure", "pattern"),
        (models.Source, "miller2010", "claim bananas"),
        (models.Cause, "heart-attack", "warning sign heart"),
    ],
)
def test_a_row_that_others_name_cannot_be_deleted(desk, content, model, slug, user):
    one = model.objects.get(slug=slug)
    response = desk.post(url(model, "delete", one.pk), {"post": "yes"})
    assert user in response.text
    assert model.objects.filter(slug=slug).exists()


def test_relations_are_found_by_typing(desk, content):
    query = "app_label=content&model_name=cause&field_name=typical_areas&term=cal"
    found = desk.get(f"{reverse('admin:autocomplete')}?{query}").json()["results"]
    assert [entry["text"] for entry in found] == ["calf: Calf"]
    query = query.replace("term=cal", "term=slow")
    found = desk.get(f"{reverse('admin:autocomplete')}?{query}").json()["results"]
    assert found == []  # no place of the body map


# ---- releases


def test_publishing_from_the_admin(publisher, content):
    assert "Publish what is in" in publisher.get(url(models.Release, "changelist")).text
    place = reverse("admin:content_release_publish")
    assert "cause cramp: new" in publisher.get(place).text
    response = publisher.post(place, {"note": "First"}, follow=True)
    assert "Release 1 is live" in response.text
    assert models.Release.objects.get().author.username == "publisher"


def test_a_refused_publish_lists_the_problems_and_keeps_the_note(publisher, content):
    models.WarningSign.objects.update(do_now_en="", say_en="")
    place = reverse("admin:content_release_publish")
    response = publisher.post(place, {"note": "My note"})
    assert response.status_code == 422
    assert "heart: does not say what to do now" in response.text
    assert "heart: does not say what it can mean" in response.text
    assert "My note" in response.text
    assert not models.Release.objects.exists()


def test_an_earlier_release_is_made_live_again(publisher, content):
    first = publish()
    models.Cause.objects.filter(slug="cramp").update(name_en="Knot")
    second = publish()
    shown = publisher.get(url(models.Release, "change", first.pk))
    place = reverse("admin:content_release_make_live", args=[first.pk])
    assert place in shown.text
    assert publisher.get(place).status_code == 200
    publisher.post(place)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.is_live, second.is_live) == (True, False)


def test_an_editor_without_the_permission_cannot_publish(client, content):
    release = publish()
    user = get_user_model().objects.create_user("writer", is_staff=True)
    user.user_permissions.set(
        Permission.objects.filter(content_type__app_label="content")
    )
    user.user_permissions.remove(Permission.objects.get(codename="publish_release"))
    client.force_login(user)
    assert "Publish what" not in client.get(url(models.Release, "changelist")).text
    for place in (
        reverse("admin:content_release_publish"),
        reverse("admin:content_release_make_live", args=[release.pk]),
    ):
        assert client.get(place).status_code == 403
        assert client.post(place).status_code == 403
    change_page = client.get(url(models.Release, "change", release.pk))
    assert 'name="note"' not in change_page.text


def test_the_list_of_releases_reads_no_rows(
    desk, content, django_assert_max_num_queries
):
    publish()
    with django_assert_max_num_queries(12) as queries:
        desk.get(url(models.Release, "changelist"))
    assert not [q for q in queries if '"content_release"."rows"' in q["sql"]]


def test_the_largest_page_fits_what_the_site_accepts(real_rows, settings):
    """A question with all its options, posted with Dutch as long as the English."""
    largest = max(real_rows["questions"], key=lambda row: len(str(row)))
    assert 4 * len(str(largest)) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


def test_every_kind_has_a_page():
    for model in (*EDITED, models.Release):
        assert admin.site.is_registered(model)
