"""What people type when they look for a page, in English and Dutch, beside the words that stand in its row.

A reviewed table: each phrase leads to pages by kind and slug, the likeliest first. A word that belongs to one symptom alone
is better placed in that symptom's `also_called`, where editors can change it.
"""

from collections.abc import Mapping

LAY_WORDS: Mapping[str, tuple[str, ...]] = {
    # cramps
    "charley horse": ("cause:muscle-fatigue", "cause:night-cramps"),
    "muscle cramp": ("cause:muscle-fatigue", "symptom:hard-knot-in-the-muscle"),
    "calf cramp": ("cause:muscle-fatigue", "symptom:hard-knot-in-the-muscle"),
    "leg cramp": ("cause:muscle-fatigue", "symptom:night-cramp"),
    "hamstring cramp": ("cause:muscle-fatigue", "cause:leg-muscle-strain"),
    "spasm": ("symptom:hard-knot-in-the-muscle", "symptom:back-locks"),
    "kramp": ("cause:muscle-fatigue", "symptom:hard-knot-in-the-muscle"),
    "kuitkramp": ("cause:muscle-fatigue", "cause:night-cramps"),
    "nachtkramp": ("symptom:night-cramp", "cause:night-cramps"),
    "growing pains": ("symptom:night-cramp", "cause:delayed-soreness"),
    "restless legs": ("symptom:night-cramp", "cause:night-cramps"),
    "pickle juice": ("cause:muscle-fatigue",),
    "electrolytes": ("cause:salt-loss", "cause:dehydration"),
    # stitch
    "stitch": ("cause:side-stitch", "symptom:side-stitch-pain"),
    "side cramp": ("cause:side-stitch", "symptom:side-stitch-pain"),
    "steken in de zij": ("cause:side-stitch", "symptom:side-stitch-pain"),
    # muscles and tendons
    "hamstring": ("cause:leg-muscle-strain", "cause:hamstring-origin-tendon"),
    "pulled calf": ("cause:leg-muscle-strain", "symptom:pop-or-kick"),
    "torn calf": ("cause:leg-muscle-strain", "symptom:pop-or-kick"),
    "torn muscle": ("cause:leg-muscle-strain", "symptom:pop-or-kick"),
    "zweepslag": ("cause:leg-muscle-strain", "symptom:pop-or-kick"),
    "spierpijn": ("cause:delayed-soreness", "symptom:sore-for-days"),
    "shin splint": ("cause:shin-splints",),
    "scheenbeenvliesontsteking": ("cause:shin-splints",),
    "plantar fasciitis": ("cause:achilles-heel-pain",),
    "heel spur": ("cause:achilles-heel-pain",),
    "hielspoor": ("cause:achilles-heel-pain",),
    "achillespees": ("cause:achilles-heel-pain",),
    # back and nerves
    "sciatica": ("cause:disc-nerve-root", "symptom:pain-below-the-knee"),
    "slipped disc": ("cause:disc-nerve-root",),
    "hernia": ("cause:disc-nerve-root",),
    "ischias": ("cause:disc-nerve-root", "symptom:pain-below-the-knee"),
    "lumbago": ("cause:back-muscle-strain", "symptom:back-locks"),
    "threw my back out": ("symptom:back-locks", "cause:back-muscle-strain"),
    "bad back": ("cause:back-muscle-strain", "cause:persistent-back-pain"),
    "spit": ("symptom:back-locks", "cause:back-muscle-strain"),
    "rugpijn": ("cause:back-muscle-strain", "cause:persistent-back-pain"),
    "piriformis": ("cause:deep-gluteal", "symptom:one-sided-buttock-pain"),
    "pins and needles": ("symptom:numb-or-tingling-foot", "cause:nerve-disorder"),
    "pinched nerve": ("cause:disc-nerve-root", "cause:deep-gluteal"),
    # what cannot wait
    "heart attack": ("warning_sign:possible-heart-attack", "page:help"),
    "chest pain": ("warning_sign:possible-heart-attack", "page:help"),
    "pijn op de borst": ("warning_sign:possible-heart-attack", "page:help"),
    "cannot breathe": ("warning_sign:breathless-at-rest", "page:help"),
    "stroke": ("warning_sign:possible-stroke", "page:help"),
    "passed out": ("warning_sign:exertional-collapse", "page:help"),
    "heat stroke": ("warning_sign:exertional-heat-stroke", "page:help"),
    "cant breathe": ("warning_sign:breathless-at-rest", "page:help"),
    "cant pee": ("warning_sign:cauda-equina", "page:help"),
    "cannot pee": ("warning_sign:cauda-equina", "page:help"),
    "blood clot": ("warning_sign:possible-dvt", "symptom:swollen-calf"),
    "trombose": ("warning_sign:possible-dvt", "symptom:swollen-calf"),
    "emergency number": ("page:help",),
    "ambulance": ("page:help",),
    "112": ("page:help",),
    "999": ("page:help",),
    "911": ("page:help",),
}
