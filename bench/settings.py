"""The site's settings with the bare view beside it."""

from crampcoach.settings import *  # noqa: F403

SECRET_KEY = "only-for-measuring"
ROOT_URLCONF = "bench.urls"
