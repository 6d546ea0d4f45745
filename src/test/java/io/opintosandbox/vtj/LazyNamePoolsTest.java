package io.opintosandbox.vtj;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Start-up may not pay for the population (design decision 5): a class loader of its own shows what one loads. */
class LazyNamePoolsTest {

    private static final String POOLS = "io.opintosandbox.vtj.NamePools";

    @Test
    void name_pools_and_jackson_are_loaded_with_the_first_person_and_not_before() throws Exception {
        try (var classes = new Probe()) {
            Class<?> factoryClass = classes.loadClass(PersonFactory.class.getName());
            Object factory = factoryClass.getMethod("ofClasspath").invoke(null);
            Class<?> populationClass = classes.loadClass(Population.class.getName());
            Object population = populationClass
                    .getConstructor(long.class, int.class, factoryClass)
                    .newInstance(1L, Population.MAX_SIZE, factory);
            assertFalse(classes.hasLoaded(POOLS));
            assertFalse(classes.hasLoaded(ObjectMapper.class.getName()));

            populationClass.getMethod("at", int.class).invoke(population, 0);
            assertTrue(classes.hasLoaded(POOLS));
        }
    }

    private static final class Probe extends URLClassLoader {

        Probe() {
            super(
                    Stream.of(
                                    Population.class,
                                    ObjectMapper.class,
                                    JavaTimeModule.class,
                                    JsonFactory.class,
                                    JsonValue.class)
                            .map(type ->
                                    type.getProtectionDomain().getCodeSource().getLocation())
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        boolean hasLoaded(String name) {
            return findLoadedClass(name) != null;
        }
    }
}
