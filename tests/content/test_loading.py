import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from crampcoach.content import models
from crampcoach.content.fixture_files import read_rows
from crampcoach.content.loading import export, load
from crampcoach.content.rows import rows_from_database
from crampcoach.content.shape import ContentError
from tests.content.small_rows import option


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.yaml")
    }


def histories():
    kinds = (models.Cause, models.Question, models.Finding, models.WarningSign)
    return [model.history.count() for model in kinds]


def test_what_is_loaded_is_what_the_files_say(content):
    assert rows_from_database() == read_rows(content)


def test_loading_twice_changes_nothing(content):
    before = histories()
    assert load(content).is_nothing
    assert histories() == before


def test_exporting_gives_the_files_back_byte_for_byte(content, tmp_path_factory):
    target = tmp_path_factory.mktemp("export")
    export(target)
    assert files_in(target) == files_in(content)
    assert export(target) == []


def test_loading_writes_one_entry_of_history_with_its_lists(content, rows, write):
    rows["causes"][0]["sources"] = ["expert"]
    load(write(rows))
    entries = models.Cause.objects.get(slug="cramp").history.all()
    assert [entry.history_type for entry in entries] == ["~", "+"]
    assert [link.source.slug for link in entries[0].sources.all()] == ["expert"]
    assert entries[1].sources.count() == 2
    assert entries[0].history_change_reason == "load_content"


def test_a_change_in_the_files_is_taken_over(content, rows, write):
    rows["questions"][1]["options"].reverse()
    rows["warning_signs"][0]["patterns"].pop()
    rows["causes"][0]["name"] = "Knot"
    loaded = load(write(rows))
    assert (loaded.added, loaded.changed, loaded.removed) == (0, 3, 0)
    assert rows_from_database() == read_rows(content)


def test_a_new_question_between_two_keeps_the_order_of_the_file(content, rows, write):
    new = rows["questions"][3] | {"slug": "sleep", "options": [option("tired")]}
    rows["questions"].insert(1, new)
    assert load(write(rows)).added == 1
    assert rows_from_database() == read_rows(content)


def test_a_row_edited_in_the_admin_is_kept_and_named(content, rows, write):
    cause = models.Cause.objects.get(slug="cramp")
    cause.name_en = "Edited"
    cause.save()
    rows["causes"][0]["name"] = "From the file"
    loaded = load(write(rows))
    assert loaded.kept == ["cause cramp: edited in the admin"]
    cause.refresh_from_db()
    assert cause.name_en == "Edited"
    assert load(content).kept == loaded.kept


def test_an_edited_option_keeps_its_question(content, rows, write):
    finding = models.Finding.objects.get(slug="calf")
    finding.text_en = "Edited"
    finding.save()
    assert load(content).kept == ["question where: edited in the admin"]


def test_an_edit_that_was_exported_is_no_edit_any_more(content, rows, write):
    cause = models.Cause.objects.get(slug="cramp")
    cause.name_en = "Edited"
    cause.save()
    export(content)
    assert load(content).kept == []
    changed = read_rows(content)
    changed["causes"][1]["name"] = "Later"
    assert load(write(changed)).kept == []
    assert models.Cause.objects.get(slug="cramp").name_en == "Later"


def test_a_question_moved_in_the_admin_stays_where_it_is(content):
    models.Question.objects.filter(slug="weak").update(position=5)
    loaded = load(content)
    assert loaded.kept == ["order of question weak"]
    assert rows_from_database()["questions"][0]["slug"] == "weak"


def test_rows_gone_from_the_files_go_unless_edited(content, rows, write):
    symptom = models.Symptom.objects.get(slug="knot")
    symptom.summary_en = "Edited"
    symptom.save()
    rows["symptoms"], rows["claims"] = [], []
    loaded = load(write(rows))
    assert loaded.removed == 1
    assert loaded.kept == ["symptom knot: edited in the admin, no longer in the files"]
    assert not models.Claim.objects.exists()
    assert models.Claim.history.first().history_type == "-"


def test_a_row_that_a_kept_row_names_is_kept_too(content, rows, write):
    claim = models.Claim.objects.get(slug="bananas")
    claim.why_en = "Edited"
    claim.save()
    rows["sources"].pop()
    rows["causes"][0]["sources"] = ["expert"]
    rows["claims"][0].pop("sources")
    loaded = load(write(rows))
    assert "source miller2010: claim bananas still names it" in loaded.kept
    assert models.Source.objects.filter(slug="miller2010").exists()


def test_a_row_made_in_the_admin_stays(content):
    models.Source.objects.create(
        slug="new", topic="cramps", title="New", kind="trial", grade="A"
    )
    assert load(content).is_nothing
    assert models.Source.objects.filter(slug="new").exists()


def test_a_broken_file_changes_nothing(content, rows, write):
    rows["claims"][0]["causes"] = ["crmap"]
    rows["causes"][0]["name"] = "New"
    with pytest.raises(ContentError, match=r"claims.yaml: bananas: causes: no cause"):
        load(write(rows))
    assert models.Cause.objects.get(slug="cramp").name_en == "Cramp"


def test_export_removes_files_without_rows(content):
    models.Symptom.objects.all().delete()
    models.Claim.objects.all().delete()
    (content / "causes" / "gone.yaml").write_text("[]")
    (content / "notes.txt").write_text("not ours")
    changed = export(content)
    assert changed == ["causes/gone.yaml", "claims.yaml", "symptoms.yaml"]
    assert (content / "notes.txt").exists()


def test_the_command_says_what_it_kept(content):
    models.Cause.objects.filter(slug="cramp").update(name_en="Edited")
    out = StringIO()
    call_command("load_content", content, stdout=out)
    assert "kept cause cramp: edited in the admin" in out.getvalue()


def test_the_command_names_the_fault(content):
    shutil.copy(content / "claims.yaml", content / "symptoms.yaml")
    with pytest.raises(CommandError, match="symptoms.yaml: bananas"):
        call_command("load_content", content)
