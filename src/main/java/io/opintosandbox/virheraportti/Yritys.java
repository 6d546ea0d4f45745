package io.opintosandbox.virheraportti;

import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.Row;
import java.time.Instant;
import java.util.List;

/**
 * A call that tried to bring in hetus that are not let in, and was refused for it.
 *
 * @param kayttaja the user's name; null for a call to {@code /sandbox}, which has no users
 * @param kutsu method and path as the table of routes has them, for example {@code POST /yleistunniste/hae}
 * @param maara how many such hetus were in it
 * @param hetut the first of them
 */
public record Yritys(long id, Instant aika, String kayttaja, String kutsu, int maara, List<Torjuttu> hetut) {

    /**
     * A hetu that was not let in.
     *
     * @param kentta where it stood, for example {@code henkilot[1].henkilo.hetu}; null for the path
     * @param hetu with its last four characters hidden
     */
    public record Torjuttu(String kentta, String hetu, SyntheticOnly.Reason syy) {

        /** Those in a text that stood in a field. */
        public static List<Torjuttu> in(String kentta, List<SyntheticOnly.Refusal> refusals) {
            return refusals.stream()
                    .map(refusal -> new Torjuttu(kentta, refusal.masked(), refusal.reason()))
                    .toList();
        }
    }

    static Yritys of(Row row) {
        return new Yritys(
                row.number("id"),
                row.time("aika"),
                row.text("kayttaja"),
                row.text("kutsu"),
                (int) row.number("maara"),
                List.of(Json.read(row.text("hetut"), Torjuttu[].class)));
    }
}
