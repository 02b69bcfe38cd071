"""Each release keeps since which release its rows are as they are; for those there are already, it is worked out here.

The rule is that of `content.last_changes`, written out as it was when this migration was made.
"""

from django.db import migrations, models

KINDS_WITH_PAGES = (
    "sources",
    "causes",
    "warning_signs",
    "prevention_steps",
    "symptoms",
    "claims",
)
BESIDE_THE_TEXT = {"note", "reviewer", "reviewed_on"}


def date_releases(apps, schema_editor):
    Release = apps.get_model("content", "Release")
    numbers = list(Release.objects.order_by("number").values_list("number", flat=True))
    old_forms, old_since = {}, {}
    for number in numbers:
        found = Release.objects.filter(number=number)
        forms = forms_of(found.values_list("rows", flat=True).get())
        since = {
            kind: {
                slug: old_since[kind][slug]
                if form == old_forms.get(kind, {}).get(slug)
                else number
                for slug, form in members.items()
            }
            for kind, members in forms.items()
        }
        found.update(since=since)
        old_forms, old_since = forms, since


def forms_of(rows):
    forms = {
        kind: {
            row["slug"]: {k: v for k, v in row.items() if k not in BESIDE_THE_TEXT}
            for row in rows.get(kind, [])
        }
        for kind in KINDS_WITH_PAGES
    }
    for indicator in rows.get("indicators", []):
        cause = forms["causes"].get(indicator["cause"], {})
        cause.setdefault("indicators", []).append(indicator)
    return forms


class Migration(migrations.Migration):

    dependencies = [
        ('content', '0002_feedback'),
    ]

    operations = [
        migrations.AddField(
            model_name='release',
            name='since',
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(date_releases, migrations.RunPython.noop),
    ]
