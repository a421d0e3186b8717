# SPDX-License-Identifier: EUPL-1.2
# Builds the program and the search index; the image that runs holds only those and the glossary.
FROM rust:1.95-slim-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY build build
COPY src src
COPY templates templates
RUN cargo build --locked --profile image --bin taalbrug
# Git is not here: with `taalbrug history --write` before the build, the history comes along as glossary/history.jsonl.
COPY glossary glossary
RUN target/image/taalbrug check && target/image/taalbrug index

# No shell and no package manager; the C library and certificates are all there is.
FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /build/target/image/taalbrug /usr/local/bin/taalbrug
COPY --from=build /build/glossary /srv/glossary
COPY --from=build /build/index /srv/index
WORKDIR /srv
USER 65532:65532
ENV TAALBRUG_LISTEN=0.0.0.0:8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=5s CMD ["/usr/local/bin/taalbrug", "health"]
ENTRYPOINT ["/usr/local/bin/taalbrug"]
CMD ["serve"]
