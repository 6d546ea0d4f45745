#!/bin/sh
# ./run.sh [options]      builds when needed and starts the sandbox; --help lists the options
# ./run.sh health [--wait [SECONDS]]
# ./run.sh test           everything that must pass
# ./run.sh format         formats the sources
# ./run.sh conformance DIR [options of its run.py]   black-box cases against a server of its own
set -eu
cd "$(dirname "$0")"
jar=target/server/opinto-sandbox.jar
classes=target/server/opinto-sandbox.jsa

if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
command -v "$java" >/dev/null 2>&1 || {
    echo "No Java found: install a JDK, 17 or newer, or set JAVA_HOME to one." >&2
    exit 1
}

maven() {
    ./mvnw --batch-mode --no-transfer-progress "$@"
}

build() {
    # A stamp of its own, because Maven leaves the times of what it builds alone when nothing in them has changed.
    if [ ! -f "$jar" ] || [ ! -f target/built ] \
        || [ -n "$(find pom.xml src/main fixtures -newer target/built -print 2>/dev/null | head -n 1)" ]; then
        echo "building …" >&2
        maven --quiet -Dmaven.test.skip=true package >&2
        rm -f "$classes"
        touch target/built
    fi
    # An archive of the loaded classes halves the time to start. Without it everything works as well. It fits one jar,
    # so it is made anew when a test run has built the jar again.
    if [ ! -f "$classes" ] || [ "$jar" -nt "$classes" ]; then
        rm -f "$classes"
        "$java" -XX:ArchiveClassesAtExit="$classes" -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$jar" rehearse \
            >/dev/null 2>&1 || rm -f "$classes"
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
        exec .ci/conformance "$@"
        ;;
    *)
        build
        exec "$java" -Xshare:auto -XX:SharedArchiveFile="$classes" -Xlog:cds=off -Xlog:cds+dynamic=off -jar "$jar" "$@"
        ;;
esac
