package io.opintosandbox.junit;

import io.opintosandbox.Sandbox;
import io.opintosandbox.junit.OpintopolkuSandbox.Lifespan;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/** What {@link OpintopolkuSandbox} does. Use the annotation. */
final class OpintopolkuExtension implements ParameterResolver, AfterEachCallback, AfterAllCallback {
    /** JUnit makes it. */
    OpintopolkuExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var annotated = Annotated.around(context);
        var holder = annotated
                .holder(context)
                .orElseThrow(
                        () -> new ParameterResolutionException("With world = PER_METHOD there is no Sandbox yet in "
                                + parameter.getDeclaringExecutable().getName()
                                + ": take it in the test method or in @BeforeEach, or say world = PER_CLASS."));
        return world(holder, annotated);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        after(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        after(context);
    }

    private static void after(ExtensionContext context) {
        var failure = context.getExecutionException();
        if (failure.isPresent()) {
            if (!(failure.get() instanceof TestAbortedException)) {
                tell(context);
            }
            return;
        }
        var annotated = Annotated.around(context);
        if (annotated.options().strict() && annotated.isWorldsLast(context)) {
            held(context).ifPresent(world -> GoodHabits.demand(world.sandbox()));
        }
    }

    /** Prints what a test that has failed had called; a report entry would be shown by few who run tests. */
    private static void tell(ExtensionContext context) {
        Annotated.around(context)
                .holder(context)
                .flatMap(OpintopolkuExtension::held)
                .ifPresent(world -> {
                    var calls = world.sandbox().requests();
                    System.err.println(context.getDisplayName() + " has failed; "
                            + (calls.size() == 0
                                    ? "its Opintopolku has not been called."
                                    : "the last calls that its Opintopolku has seen:\n" + calls));
                });
    }

    private static Optional<HeldWorld> held(ExtensionContext holder) {
        return Optional.ofNullable(holder.getStore(RunningServer.NAMESPACE).get(key(holder), HeldWorld.class));
    }

    @SuppressWarnings("deprecation") // what replaces it came with JUnit 6
    private static Sandbox world(ExtensionContext holder, Annotated annotated) {
        return holder.getStore(RunningServer.NAMESPACE)
                .getOrComputeIfAbsent(
                        key(holder),
                        key -> new HeldWorld(RunningServer.of(holder).newWorld(name(holder), annotated.options())),
                        HeldWorld.class)
                .sandbox();
    }

    /** Of this context alone: a store shows what is in the stores around it too. */
    private static String key(ExtensionContext holder) {
        return "world of " + holder.getUniqueId();
    }

    private static String name(ExtensionContext holder) {
        var type = holder.getRequiredTestClass().getSimpleName();
        return holder.getTestMethod()
                .map(method -> type + "." + method.getName())
                .orElse(type);
    }

    /** The annotated class around a test, and what its annotation says. */
    private record Annotated(ExtensionContext context, OpintopolkuSandbox options) {

        static Annotated around(ExtensionContext test) {
            for (Optional<ExtensionContext> outer = Optional.of(test);
                    outer.isPresent();
                    outer = outer.flatMap(ExtensionContext::getParent)) {
                var context = outer.get();
                if (context.getTestMethod().isPresent()) {
                    continue;
                }
                var options = AnnotationSupport.findAnnotation(context.getTestClass(), OpintopolkuSandbox.class);
                if (options.isPresent()) {
                    return new Annotated(context, possible(options.get()));
                }
            }
            throw new ExtensionConfigurationException(
                    "Neither " + test.getRequiredTestClass().getName()
                            + " nor a class around it has the annotation @OpintopolkuSandbox.");
        }

        private static OpintopolkuSandbox possible(OpintopolkuSandbox options) {
            if (options.strict() && options.world() == Lifespan.PER_CLASS) {
                throw new ExtensionConfigurationException(
                        "@OpintopolkuSandbox(strict = true) needs world = PER_METHOD: the adapters of a class's tests"
                                + " together would look like one that logs in for every call.");
            }
            return options;
        }

        /** Whether a world ends when this context does. */
        boolean isWorldsLast(ExtensionContext ending) {
            return holder(ending)
                    .filter(holder -> holder.getUniqueId().equals(ending.getUniqueId()))
                    .isPresent();
        }

        /** The context that the world belongs to; empty when it is that of a method and there is none. */
        Optional<ExtensionContext> holder(ExtensionContext test) {
            if (options.world() == Lifespan.PER_CLASS) {
                return Optional.of(context);
            }
            return Optional.of(test).filter(some -> some.getTestMethod().isPresent());
        }
    }
}
