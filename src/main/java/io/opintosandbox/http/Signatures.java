package io.opintosandbox.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What messages about bodies name as the method that would have taken them. Contract: registry-api.md 2. */
final class Signatures {
    private static final Pattern OUR_CLASS =
            Pattern.compile("io\\.opintosandbox(?:[.$][\\w$]*?)*[.$](\\w+)(?![\\w$.])");

    private Signatures() {}

    /** A plausible method of the published service's controllers: its real ones are no part of the contract. */
    static String of(String path, String method, Class<?> body) {
        var segments = Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                .toList();
        var api = segments.get(0);
        var name = segments.stream()
                .skip(1)
                .map(segment -> capitalized(segment.replaceAll("[={}].*", "")))
                .collect(Collectors.joining());
        return "public java.lang.Object fi.vm.sade.oppijanumerorekisteri.controllers." + capitalized(api)
                + "Controller." + method.toLowerCase(Locale.ROOT) + name
                + "(fi.vm.sade.oppijanumerorekisteri.dto." + body.getSimpleName() + ")";
    }

    /** A message that names classes of ours, as the published service would name its own. */
    static String published(String message) {
        return OUR_CLASS.matcher(message).replaceAll("fi.vm.sade.oppijanumerorekisteri.dto.$1");
    }

    private static String capitalized(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
