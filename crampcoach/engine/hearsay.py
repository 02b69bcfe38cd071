"""Which popular statements this runner has probably heard: the claims about the causes shown and the answers given."""

from __future__ import annotations

from collections.abc import Iterable

from crampcoach.engine.knowledge import Claim, Knowledge, Role, Verdict
from crampcoach.engine.ranking import RankedCause

Findings = frozenset[str]

MAX_CLAIMS = 3
# Answers that carry an explanation of the runner's own, beside those that speak for something that adds up.
THEORIES = frozenset({"sciatica-disc", "statin"})
# A claim that would mislead is worth more room than one that is right.
VERDICTS = (
    Verdict.HARMFUL,
    Verdict.CONTRADICTED,
    Verdict.UNSUPPORTED,
    Verdict.PARTLY,
    Verdict.SUPPORTED,
)


def choose_claims(
    knowledge: Knowledge, established: Findings, shown: Iterable[RankedCause]
) -> tuple[Claim, ...]:
    """At most three, of different causes where there are enough: what the runner's own answers suggest before the rest."""
    weights = _weights(knowledge, established, shown)
    fitting = sorted(
        (-weights[cause], VERDICTS.index(claim.verdict), claim.slug, cause)
        for claim in knowledge.claims
        if not weights.keys().isdisjoint(claim.causes)
        and _is_about(knowledge, claim, established)
        for cause in claim.causes
        if cause in weights
    )
    chosen: dict[str, None] = {}
    served: set[str] = set()
    for _, _, slug, cause in fitting:
        if cause not in served and slug not in chosen:
            chosen[slug] = None
            served.add(cause)
    return tuple(knowledge.claim[slug] for slug in list(chosen)[:MAX_CLAIMS])


def _is_about(knowledge: Knowledge, claim: Claim, established: Findings) -> bool:
    """A saying about the back is nothing for a sore calf."""
    areas = knowledge.area_slugs & established
    causes = [knowledge.cause[slug] for slug in claim.causes]
    return all(
        cause.typical_areas & areas
        for cause in causes
        if cause.role is Role.CONDITION and cause.typical_areas
    )


def _weights(
    knowledge: Knowledge, established: Findings, shown: Iterable[RankedCause]
) -> dict[str, int]:
    """Cause -> how near it is to what the runner thinks or was shown.

    Something that adds up (drinking, salt, training) and that an answer speaks for is a theory of the runner's own.
    """
    weights = {entry.cause.slug: 1 + (place == 0) for place, entry in enumerate(shown)}
    for cause in knowledge.contributors:
        if knowledge.own_findings[cause.slug] & established:
            weights[cause.slug] = 3
    told = established & THEORIES
    for cause in knowledge.conditions if told else ():
        if knowledge.own_findings[cause.slug] & told:
            weights[cause.slug] = 3
    return weights
