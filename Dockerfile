# The sandbox in a container: docker build -t opinto-sandbox . ; how to use it in tests: docs/testcontainers.md
FROM eclipse-temurin:17-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY fixtures fixtures
RUN ./mvnw --batch-mode --no-transfer-progress --quiet -Dmaven.test.skip=true package \
    && cp -r target/server /opt/opinto-sandbox

# As much of Java as the server uses, and an archive of the loaded classes, which halves the time to start. The archive
# is good for this Java and for these paths.
RUN jlink --add-modules java.base,java.logging,java.management,java.naming,java.sql,java.xml,jdk.unsupported \
        --strip-java-debug-attributes --no-man-pages --no-header-files --compress=2 --generate-cds-archive \
        --output /opt/java \
    && /opt/java/bin/java -XX:ArchiveClassesAtExit=/opt/opinto-sandbox/opinto-sandbox.jsa -Xlog:disable \
        -jar /opt/opinto-sandbox/opinto-sandbox.jar rehearse

FROM debian:bookworm-slim
COPY LICENSE /opt/opinto-sandbox/
COPY --from=build /opt/java /opt/java
COPY --from=build /opt/opinto-sandbox /opt/opinto-sandbox
USER 10001:10001
# Open to whoever reaches the container, so it does not start without SANDBOX_CONTROL_TOKEN: choose one for each run.
ENV SANDBOX_HOST=0.0.0.0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=35s --start-period=30s \
    CMD ["/opt/java/bin/java", "-jar", "/opt/opinto-sandbox/opinto-sandbox.jar", "health", "--wait"]
ENTRYPOINT ["/opt/java/bin/java", "-XX:MaxRAMPercentage=75", "-XX:SharedArchiveFile=/opt/opinto-sandbox/opinto-sandbox.jsa", "-Xlog:cds=off", "-Xlog:cds+dynamic=off", "-jar", "/opt/opinto-sandbox/opinto-sandbox.jar"]
