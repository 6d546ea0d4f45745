package io.opintosandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of classes in messages. */
class SignaturesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(bound as `io.opintosandbox.registry.yleistunniste.Wire$HaeRequest`): not allowed"
                        + " | (bound as `fi.vm.sade.oppijanumerorekisteri.dto.HaeRequest`): not allowed",
                "of type `io.opintosandbox.registry.henkilo.dto.HenkiloCreateDto` from Array"
                        + " | of type `fi.vm.sade.oppijanumerorekisteri.dto.HenkiloCreateDto` from Array",
                "nothing of ours: `java.time.LocalDate` | nothing of ours: `java.time.LocalDate`"
            })
    void classes_of_ours_are_named_as_the_published_service_would_name_its_own(String ours, String published) {
        assertEquals(published, Signatures.published(ours));
    }
}
