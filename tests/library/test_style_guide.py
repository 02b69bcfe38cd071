"""The style guide is for staff, and is made of the templates that runners get."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, django_user_model):
    user = django_user_model.objects.create_user("editor", password="x", is_staff=True)
    client.force_login(user)
    return client


def test_a_visitor_is_sent_to_the_login_of_the_admin(live, client):
    response = client.get("/style-guide/")
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/admin/login/")


def test_an_account_without_staff_rights_does_not_see_it(
    live, client, django_user_model
):
    client.force_login(django_user_model.objects.create_user("reader", password="x"))
    assert client.get("/style-guide/").status_code == 302


def test_it_shows_the_components_out_of_their_templates(live, staff):
    templates = {t.name for t in staff.get("/style-guide/").templates}
    assert {
        "library/_urgency.html",
        "library/_claims.html",
        "library/_step_list.html",
        "library/_reasons.html",
        "library/_emergency_numbers.html",
        "library/_search_form.html",
        "assessments/_fields.html",
    } <= templates


def test_it_shows_every_colour_of_the_style_sheet(live, staff, settings):
    html = staff.get("/style-guide/").content.decode()
    css = (settings.BASE_DIR / "static" / "css" / "site.css").read_text()
    root = css[css.index(":root {") : css.index("--space-1")]
    names = {line.split(":")[0].strip() for line in root.splitlines() if "--" in line}
    assert all(f"<code>{name}</code>" in html for name in names)


def test_it_is_neither_kept_nor_indexed(live, staff):
    response = staff.get("/style-guide/")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
