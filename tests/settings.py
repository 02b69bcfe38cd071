"""The site's settings for tests: a database that is thrown away, fast password hashes, no lock-out between tests."""

from crampcoach.settings import *  # noqa: F403
from crampcoach.settings import MIDDLEWARE, STORAGES, env

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
if "DATABASE_URL" not in env.ENVIRON:
    DATABASES = {"default": env.db_url_config("sqlite://:memory:")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Every page is rendered with the hashed names of the files, as in production, without collecting them first.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# The files are served in the browser tests alone.
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]
AXES_ENABLED = False
