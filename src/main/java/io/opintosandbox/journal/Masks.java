package io.opintosandbox.journal;

import io.opintosandbox.id.SyntheticOnly;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides credentials and real hetus. What is left of a token, ticket or cookie is {@code ****} and eight digits that are
 * the same for the same value, so that one can see it used again; nothing is left of a password.
 */
final class Masks {
    private static final String HIDDEN = "****";

    /** Of these, nothing may be told. */
    private static final Set<String> PASSWORDS = Set.of("password", "client_secret", "salasana");

    /** Of these, whether two are the same may be told. */
    private static final Set<String> TOKENS = Set.of("ticket", "token", "access_token", "refresh_token", "csrf");

    /** Also where percent signs stand around it or in it. */
    private static final Pattern TICKET =
            Pattern.compile("(?:\\b|(?<=%[0-9A-Fa-f]{2}))(?:TGT|ST)(?:-|%2[Dd])(?!\\*)(?:[\\w-]|%2[Dd]){8,}");

    private static final Pattern JSON_SECRET = Pattern.compile(
            "(\"(?:password|salasana|client_?secret|(access_token|token))\"\\s*+:\\s*+\")([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)",
            Pattern.CASE_INSENSITIVE);

    /** Of a form that was sent as something else, the commonest first mistake. */
    private static final Pattern STRAY_PASSWORD =
            Pattern.compile("((?:^|[&?\\s])(?:password|client_secret|salasana)=)[^&\\s]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern ESCAPE = Pattern.compile("\\\\u00([0-7][0-9A-Fa-f])");

    private static final int KNOWN = 64;

    private final SyntheticOnly guard;

    /** What is left of the credentials of late: a digest of a token takes longer than all the rest of a call. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Masks(SyntheticOnly guard) {
        this.guard = guard;
    }

    String path(String path) {
        return hetus(tickets(path), Masks::percentDecoded);
    }

    String query(String query) {
        return form(query);
    }

    /** The fields of a form or a query. */
    String form(String form) {
        if (form == null) {
            return null;
        }
        var masked = new StringBuilder();
        for (var pair : form.split("&", -1)) {
            var equals = pair.indexOf('=');
            masked.append(masked.isEmpty() ? "" : "&");
            if (equals < 0) {
                masked.append(pair);
            } else {
                masked.append(pair, 0, equals + 1)
                        .append(value(pair.substring(0, equals).toLowerCase(Locale.ROOT), pair.substring(equals + 1)));
            }
        }
        return hetus(tickets(masked.toString()), Masks::percentDecoded);
    }

    /** A body that is no form. */
    String body(String body) {
        if (body == null) {
            return null;
        }
        var masked = body;
        masked = tickets(masked);
        masked = STRAY_PASSWORD.matcher(masked).replaceAll("$1" + quoted(HIDDEN));
        if (masked.contains("assword") || masked.contains("ecret") || masked.contains("oken")) {
            masked = JSON_SECRET.matcher(masked).replaceAll(found -> quoted(found.group(1) + secret(found)));
        }
        return hetus(masked, Masks::unescaped);
    }

    Map<String, List<String>> headers(List<Exchange.Field> fields) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (var field : fields) {
            var value = header(field.name().toLowerCase(Locale.ROOT), field.value());
            var known = headers.get(field.name());
            if (known == null) {
                headers.put(field.name(), List.of(value));
            } else {
                var all = new ArrayList<>(known);
                all.add(value);
                headers.put(field.name(), List.copyOf(all));
            }
        }
        return headers;
    }

    List<String> texts(List<String> texts) {
        return texts.isEmpty() ? List.of() : texts.stream().map(guard::mask).toList();
    }

    private String header(String name, String value) {
        return switch (name) {
            case "authorization", "proxy-authorization" -> {
                var space = value.indexOf(' ');
                if (value.regionMatches(true, 0, "Basic", 0, space)) {
                    yield "Basic " + HIDDEN;
                }
                yield value.substring(0, space + 1) + alike(value.substring(space + 1));
            }
            case "cookie" -> cookies(value);
            case "set-cookie" -> {
                var end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
                yield cookies(value.substring(0, end)) + value.substring(end);
            }
            case "cassecurityticket" -> ticket(value);
            case "csrf" -> alike(value);
            default -> hetus(tickets(value), Masks::percentDecoded);
        };
    }

    private String cookies(String cookies) {
        var masked = new StringBuilder();
        for (var cookie : cookies.split(";", -1)) {
            var equals = cookie.indexOf('=');
            masked.append(masked.isEmpty() ? "" : ";")
                    .append(
                            equals < 0
                                    ? alike(cookie)
                                    : cookie.substring(0, equals + 1) + alike(cookie.substring(equals + 1)));
        }
        return masked.toString();
    }

    private String value(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (PASSWORDS.contains(name)) {
            return HIDDEN;
        }
        return TOKENS.contains(name) ? ticket(value) : value;
    }

    private String secret(MatchResult found) {
        return found.group(2) == null ? HIDDEN : alike(found.group(3));
    }

    private String tickets(String text) {
        return text.contains("T-") || text.contains("T%2")
                ? TICKET.matcher(text).replaceAll(found -> quoted(ticket(found.group())))
                : text;
    }

    /** A ticket still tells of which kind it is. */
    private String ticket(String value) {
        var kind = value.startsWith("TGT") ? "TGT-" : value.startsWith("ST") ? "ST-" : "";
        return kind + alike(value);
    }

    private static String quoted(String text) {
        return java.util.regex.Matcher.quoteReplacement(text);
    }

    private String alike(String value) {
        if (value.isEmpty()) {
            return value;
        }
        var masked = known.get(value);
        if (masked == null) {
            masked = HIDDEN + digest(value);
            if (known.size() >= KNOWN) {
                known.clear();
            }
            known.put(value, masked);
        }
        return masked;
    }

    private static String digest(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** A hetu can hide behind escapes; then the text is shown without them. */
    private String hetus(String text, UnaryOperator<String> decode) {
        var masked = guard.mask(text);
        var decoded = decode.apply(masked);
        return guard.refuses(decoded) ? guard.mask(decoded) : masked;
    }

    private static String percentDecoded(String text) {
        return text.indexOf('%') < 0 ? text : PercentSigns.decoded(text);
    }

    private static String unescaped(String text) {
        return text.contains("\\u00")
                ? ESCAPE.matcher(text)
                        .replaceAll(found -> quoted(String.valueOf((char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
