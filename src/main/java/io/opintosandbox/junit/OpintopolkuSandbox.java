package io.opintosandbox.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class a private Opintopolku, as parameter of type {@link io.opintosandbox.Sandbox}.
 *
 * <pre>{@code
 * @OpintopolkuSandbox(seed = 7)
 * class AdapterTest {
 *     @Test
 *     void renews_the_session_after_a_restart(Sandbox opintopolku) {
 *         opintopolku.faults().expireSessions();
 *         var answer = adapter(opintopolku.baseUrl(), opintopolku.credentials("peppi")).fetch("010190-901R");
 *         opintopolku.requests().withPath("/cas/v1/tickets").hasSize(1);
 *     }
 * }
 * }</pre>
 *
 * <p>There is one server in a test run, started when the first test needs it, and one world in it for each annotated
 * class or each test method. Worlds share nothing, so tests may run in parallel. When a test fails, the last calls that
 * its world has seen are printed. For JUnit 5.10 and newer, and JUnit 6.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(OpintopolkuExtension.class)
public @interface OpintopolkuSandbox {

    /** The same seed gives the same people and the same OIDs. */
    long seed() default 1;

    /** The scenario that a world begins with; empty means the personas alone. */
    String scenario() default "";

    /** {@code sandbox}, {@code test} or {@code production}; empty means {@code sandbox}. */
    String profile() default "";

    /** How long a world lives. */
    Lifespan world() default Lifespan.PER_CLASS;

    /**
     * Whether an adapter's bad habits fail its tests: at the end of a test method the report on its world must show none.
     * Needs {@link Lifespan#PER_METHOD}.
     */
    boolean strict() default false;

    /** How long a world lives. */
    enum Lifespan {
        /** The tests of the annotated class, those of its nested classes among them, share a world. */
        PER_CLASS,
        /** Each test method, each turn of a repeated or parameterized one, has a world of its own. */
        PER_METHOD
    }
}
