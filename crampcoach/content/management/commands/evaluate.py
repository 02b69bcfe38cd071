"""manage.py evaluate [FILE ...] [--json] [--live]: how good the reasoning is on runners' stories."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.fixture_files import FixtureError, Row, read_file, read_rows
from crampcoach.content.releases import NoLiveRelease, live
from crampcoach.engine.evaluation import (
    Scorecard,
    VignetteError,
    evaluate,
    read_vignettes,
)
from crampcoach.engine.knowledge import Knowledge, KnowledgeError

SHARES = (
    "top1",
    "top3",
    "listed",
    "contributor_recall",
    "conditions_named",
    "urgency_exact",
    "urgency_accepted",
    "self_care_over_triaged",
    "safe_gilbert",
)


class Command(BaseCommand):
    help = "Runs vignettes (default: fixtures/vignettes) through the real interview."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", dest="as_json")
        parser.add_argument(
            "--live", action="store_true", help="Over the live release."
        )

    def handle(
        self,
        *args: Any,
        files: list[Path],
        as_json: bool,
        **options: Any,
    ) -> None:
        try:
            knowledge = _live_or_fixtures(options["live"])
            rows = _vignette_rows(files)
            scorecard = evaluate(knowledge, read_vignettes(knowledge, rows))
        except KnowledgeError as error:
            raise CommandError("\n".join(error.problems), returncode=2) from error
        except (FixtureError, VignetteError, NoLiveRelease) as error:
            raise CommandError(str(error), returncode=2) from error
        figures = scorecard.to_json()
        text = json.dumps(figures, indent=1) if as_json else table(scorecard, figures)
        self.stdout.write(text)


def _live_or_fixtures(is_live: bool) -> Knowledge:
    if is_live:
        return live()
    return compile_knowledge(read_rows(settings.FIXTURES_DIR))


def _vignette_rows(files: list[Path]) -> list[Row]:
    paths = files or sorted((settings.FIXTURES_DIR / "vignettes").glob("*.yaml"))
    return [row for path in paths for row in read_file(path)]


def table(scorecard: Scorecard, figures: dict[str, Any]) -> str:
    """The figures for a reader, then the cases that went wrong."""
    lines = [f"{figures['n']} vignettes"]
    for name in SHARES:
        share = figures[name]
        shown = "-" if share is None else f"{share:.1%}"
        lines.append(f"  {name.replace('_', ' '):24}{shown:>8}")
    for name in ("list_length_mean", "pages_median", "pages_p90"):
        lines.append(f"  {name.replace('_', ' '):24}{figures[name]!s:>8}")
    for outcome in scorecard.outcomes:
        vignette, expect = outcome.vignette, outcome.vignette.expect
        if outcome.urgency not in expect.accepted:
            lines.append(
                f"  {vignette.slug}: {outcome.urgency.slug}, expected {expect.urgency.slug}"
            )
        elif expect.causes and not outcome.finds_cause(3):
            lines.append(
                f"  {vignette.slug}: {', '.join(outcome.causes) or 'no cause'}, expected {', '.join(expect.causes)}"
            )
    return "\n".join(lines)
