package io.opintosandbox.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.access.Reasons;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import io.opintosandbox.virheraportti.Virheraportti;
import io.opintosandbox.virheraportti.Yritys.Torjuttu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads request bodies the way the registry does, and keeps real people out: a hetu that is not synthetic
 * is masked while it is read, so that no later step can store or log it, and the body is refused.
 * Contract: registry-api.md 1, control-api.md; decision 5 of the design.
 */
final class RegistryBodies {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new JavaTimeModule())
            .addHandler(new UnknownFields())
            .addModule(new SimpleModule().addDeserializer(String.class, new GuardedText()))
            .build();

    private RegistryBodies() {}

    /** A text that was not let in, where it stood, what is left of it, and the hetus in it. */
    private record Refused(String field, String masked, List<SyntheticOnly.Refusal> hetus) {
        String advice() {
            return switch (hetus.get(0).reason()) {
                case NOT_SYNTHETIC -> "only individual numbers 900-999 are nobody's; SANDBOX_ALLOW_HETUS admits others";
                case TEST_HETU_IN_PRODUCTION ->
                    "these settings refuse test hetus as production does; SANDBOX_TEST_HETUS=accept takes them";
            };
        }
    }

    /**
     * Where a body is read for.
     *
     * @param operation method and path as the table has them, for the error report
     * @param signature of the published service's method, for messages
     */
    record Target(String operation, String signature, long limit) {}

    /** Reads and checks the body of a call. Errors: the problems of a body, in the contract's order. */
    static <T extends BodyRules.Checked> T read(Context ctx, Class<T> type, Target target) {
        var kutsuja = RegistryDoor.kutsuja(ctx);
        var method = target.signature();
        var json = bytes(ctx, target.limit());
        List<Refused> refused = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        T body;
        try {
            body = parsed(json, type, method, kutsuja.world().part(SyntheticOnly.class), refused, unknown);
        } finally {
            Marks.unknownFields(ctx, unknown);
        }
        if (!refused.isEmpty() && !body.onlyLooksUp()) {
            report(kutsuja, target.operation(), refused);
        }
        var rules = new BodyRules(body.objectName());
        body.check(rules);
        for (var value : refused) {
            Reasons.of(ctx).add("a hetu was refused in " + value.field() + ": " + value.advice());
            if (!body.onlyLooksUp() && !rules.has(value.field())) {
                rules.require(false, "Hetu", value.field(), value.masked(), "invalid.hetu");
            }
        }
        rules.done(method);
        return body;
    }

    /** Before rights are looked at: somebody who may not call tried all the same. */
    private static void report(Kutsuja kutsuja, String operation, List<Refused> refused) {
        var hetus = refused.stream()
                .flatMap(text -> Torjuttu.in(text.field(), text.hetus()).stream())
                .toList();
        kutsuja.world().part(Virheraportti.class).lisaa(kutsuja.username(), operation, hetus);
    }

    /**
     * The first thing to look at, because it chooses the route. A body of another kind is 415, but without a body and
     * without a kind it is just missing, which {@link #read} tells.
     */
    static void checkContentType(Context ctx) {
        var missing = ctx.contentType() == null
                && ctx.req().getContentLengthLong() <= 0
                && ctx.header("Transfer-Encoding") == null;
        if (!missing && !isJson(ctx.contentType())) {
            throw Problem.notJson();
        }
    }

    /** The body, or 413 when it is over the limit. */
    private static byte[] bytes(Context ctx, long limit) {
        try {
            var in = ctx.bodyInputStream();
            if (ctx.req().getContentLengthLong() <= limit) {
                var body = in.readNBytes((int) limit + 1);
                if (body.length <= limit) {
                    return body;
                }
            }
            throw Problem.tooLarge(limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isJson(String contentType) {
        if (contentType == null) {
            return false;
        }
        var type = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static <T> T parsed(
            byte[] json,
            Class<T> type,
            String method,
            SyntheticOnly guard,
            List<Refused> refused,
            List<String> unknown) {
        if (json.length == 0) {
            throw Problem.unreadable("Required request body is missing: " + method);
        }
        var reader = MAPPER.readerFor(type)
                .withAttribute(SyntheticOnly.class, guard)
                .withAttribute(GuardedText.REFUSED, refused)
                .withAttribute(UnknownFields.class, unknown);
        try {
            var body = type.cast(lastKeyCounts(reader, json, refused, unknown));
            if (body == null) {
                throw Problem.unreadable("Required request body is missing: " + method);
            }
            return body;
        } catch (JsonProcessingException e) {
            // The parser's own words may quote the body.
            throw Problem.unreadable("JSON parse error: " + guard.mask(Signatures.published(e.getOriginalMessage())));
        } catch (IOException e) {
            throw Problem.unreadable(
                    "JSON parse error: " + guard.mask(Signatures.published(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Reads straight from the bytes; only when a key of a record is repeated, which Jackson does not take
     * there, by way of a tree, in which the last one counts.
     */
    private static Object lastKeyCounts(ObjectReader reader, byte[] json, List<Refused> refused, List<String> unknown)
            throws IOException {
        try {
            return reader.readValue(json);
        } catch (InvalidDefinitionException e) {
            refused.clear();
            unknown.clear();
            return reader.readValue(MAPPER.readTree(json));
        }
    }

    /** Text with the guard of decision 5 in it; also turns away what no database takes as text. */
    private static final class GuardedText extends StdScalarDeserializer<String> {
        static final String REFUSED = "refused";
        private static final long serialVersionUID = 1L;

        GuardedText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = StringDeserializer.instance.deserialize(parser, context);
            if (text == null) {
                return null;
            }
            if (!Json.isStorable(text)) {
                throw JsonMappingException.from(parser, "a text holds NUL or half of a surrogate pair");
            }
            var guard = (SyntheticOnly) context.getAttribute(SyntheticOnly.class);
            if (!guard.refuses(text)) {
                return text;
            }
            @SuppressWarnings("unchecked")
            var refused = (List<Refused>) context.getAttribute(REFUSED);
            var masked = guard.mask(text);
            refused.add(new Refused(field(parser), masked, guard.refusals(text)));
            return masked;
        }

        /** {@code /henkilot/1/henkilo/hetu} as {@code henkilot[1].henkilo.hetu}. */
        private static String field(JsonParser parser) {
            return parser.getParsingContext()
                    .pathAsPointer()
                    .toString()
                    .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                    .replace('/', '.')
                    .replaceFirst("^\\.", "");
        }
    }
}
