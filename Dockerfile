# Stage 1: packages into a virtual environment, static files collected. Stage 2: only what runs.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt .
RUN /venv/bin/pip install -r requirements.txt
COPY manage.py ./
COPY crampcoach ./crampcoach
COPY templates ./templates
COPY static ./static
COPY fixtures ./fixtures
RUN SECRET_KEY=only-for-collectstatic /venv/bin/python manage.py collectstatic --no-input

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PORT=8000 HOST=0.0.0.0 \
    DATABASE_URL=sqlite:////app/var/data/crampcoach.sqlite3
RUN useradd --system --uid 10001 --home-dir /app runner
WORKDIR /app
COPY --from=build /venv /venv
COPY --from=build --chown=runner /app /app
RUN install --directory --owner=runner var/data
USER 10001
VOLUME /app/var/data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz/', timeout=4)"]
# One command prepares the database and serves; SECRET_KEY, ALLOWED_HOSTS and DATABASE_URL come from outside.
CMD ["sh", "-c", "python manage.py migrate --no-input && python manage.py load_content && python manage.py publish --first && exec python manage.py serve"]
