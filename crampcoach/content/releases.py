"""Releases: made from the rows, made live, and held in memory for every page.

`live()` is what the rest of the site knows of the content. It looks at the database at most once a second, so a new release
shows within two seconds in every process.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.translation import get_language

from crampcoach.content import integrity
from crampcoach.content.compiling import compile_knowledge
from crampcoach.content.fixture_files import Row, Rows
from crampcoach.content.last_changes import date_rows, read_last_changes
from crampcoach.content.loading import digest_of
from crampcoach.content.models import Release
from crampcoach.content.rows import rows_from_database
from crampcoach.content.scorecards import ReleaseScorecard, read_scorecards
from crampcoach.content.shape import ROW_NAMES, key_of
from crampcoach.engine.evaluation import VignetteError, evaluate, read_vignettes
from crampcoach.engine.knowledge import Knowledge, KnowledgeError
from crampcoach.engine.record import record_of

SECONDS_BETWEEN_LOOKS = 1.0

log = logging.getLogger(__name__)


class NoLiveRelease(RuntimeError):
    """Nothing has been published yet, or what is live cannot be read."""


class PublishRefused(ValueError):
    """The rows are not fit for runners; `problems` has one sentence for each reason."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(problems))


@dataclass(frozen=True, slots=True)
class _Held:
    """What this process serves. `seen`: number and digest of the release it looked at last, also of one that does not compile."""

    looked_at: float = float("-inf")
    seen: tuple[int, str] | None = None
    knowledge: Mapping[str, Knowledge] | None = None
    scorecards: tuple[ReleaseScorecard, ...] = ()


_held = _Held()
_lock = threading.Lock()


def live(language: str = "en") -> Knowledge:
    """The live release in this language, English where there is no such language. Raises NoLiveRelease."""
    if time.monotonic() - _held.looked_at >= SECONDS_BETWEEN_LOOKS:
        _look()
    if _held.knowledge is None:
        raise NoLiveRelease("no release is live: run load_content, then publish")
    return _held.knowledge.get(language) or _held.knowledge["en"]


def scorecards(number: int) -> tuple[ReleaseScorecard, ...]:
    """How good this release and those before it were, the newest first; the live one with its full card.

    What the last look of `live()` found, so it costs no query. A release never changes, nor do those before it: a page made
    from these can be kept as long as the release is live.
    """
    return tuple(card for card in _held.scorecards if card.number <= number)


def live_here() -> Knowledge:
    """The live release in the language of this request. Raises NoLiveRelease."""
    return live(get_language() or settings.LANGUAGE_CODE)


def forget() -> None:
    """Drops what this process holds; tests need it, since each has its own database."""
    global _held
    with _lock:
        _held = _Held()


def _look() -> None:
    global _held
    with _lock:
        now = time.monotonic()
        if now - _held.looked_at < SECONDS_BETWEEN_LOOKS:
            return  # another thread has just looked
        seen, knowledge, cards = _held.seen, _held.knowledge, _held.scorecards
        try:
            found = _live_number_and_digest()
            if found is None:
                seen, knowledge, cards = None, None, ()
            elif found != seen:
                knowledge, cards = _compiled(found[0]), read_scorecards(found[0])
                seen = found
        except KnowledgeError as error:
            log.error(
                "release %s does not compile, the one before stays: %s", found, error
            )
            seen = found
        except DatabaseError:  # for example not migrated yet
            log.exception("no look at the live release; what is held stays")
        _held = _Held(now, seen, knowledge, cards)


def _live_number_and_digest() -> tuple[int, str] | None:
    found = Release.objects.order_by().filter(is_live=True)
    return found.values_list("number", "digest").first()


def _compiled(number: int) -> Mapping[str, Knowledge]:
    return compile_release(Release.objects.get(number=number))


def compile_release(release: Release) -> dict[str, Knowledge]:
    """The release in every language. Raises KnowledgeError."""
    last_changes = read_last_changes(release.since)
    return {
        language: compile_knowledge(
            release.rows,
            language=language,
            release=release.number,
            digest=release.digest,
            published_on=release.created.date().isoformat(),
            last_changes=last_changes,
        )
        for language, _ in settings.LANGUAGES
    }


def numbered(number: int) -> Knowledge | None:
    """Any release ever published, in English; None where there is none with this number. Raises KnowledgeError."""
    found = Release.objects.order_by().filter(number=number)
    digest = found.values_list("digest", flat=True).first()
    return None if digest is None else _numbered(number, digest)


@lru_cache(maxsize=4)
def _numbered(number: int, digest: str) -> Knowledge:
    return _compiled(number)["en"]


# ---- publishing


def publish(author: Any = None, note: str = "") -> Release:
    """Makes the rows of this moment the live release. Raises PublishRefused, and then nothing changes.

    When the live release holds these very rows already, it is given back and no new one is made.
    """
    with transaction.atomic():
        rows = rows_from_database()  # all from one moment
    digest = digest_of(rows)
    current = Release.objects.defer("rows", "since").filter(is_live=True).first()
    if current and current.digest == digest:
        return current
    scorecard = examine(rows)
    with transaction.atomic():
        _retire_live()
        last = Release.objects.order_by("-number").first()
        number = last.number + 1 if last else 1
        return Release.objects.create(
            number=number,
            author=author,
            note=note,
            digest=digest,
            rows=rows,
            since=date_rows(rows, number, last),
            scorecard=scorecard,
            is_live=True,
        )


def make_live(release: Release) -> None:
    """Brings a release (back) before runners. Raises PublishRefused when it does not compile any more."""
    try:
        compile_release(release)
    except KnowledgeError as error:
        raise PublishRefused(error.problems) from error
    with transaction.atomic():
        _retire_live()
        Release.objects.filter(pk=release.pk).update(is_live=True)


def _retire_live() -> None:
    """Only one writer at a time gets past the row that is live."""
    list(Release.objects.select_for_update().filter(is_live=True).values_list("pk"))
    Release.objects.filter(is_live=True).update(is_live=False)


def examine(rows: Rows) -> dict[str, Any]:
    """The scorecard of rows that are fit for runners. Raises PublishRefused with all that is wrong."""
    try:
        knowledge = compile_knowledge(rows)
        for language, _ in settings.LANGUAGES:
            compile_knowledge(rows, language)
    except KnowledgeError as error:
        raise PublishRefused(error.problems) from error
    problems = integrity.check(knowledge, rows).errors
    if problems:
        raise PublishRefused(problems)
    try:
        vignettes = read_vignettes(knowledge, rows["vignettes"])
    except VignetteError as error:
        raise PublishRefused((str(error),)) from error
    scorecard = record_of(evaluate(knowledge, vignettes))
    lost = tuple(lost_safety_vignettes(rows["vignettes"], scorecard))
    if lost:
        raise PublishRefused(lost)
    return scorecard


def changes() -> list[str]:
    """What editors changed since the live release: a line for each row."""
    current = Release.objects.filter(is_live=True).first()
    before = current.rows if current else {}
    return [
        line
        for kind, rows in rows_from_database().items()
        for line in _changes_of(kind, before.get(kind, []), rows)
    ]


def _changes_of(kind: str, before: list[Row], now: list[Row]) -> Iterator[str]:
    old = {key_of(kind, row): row for row in before}
    new = {key_of(kind, row): row for row in now}
    for slug in sorted(old.keys() | new.keys()):
        if old.get(slug) != new.get(slug):
            what = "new" if slug not in old else "changed"
            what = what if slug in new else "deleted"
            yield f"{ROW_NAMES[kind]} {slug}: {what}"
    if old.keys() == new.keys() and list(old) != list(new):
        yield f"order of {kind.replace('_', ' ')}: changed"


def lost_safety_vignettes(
    vignettes: list[Row], scorecard: Mapping[str, Any]
) -> list[str]:
    """A sentence for each runner who needs help and is told less than that."""
    expected = {row["slug"]: row["expect"]["urgency"] for row in vignettes}
    given = {case["slug"]: case["urgency"] for case in scorecard["cases"]}
    return [
        f"vignette {slug}: should be told {expected[slug]}, but is told {given[slug]}"
        for slug in scorecard["under_triage"]
    ]
