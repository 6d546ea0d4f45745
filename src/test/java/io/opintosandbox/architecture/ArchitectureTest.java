package io.opintosandbox.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The house stands as docs/architecture.md says; each rule gives its reason when it fails. */
class ArchitectureTest {
    private static final String ROOT = "io.opintosandbox";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void id_and_json_know_nobody() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".id..", ROOT + ".json..")
                .should()
                .dependOnClassesThat(
                        ours().and(DescribedPredicate.not(resideInAnyPackage(ROOT + ".id..", ROOT + ".json.."))))
                .because("rules about hetus and OIDs, and our JSON, are used everywhere and must not pull anything in")
                .check(CODE);
    }

    @Test
    void world_knows_only_its_settings_and_its_database() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".world..")
                .should()
                .dependOnClassesThat(ours().and(DescribedPredicate.not(
                        resideInAnyPackage(ROOT + ".world..", ROOT + ".config..", ROOT + ".store..", ROOT + ".id.."))))
                .because("a world is put together from features, so it cannot know them")
                .check(CODE);
    }

    @Test
    void store_knows_no_feature() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAPackage(ROOT + ".store.."))))
                .because("the database serves every feature alike")
                .check(CODE);
    }

    @Test
    void config_is_read_by_all_and_reads_nobody() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".config..")
                .should()
                .dependOnClassesThat(ours().and(DescribedPredicate.not(resideInAPackage(ROOT + ".config.."))))
                .because("settings are checked before anything else exists")
                .check(CODE);
    }

    @Test
    void the_population_register_does_not_know_the_registry() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".vtj..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + ".registry..", ROOT + ".access..", ROOT + ".http..", ROOT + ".control.."))
                .because("the registry asks the population register, never the other way round")
                .check(CODE);
    }

    @Test
    void the_registry_does_not_know_who_steers_or_shows_it() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".registry..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + ".control..", ROOT + ".ui..", ROOT + ".fixtures.."))
                .because("the registry behaves as the published service, which has none of them")
                .check(CODE);
    }

    @Test
    void only_the_edge_touches_the_web_framework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT,
                        ROOT + ".http..",
                        ROOT + ".access..",
                        ROOT + ".control..",
                        ROOT + ".ui..",
                        ROOT + ".neighbours..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".registry.RegistryApi")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
                .because("rules must be readable, and testable, without HTTP")
                .check(CODE);
    }

    @Test
    void only_http_touches_jetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..")
                .because("Jetty's inner interfaces change; one package has to be looked at then")
                .check(CODE);
    }

    @Test
    void jdbc_is_spoken_in_store_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer..", "org.h2..")
                .because("transactions and errors of the database are dealt with once")
                .check(CODE);
    }

    @Test
    void statements_stand_in_repositories() {
        var statements = new DescribedPredicate<JavaClass>("Sql") {
            @Override
            public boolean test(JavaClass type) {
                return type.getFullName().equals(ROOT + ".store.Sql");
            }
        };
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".store..")
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .should()
                .dependOnClassesThat(statements)
                .because("whoever looks for a statement looks into the feature's repository")
                .check(CODE);
    }

    @Test
    void repositories_are_behind_their_service() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .because("other features come in by the service, which knows the rules")
                .check(CODE);
    }

    @Test
    void time_comes_from_the_clock_of_a_world() {
        noClasses()
                .should(callWithoutArguments(Set.of(
                        "java.time.Instant.now",
                        "java.time.LocalDate.now",
                        "java.time.LocalDateTime.now",
                        "java.time.ZonedDateTime.now",
                        "java.time.OffsetDateTime.now",
                        "java.time.Year.now",
                        "java.lang.System.currentTimeMillis",
                        "java.util.Date.<init>")))
                .because("a clock that moves only half of the system is a trap")
                .check(CODE);
    }

    @Test
    void the_machines_clock_is_taken_in_one_place() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".OpintoSandbox")
                .should()
                .callMethodWhere(call("java.time.Clock", "systemUTC").or(call("java.time.Clock", "systemDefaultZone")))
                .because("whoever takes the machine's clock runs past the world's")
                .check(CODE);
    }

    @Test
    void nothing_sleeps() {
        noClasses()
                .should()
                .callMethodWhere(call("java.lang.Thread", "sleep"))
                .because("work that waits is due at a time, so that a moved clock can do it at once")
                .check(CODE);
    }

    @Test
    void chance_comes_from_the_seed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .because("the same seed gives the same world")
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".id.OidGenerator")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .because("only --oids random asks for real chance")
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".access.session.Sessions")
                .should()
                .callMethodWhere(call("java.lang.Math", "random").or(call("java.util.UUID", "randomUUID")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .because(
                        "the same seed gives the same world; only a cookie must not be another session's after a restart")
                .check(CODE);
    }

    @Test
    void packages_below_the_root_have_no_cycles() {
        slices().matching(ROOT + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be readable without all the others")
                .check(CODE);
    }

    @Test
    void features_of_the_registry_have_no_cycles() {
        slices().matching(ROOT + ".registry.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be readable without all the others")
                .check(CODE);
    }

    @Test
    void nobody_below_the_root_knows_the_root() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".*..")
                .and()
                .resideOutsideOfPackage(ROOT + ".junit")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT))
                .because("the root puts everything together; only the JUnit extension, which holds a server as any"
                        + " program that embeds one does, comes after it")
                .check(CODE);
    }

    @Test
    void only_the_extension_touches_junit() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", ROOT + ".junit")
                .because("whoever embeds or runs the server need not have JUnit")
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage(ROOT + "..");
    }

    private static DescribedPredicate<JavaMethodCall> call(String owner, String method) {
        return DescribedPredicate.describe(
                "calls " + owner + "." + method,
                call -> call.getTargetOwner().getFullName().equals(owner)
                        && call.getName().equals(method));
    }

    /** Calls of these methods and constructors without an argument; {@code now(clock)} is another matter. */
    private static ArchCondition<JavaClass> callWithoutArguments(Set<String> forbidden) {
        return new ArchCondition<>("call " + forbidden + " without a clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (isForbidden(access)) {
                        events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
                    }
                }
            }

            private boolean isForbidden(JavaAccess<?> access) {
                var target = access.getTargetOwner().getFullName() + "." + access.getName();
                var parameters = access instanceof JavaMethodCall call
                        ? call.getTarget().getRawParameterTypes()
                        : access instanceof JavaConstructorCall call
                                ? call.getTarget().getRawParameterTypes()
                                : null;
                return forbidden.contains(target) && parameters != null && parameters.isEmpty();
            }
        };
    }
}
