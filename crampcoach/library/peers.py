"""Published figures of symptom checkers and doctors, to read beside our own. Each row names its study; nothing here is ours."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WRITTEN = _("Written stories")
PATIENTS = _("Real patients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Figures are out of 100, as printed; None where the study gives none. `urgency` says what was counted as right."""

    study: str
    reference: str
    who: str | Promise
    cases: str | Promise
    number: int
    first: float | None = None
    top3: float | None = None
    urgency: str | Promise = ""


PEERS = (
    Peer(
        study="Semigran and others, 2015",
        reference="BMJ 351:h3480",
        who=_("23 symptom checkers, on average"),
        cases=WRITTEN,
        number=45,
        first=34,
        urgency=_("57 right"),
    ),
    Peer(
        study="Hill and others, 2020",
        reference="doi 10.5694/mja2.50600",
        who=_("36 symptom checkers, on average"),
        cases=WRITTEN,
        number=48,
        first=36,
        top3=52,
        urgency=_("49 right"),
    ),
    Peer(
        study="Gilbert and others, 2020",
        reference="doi 10.1136/bmjopen-2020-040269",
        who=_("Ada, the best of 8 apps (its own staff led the study)"),
        cases=WRITTEN,
        number=200,
        top3=70.5,
        urgency=_("97.0 at most one level too low"),
    ),
    Peer(
        study="Gilbert and others, 2020",
        reference="doi 10.1136/bmjopen-2020-040269",
        who=_("7 family doctors"),
        cases=WRITTEN,
        number=200,
        top3=82.1,
        urgency=_("97.0 at most one level too low"),
    ),
    Peer(
        study="Schmieding and others, 2022",
        reference="doi 10.2196/31810",
        who=_("22 symptom checkers, the middle one"),
        cases=WRITTEN,
        number=45,
        urgency=_("55.8 right; more than 40 of 100 emergencies missed"),
    ),
    Peer(
        study="Gräf and others, 2022",
        reference="doi 10.1007/s00296-022-05202-4",
        who=_("33 doctors, on joint disease"),
        cases=WRITTEN,
        number=20,
        first=32,
        top3=42,
    ),
    Peer(
        study="Gräf and others, 2022",
        reference="doi 10.1007/s00296-022-05202-4",
        who=_("Ada, on joint disease"),
        cases=WRITTEN,
        number=20,
        first=54,
        top3=59,
    ),
    Peer(
        study="Benditz and others, 2021",
        reference="doi 10.1007/s00402-021-04080-y",
        who=_("A back pain app: how often it agreed with a surgeon"),
        cases=PATIENTS,
        number=86,
        first=67.4,
    ),
    Peer(
        study="Knitza and others, 2024",
        reference="doi 10.2196/56514",
        who=_("Ada, in an emergency department"),
        cases=PATIENTS,
        number=450,
        first=14,
    ),
    Peer(
        study="Fraser and others, 2022",
        reference="JMIR mHealth 2022, article e38364",
        who=_("Ada, in an emergency department"),
        cases=PATIENTS,
        number=40,
        urgency=_("62 right, 24 too high"),
    ),
)
