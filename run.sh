#!/bin/sh
# ./run.sh [options]      builds when needed and starts the sandbox; --help lists the options
# ./run.sh health [--wait [SECONDS]]
# ./run.sh test           everything that must pass
# ./run.sh format         formats the sources
# ./run.sh conformance DIR [options of its run.py]   black-box cases against a server of its own
set -eu
cd "$(dirname "$0")"
jar=target/opinto-sandbox.jar

maven() {
    ./mvnw --batch-mode --no-transfer-progress "$@"
}

build() {
    # A stamp of its own, because Maven leaves the jar's time alone when nothing in it has changed.
    if [ ! -f "$jar" ] || [ ! -f target/built ] \
        || [ -n "$(find pom.xml src/main fixtures -newer target/built -print 2>/dev/null | head -n 1)" ]; then
        echo "building …" >&2
        maven --quiet -Dmaven.test.skip=true package >&2
        touch target/built
    fi
}

case "${1:-}" in
    test)
        shift
        maven -Pstrict verify "$@"
        ;;
    format)
        maven --quiet spotless:apply
        ;;
    conformance)
        shift
        build
        exec sh .ci/conformance "$@"
        ;;
    *)
        build
        exec java ${SANDBOX_JAVA_OPTS:-} -jar "$jar" "$@"
        ;;
esac
