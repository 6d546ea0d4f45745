package io.opintosandbox.access.cas;

import io.opintosandbox.access.Logins.Login;
import io.opintosandbox.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What validation answers, in the two forms that clients ask for. Contract: auth.md 4. */
record ValidationAnswer(Login login, String code, String description) {

    static ValidationAnswer failure(String code, String description) {
        return new ValidationAnswer(null, code, description);
    }

    static ValidationAnswer of(Tickets.Validation validation) {
        if (validation instanceof Tickets.Validation.Success success) {
            return new ValidationAnswer(success.login(), null, null);
        }
        if (validation instanceof Tickets.Validation.OtherService other) {
            return failure(
                    "INVALID_SERVICE",
                    "Ticket '" + other.ticket() + "' does not match supplied service. The original service was '"
                            + other.original() + "' and the supplied service was '" + other.supplied() + "'.");
        }
        var unknown = (Tickets.Validation.Unknown) validation;
        return failure("INVALID_TICKET", "Ticket '" + unknown.ticket() + "' not recognized");
    }

    String xml() {
        return "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>\n"
                + (login == null ? failureXml() : successXml()) + "</cas:serviceResponse>";
    }

    String json() {
        if (login == null) {
            return response("authenticationFailure", ordered("code", code, "description", description));
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes().forEach((name, values) -> attributes.put(name, values));
        return response("authenticationSuccess", ordered("user", login.user().username(), "attributes", attributes));
    }

    private String failureXml() {
        return "    <cas:authenticationFailure code=\"" + code + "\">" + escaped(description)
                + "</cas:authenticationFailure>\n";
    }

    private String successXml() {
        var xml = new StringBuilder("    <cas:authenticationSuccess>\n        <cas:user>")
                .append(escaped(login.user().username()))
                .append("</cas:user>\n        \n        <cas:attributes>\n");
        attributes()
                .forEach((name, values) -> values.forEach(value -> xml.append("            <cas:" + name + ">")
                        .append(escaped(value))
                        .append("</cas:" + name + ">\n")));
        return xml.append("        </cas:attributes>\n    </cas:authenticationSuccess>\n")
                .toString();
    }

    private Map<String, List<String>> attributes() {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        attributes.put("oidHenkilo", List.of(login.user().oid()));
        attributes.put("kayttajaTyyppi", List.of(login.user().kayttajaTyyppi()));
        attributes.put("idpEntityId", List.of("usernamePassword"));
        attributes.put("roles", new ArrayList<>(login.user().casRoles()));
        return attributes;
    }

    private static String response(String outcome, Object content) {
        return Json.write(Map.of("serviceResponse", Map.of(outcome, content)));
    }

    private static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
