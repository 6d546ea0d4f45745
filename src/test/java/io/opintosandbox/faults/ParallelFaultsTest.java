package io.opintosandbox.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opintosandbox.testing.TestSandbox;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The next n calls, no matter how many come at once: control-api.md, "faults". */
class ParallelFaultsTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @RegisterExtension
    static final FaultyWorld world = new FaultyWorld(sandbox);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"{'status':503}, 503", "{'drop':true}, 0", "{'drop':'after'}, 0"})
    void exactly_so_many_are_struck(String effect, int status) {
        var fault = world.goesWrong("{'effect':" + effect + ",'times':37}");

        var struck = Stream.generate(() -> world.send(world.prequelRequest(world.token()))
                        .handle((answer, e) -> answer == null ? 0 : answer.statusCode()))
                .limit(200)
                .toList()
                .stream()
                .filter(answer -> answer.join() == status)
                .count();

        assertEquals(37, struck);
        assertEquals(37, world.struck(fault));
    }
}
