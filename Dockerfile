# Saksama in a container: no network when it runs, no root, papers in and out by volumes. docs/panduan.md says how.
#   docker build -t saksama .                      the program
#   docker build -t saksama --build-arg SET=ocr .  also reads scans
# For a release, pin the base image by its digest: --build-arg BASE=python:3.13-slim-bookworm@sha256:...
ARG BASE=python:3.13-slim-bookworm

FROM ${BASE} AS build
ARG SET=run
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 SOURCE_DATE_EPOCH=1735689600
WORKDIR /src
COPY requirements requirements
RUN python -m venv /build \
    && /build/bin/pip install --require-hashes --only-binary=:all: -r requirements/build.txt \
    && python -m venv /opt/saksama \
    && /opt/saksama/bin/pip install --require-hashes --only-binary=:all: -r requirements/${SET}.txt
COPY . .
RUN /build/bin/pip wheel --no-index --no-deps --no-build-isolation -w /dist . \
    && /opt/saksama/bin/pip install --no-index --no-deps /dist/saksama-*.whl \
    && /opt/saksama/bin/pip uninstall -q -y pip

FROM ${BASE}
LABEL org.opencontainers.image.title="Saksama" \
    org.opencontainers.image.description="Memeriksa dokumen kinerja (SAKIP) terhadap buku aturan"
COPY --from=build /opt/saksama /opt/saksama
# Any user may run it: results belong to whoever starts the container with --user.
RUN useradd --uid 1000 --home-dir /data saksama \
    && mkdir -p /masukan /hasil /data /tembolok \
    && chown saksama /hasil /data /tembolok \
    && chmod 1777 /data /tembolok
ENV PATH=/opt/saksama/bin:$PATH HOME=/data SAKSAMA_DATA=/data XDG_CACHE_HOME=/tembolok PYTHONDONTWRITEBYTECODE=1
USER saksama
WORKDIR /hasil
VOLUME ["/hasil", "/data", "/tembolok"]
ENTRYPOINT ["saksama"]
CMD ["--help"]
