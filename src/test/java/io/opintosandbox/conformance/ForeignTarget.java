package io.opintosandbox.conformance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that nobody here may steer, such as the shared test environment. Its users come from a properties file:
 * {@code ALIAS.username}, {@code ALIAS.password} (CAS), {@code ALIAS.secret} (OAuth2), {@code ALIAS.tokenUrl},
 * {@code ALIAS.casUrl} and {@code ALIAS.oid}; organisations are {@code org.ALIAS}. Cases that it cannot carry out are skipped with the reason.
 */
final class ForeignTarget implements Target {
    private static final Pattern USER_DETAIL = Pattern.compile("\\{\\{users\\.(\\w+)\\.oid");
    private static final Pattern ORGANISATION = Pattern.compile("\\{\\{org\\.(\\w+)");

    private final Http http;
    private final Logins logins;
    private final Properties properties;

    ForeignTarget(String base, Properties properties) {
        this.http = new Http(base);
        this.logins = new Logins(http);
        this.properties = properties;
    }

    @Override
    public Http http() {
        return http;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    @Override
    public Logins.Credentials credentials(String alias) {
        return new Logins.Credentials(
                properties.getProperty(alias + ".username"),
                properties.getProperty(alias + ".password"),
                properties.getProperty(alias + ".secret"),
                properties.getProperty(alias + ".tokenUrl", Logins.Credentials.TOKEN_URL),
                properties.getProperty(alias + ".casUrl", Logins.Credentials.CAS_URL));
    }

    @Override
    public Optional<String> userOid(String alias) {
        return Optional.ofNullable(properties.getProperty(alias + ".oid"));
    }

    @Override
    public Map<String, String> organisations() {
        var known = new HashMap<String, String>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("org."))
                .forEach(name -> known.put(name.substring("org.".length()), properties.getProperty(name)));
        return known;
    }

    @Override
    public int importPolls() {
        return 300;
    }

    @Override
    public Optional<Control> control() {
        return Optional.empty();
    }

    @Override
    public Optional<String> cannotRun(Case wanted) {
        return Stream.of(needsControl(wanted), lacksLogin(wanted), lacksDetail(wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A case needs the control API when somebody must be in the population register, or a step steers the server. */
    static Optional<String> needsControl(Case wanted) {
        if (wanted.sandboxOnly()) {
            return Optional.of("it was not observed but taken from documents");
        }
        if (wanted.persons().values().stream()
                .anyMatch(person -> person.path("vtj").asBoolean(true))) {
            return Optional.of("it needs a person in the population register");
        }
        return wanted.steps().stream().anyMatch(ForeignTarget::steers)
                ? Optional.of("it has a step of the control API")
                : Optional.empty();
    }

    private static boolean steers(Step step) {
        return step instanceof Step.Settle
                || step instanceof Step.VtjChange
                || step instanceof Step.NewUser
                || step.requests().stream().anyMatch(request -> "expired".equals(request.token()));
    }

    private Optional<String> lacksLogin(Case wanted) {
        var tickets = wanted.steps().stream()
                .filter(Step.Ticket.class::isInstance)
                .map(step -> ((Step.Ticket) step).ticket() + ".password");
        var tokens = Target.aliases(wanted).stream()
                .filter(alias -> wanted.steps().stream().anyMatch(step -> takesToken(step, alias)))
                .map(alias -> alias + ".secret");
        var names = Target.aliases(wanted).stream().map(alias -> alias + ".username");
        return lacks(Stream.of(names, tickets, tokens).flatMap(all -> all));
    }

    private static boolean takesToken(Step step, String alias) {
        return (step instanceof Step.ImportDone done && alias.equals(done.as()))
                || step.requests().stream().anyMatch(request -> alias.equals(request.as()));
    }

    private Optional<String> lacksDetail(Case wanted) {
        var oids = USER_DETAIL.matcher(wanted.text()).results().map(found -> found.group(1) + ".oid");
        var organisations = ORGANISATION.matcher(wanted.text()).results().map(found -> "org." + found.group(1));
        return lacks(Stream.concat(oids, organisations));
    }

    private Optional<String> lacks(Stream<String> names) {
        return names.filter(name -> properties.getProperty(name) == null)
                .findFirst()
                .map(name -> "the credentials have no " + name);
    }
}
