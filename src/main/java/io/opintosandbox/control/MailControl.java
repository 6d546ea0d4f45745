package io.opintosandbox.control;

import io.opintosandbox.access.BaseUrl;
import io.opintosandbox.config.Settings;
import io.opintosandbox.control.ControlRoutes.Reply;
import io.opintosandbox.registry.viestit.Viesti;
import io.opintosandbox.registry.viestit.Viestit;
import java.time.Instant;
import java.util.List;

/** The outbox of a world. Contract: control-api.md, "mails". */
final class MailControl {
    private static final int MOST = 1000;

    private final BaseUrl urls;

    MailControl(Settings settings) {
        this.urls = new BaseUrl(settings);
    }

    /** A page of the outbox, newest last. */
    record Mails(List<Mail> results, int page, int count, long total) {}

    /**
     * A message as it is shown.
     *
     * @param state queued, sent or dropped
     * @param sisalto HTML
     */
    record Mail(
            long id,
            Instant time,
            String state,
            String otsikko,
            Osoite lahettaja,
            List<Osoite> vastaanottajat,
            String sisalto,
            int attempts) {}

    /** Whom a message is from or to, as the mail service is told. */
    record Osoite(String nimi, String sahkopostiOsoite) {}

    Reply list(ControlCall call) {
        var page = call.queryNumber("page", 1, 1, Integer.MAX_VALUE);
        var count = call.queryNumber("count", 20, 1, MOST);
        var viestit = call.world().part(Viestit.class);
        var sisalto = Viestit.sisalto(call.baseUrl(urls));
        var mails = viestit.sivu(page, count).stream()
                .map(viesti -> mail(viesti, sisalto))
                .toList();
        return Reply.ok(new Mails(mails, page, count, viestit.count()));
    }

    private static Mail mail(Viesti viesti, String sisalto) {
        return new Mail(
                viesti.id(),
                viesti.luotu(),
                state(viesti.tila()),
                Viestit.OTSIKKO,
                new Osoite(Viestit.LAHETTAJAN_NIMI, Viestit.LAHETTAJAN_OSOITE),
                viesti.vastaanottajat().stream()
                        .map(osoite -> new Osoite(null, osoite))
                        .toList(),
                sisalto,
                viesti.yrityksia());
    }

    private static String state(Viesti.Tila tila) {
        return switch (tila) {
            case JONOSSA -> "queued";
            case LAHETETTY -> "sent";
            case HYLATTY -> "dropped";
        };
    }
}
