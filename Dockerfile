# A small image that serves the atlas as an ordinary user; the database is built into it.
FROM python:3.13-slim AS made
WORKDIR /atlas
COPY requirements/runtime.txt requirements/runtime.txt
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/runtime.txt
COPY pyproject.toml README.md LICENSE LICENSE-DATA ./
COPY geo geo
COPY data data
COPY dashboard dashboard
COPY savivalda savivalda
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
 && DATA_DIR=/var/lib/savivalda /venv/bin/savivalda build --demo \
 && /venv/bin/pip uninstall --yes hatchling editables pip

# What is served belongs to root and is only read: `docker run --read-only --tmpfs /tmp` does. No shell
# is needed, and nothing that installs is left.
FROM python:3.13-slim
RUN useradd --system --no-create-home --uid 10001 atlas \
 && pip uninstall --yes pip \
 && rm -rf /usr/local/lib/python3.13/ensurepip /usr/bin/apt* /usr/bin/dpkg* /usr/lib/apt /var/lib/apt
COPY --from=made /venv /venv
COPY --from=made /var/lib/savivalda /var/lib/savivalda
USER 10001
WORKDIR /var/lib/savivalda
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    DATA_DIR=/var/lib/savivalda HOST=0.0.0.0 PORT=8050 WORKERS=2
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD \
  ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health', timeout=4)"]
CMD ["savivalda", "serve"]
