package io.opintosandbox.clients;

import java.util.Map;

/** How a program gets a service ticket from the same two calls. Facts: clients.md, habit 4. */
enum CasHabit {
    /** Posts to the Location as it stands and sends the service encoded, as form libraries do. */
    WHOLE_LOCATION {
        @Override
        String ticket(Wire wire, String cas, String location, String service) {
            return wire.form(location, Map.of("service", service)).body();
        }
    },
    /** Takes the text after the last slash, builds its own URL, and glues the service on without encoding it. */
    LAST_SEGMENT {
        @Override
        String ticket(Wire wire, String cas, String location, String service) {
            var tgt = location.substring(location.lastIndexOf('/') + 1);
            return wire.rawForm(cas + "/v1/tickets/" + tgt, "service=" + service)
                    .body()
                    .trim();
        }
    };

    abstract String ticket(Wire wire, String cas, String location, String service);

    /** Logs in with a password and draws a ticket for a service. */
    String draw(Wire wire, String cas, String service, String username, String password) {
        var granted = wire.form(cas + "/v1/tickets", Map.of("username", username, "password", password));
        if (granted.statusCode() != 201) {
            throw new IllegalStateException("CAS said " + granted.statusCode());
        }
        return ticket(wire, cas, granted.headers().firstValue("Location").orElseThrow(), service);
    }
}
