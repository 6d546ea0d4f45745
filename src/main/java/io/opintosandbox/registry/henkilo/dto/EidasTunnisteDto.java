package io.opintosandbox.registry.henkilo.dto;

import java.util.List;

/** An eIDAS identifier. Contract: registry-api.md 5.2. */
public record EidasTunnisteDto(String tunniste) {

    static List<EidasTunnisteDto> of(List<String> tunnisteet) {
        return tunnisteet.stream().map(EidasTunnisteDto::new).toList();
    }
}
