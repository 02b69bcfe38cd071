import json
import os
import socket
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from crampcoach.content import releases
from crampcoach.content.management.commands import serve
from crampcoach.content.models import PreventionStep, Release

ROOT = Path(__file__).parent.parent.parent


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


@pytest.fixture
def in_folder(write, rows, settings):
    settings.FIXTURES_DIR = write(rows)
    return settings.FIXTURES_DIR


def test_check_content_needs_no_database(in_folder):
    assert "rows hold every rule." in run("check_content", in_folder)


def test_check_content_says_what_is_wrong(rows, write):
    rows["warning_signs"][0].pop("do_now")
    with pytest.raises(CommandError, match="heart: does not say what to do now"):
        run("check_content", write(rows))


def test_check_content_names_each_untranslated_text_when_asked(in_folder):
    named = "warning: symptom knot: name is not in nl"
    assert named not in run("check_content", in_folder)
    assert named in run("check_content", in_folder, verbose=True)


def test_export_from_an_empty_database_removes_nothing(db, in_folder):
    files = sorted(in_folder.rglob("*.yaml"))
    with pytest.raises(CommandError, match="holds no content"):
        run("export_content", in_folder)
    assert sorted(in_folder.rglob("*.yaml")) == files != []


def test_check_content_names_files_in_another_form(rows, write):
    folder = write(rows)
    text = (folder / "claims.yaml").read_text()
    (folder / "claims.yaml").write_text(f"# a remark\n{text}")
    assert "warning: claims.yaml is not in the one form" in run("check_content", folder)


def test_check_content_live_looks_at_the_live_release(content):
    with pytest.raises(CommandError, match="No release is live"):
        run("check_content", live=True)
    run("publish")
    assert "rows hold every rule." in run("check_content", live=True)


def test_evaluate_prints_one_object(in_folder):
    card = json.loads(run("evaluate", as_json=True))
    assert (card["n"], card["top1"], card["under_triage"]) == (2, 1, [])
    assert card["cases"][1] | {"pages": 0} == {
        "slug": "pressure",
        "urgency": "call-ambulance",
        "causes": [],
        "conditions": ["heart-attack"],
        "pages": 0,
        "stopped_early": True,
    }


def test_evaluate_prints_the_keys_that_others_rely_on_and_no_more(in_folder):
    card = json.loads(run("evaluate", as_json=True))
    assert " ".join(card) == (
        "n top1 top3 listed list_length_mean contributor_recall conditions_named "
        "urgency_exact urgency_accepted under_triage over_triage "
        "self_care_over_triaged safe_gilbert pages_median pages_p90 cases"
    )
    assert {" ".join(case) for case in card["cases"]} == {
        "slug urgency causes conditions pages stopped_early"
    }


def test_evaluate_prints_a_table_with_what_went_wrong(in_folder, rows, tmp_path):
    rows["vignettes"][0]["expect"]["urgency"] = "see-doctor"
    path = tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump(rows["vignettes"]))
    table = run("evaluate", str(path))
    assert "2 vignettes" in table
    assert "km-34: self-care, expected see-doctor" in table


def test_evaluate_names_case_slug_and_nearest_and_exits_with_2(
    in_folder, rows, tmp_path
):
    rows["vignettes"][0]["answers"]["where"] = ["claf"]
    path = tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump(rows["vignettes"]))
    with pytest.raises(CommandError, match="km-34.*'claf'.*'calf'") as error:
        run("evaluate", str(path))
    assert error.value.returncode == 2


def test_evaluate_live_runs_over_the_live_release(content, rows, tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text(yaml.safe_dump(rows["vignettes"]))
    with pytest.raises(CommandError, match="no release is live"):
        run("evaluate", str(path), live=True)
    run("publish")
    releases.forget()
    assert "2 vignettes" in run("evaluate", str(path), live=True)


def test_commands_over_the_files_open_no_database(tmp_path):
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path}/no/such/place.sqlite3",
        "SECRET_KEY": "test",
    }
    for command in ("check_content", "evaluate"):
        done = subprocess.run(
            [sys.executable, ROOT / "manage.py", command],
            env=environment,
            capture_output=True,
            text=True,
        )
        assert "no such" not in done.stderr and "unable to open" not in done.stderr
        assert done.returncode == 0, done.stderr


def test_publish_says_which_release_is_live(content, editor):
    assert run("publish", note="First", author="editor") == "Release 1 is live.\n"
    assert Release.objects.get().author == editor
    assert run("publish") == "Nothing has changed: release 1 is live.\n"
    with pytest.raises(CommandError, match="no user 'nobody'"):
        run("publish", author="nobody")


def test_publish_first_leaves_a_live_release_alone_and_says_what_waits(content):
    assert run("publish", first=True) == "Release 1 is live.\n"
    assert run("publish", first=True) == ""
    PreventionStep.objects.update(effort="high")
    assert "differ from the live release" in run("publish", first=True)
    assert Release.objects.get(is_live=True).number == 1


def test_publish_lists_why_it_refuses(content):
    PreventionStep.objects.all().delete()
    with pytest.raises(
        CommandError, match="Not published:\ncause cramp: no prevention"
    ):
        run("publish")


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_serve_says_that_its_port_is_taken(monkeypatch, taken_port):
    monkeypatch.setenv("PORT", str(taken_port))
    with pytest.raises(CommandError, match=f"Port {taken_port} .* is taken"):
        run("serve")


def test_serve_finds_a_free_port_and_starts_gunicorn_there(monkeypatch, taken_port):
    started = []
    monkeypatch.setattr(
        serve.os, "execv", lambda path, command: started.append(command)
    )
    monkeypatch.setattr(serve, "DEFAULT_PORT", taken_port)
    monkeypatch.delenv("PORT", raising=False)
    monkeypatch.delenv("HOST", raising=False)
    monkeypatch.setenv("WEB_CONCURRENCY", "3")
    said = run("serve")
    assert f"Port {taken_port} is taken; using" in said
    bound = started[0][started[0].index("--bind") + 1]
    assert f"CrampCoach is at http://{bound}/" in said
    assert started[0][started[0].index("--workers") + 1] == "3"
