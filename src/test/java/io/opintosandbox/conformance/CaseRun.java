package io.opintosandbox.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opintosandbox.json.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** One case against one server: its people are made, its steps done in turn, its answers compared. */
final class CaseRun {
    private static final String UNIQUE_LETTERS = "bcdfghjkmnpqrstvwxz23456789";

    private final Target target;
    private final Case wanted;
    private final SplittableRandom random;
    private final String uniq;
    private final Templates templates = new Templates();
    private final Judge judge = new Judge(templates);
    private final Caller caller;
    private final Map<String, ObjectNode> persons = new LinkedHashMap<>();

    CaseRun(Target target, Case wanted, long seed, People people) {
        this.target = target;
        this.wanted = wanted;
        this.random = new SplittableRandom(seedOf(seed, wanted.id()));
        this.uniq = uniq();
        this.caller = new Caller(target, templates);
        templates
                .know("ctx", Caller.CONTEXT)
                .know("uniq", uniq)
                .know("uniqnum", Integer.toString(random.nextInt(100_000_000, 1_000_000_000)))
                .know("unknownOid", Identifiers.personOid("24", random.nextLong(1_000_000_000L, 2_000_000_000L)))
                .know("org", Json.node(target.organisations()))
                .know("users", users());
        wanted.persons().forEach((name, spec) -> {
            persons.put(name, people.make(fillEarly(spec), random));
            templates.know(name, persons.get(name));
        });
    }

    /** Does it all and answers what was not as recorded, nothing when all was. */
    List<String> differences() {
        int number = 0;
        try {
            target.control().ifPresent(this::arrange);
            for (var step : wanted.steps()) {
                number++;
                var lines = carryOut(step);
                if (!lines.isEmpty()) {
                    return failed(number, lines);
                }
            }
            return List.of();
        } catch (Templates.Unknown | IllegalStateException | UncheckedIOException e) {
            return failed(number, List.of(e.toString()));
        }
    }

    private List<String> failed(int number, List<String> lines) {
        var all = new ArrayList<>(List.of(wanted.id() + ", step " + number));
        all.addAll(lines);
        return all;
    }

    /** People who refer to others come last. */
    private void arrange(Target.Control control) {
        persons.values().stream()
                .sorted(Comparator.comparing(person -> person.has("uusiHetu") || person.has("huoltajat")))
                .forEach(person -> {
                    if (person.path("vtj").asBoolean(true)) {
                        control.putPerson((ObjectNode) templates.fill(People.inVtj(person)));
                    } else {
                        control.forgetPerson(person.get("hetu").textValue());
                    }
                });
    }

    private List<String> carryOut(Step step) {
        if (step instanceof Step.Request request) {
            return request(request);
        } else if (step instanceof Step.Parallel parallel) {
            return judge.differences(parallel.expect(), caller.callAtOnce(parallel.parallel()));
        } else if (step instanceof Step.ImportDone done) {
            return waitFor(done);
        } else if (step instanceof Step.Settle) {
            target.steered().settle();
        } else if (step instanceof Step.VtjChange change) {
            var person = persons.get(change.vtj());
            person.withObject("/vtjTiedot").setAll(change.set());
            target.steered().putPerson((ObjectNode) templates.fill(People.inVtj(person)));
        } else if (step instanceof Step.NewUser added) {
            addUser((ObjectNode) templates.fill(added.user()));
        } else if (step instanceof Step.Ticket ticket) {
            takeTicket(ticket);
        }
        return List.of();
    }

    private List<String> request(Step.Request request) {
        var answer = caller.call(request);
        var lines = new ArrayList<String>();
        if (request.expect() != null) {
            lines.addAll(judge.differences(request.expect(), answer));
        }
        if (lines.isEmpty() && request.save() != null) {
            request.save().forEach((name, path) -> {
                var value = answer.pick(path);
                if (value.isMissingNode()) {
                    lines.add("nothing at " + path + " to save as " + name + " in " + answer.text());
                }
                templates.know(name, value);
            });
        }
        if (!lines.isEmpty()) {
            lines.add(0, request.method() + " " + answer.path());
        }
        return lines;
    }

    private void addUser(ObjectNode user) {
        var alias = user.get("alias").textValue();
        var roles = new TreeMap<String, List<String>>();
        user.path("roles").properties().forEach(role -> {
            var rights = new ArrayList<String>();
            role.getValue().forEach(right -> rights.add(right.textValue()));
            roles.put(role.getKey(), rights);
        });
        var added = new User(alias + "-" + uniq, user.path("kayttajaTyyppi").asText("VIRKAILIJA"), roles);
        target.steered().putUser(added, user.path("oid").asText(added.oid()));
        caller.rename(alias, added.alias());
    }

    private void takeTicket(Step.Ticket ticket) {
        var service = target.logins().serviceUrl();
        templates.know("service", service);
        var wantedService =
                Optional.ofNullable(ticket.service()).map(templates::fill).orElse(service);
        templates.know(ticket.save(), target.logins().ticket(caller.credentials(ticket.ticket()), wantedService));
    }

    private List<String> waitFor(Step.ImportDone done) {
        target.control().ifPresent(Target.Control::settle);
        var path = Optional.ofNullable(done.api()).orElse("/yleistunniste") + "/tuonti="
                + templates.fill(done.import_done()).asText() + "/perustiedot";
        for (int left = target.importPolls(); ; left--) {
            var answer = caller.get(path, done.as());
            if (answer.status() == 200 && answer.pick("$.kasitelty").asBoolean()) {
                return List.of();
            }
            if (answer.status() != 200 || left == 1) {
                return List.of("the import is not done: " + answer.status() + " " + answer.text());
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                    .join();
        }
    }

    /** Later people are not known yet: what refers to them is filled when the population register is. */
    private ObjectNode fillEarly(ObjectNode spec) {
        var filled = Json.object();
        spec.properties().forEach(field -> {
            try {
                filled.set(field.getKey(), templates.fill(field.getValue()));
            } catch (Templates.Unknown later) {
                filled.set(field.getKey(), field.getValue());
            }
        });
        return filled;
    }

    private ObjectNode users() {
        var users = Json.object();
        for (var user : User.ALL) {
            var known = users.putObject(user.alias());
            Optional.ofNullable(target.credentials(user.alias()).username())
                    .ifPresent(name -> known.put("username", name));
            target.userOid(user.alias()).ifPresent(oid -> known.put("oid", oid));
        }
        return users;
    }

    private String uniq() {
        var letters = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            letters.append(UNIQUE_LETTERS.charAt(random.nextInt(UNIQUE_LETTERS.length())));
        }
        return letters.toString();
    }

    private static long seedOf(long seed, String id) {
        var sum = new CRC32();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        return seed * 0x9E3779B97F4A7C15L + sum.getValue();
    }
}
