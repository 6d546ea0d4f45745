package io.opintosandbox.registry.henkilo;

import io.opintosandbox.access.Kutsuja;
import io.opintosandbox.http.Problem;
import io.opintosandbox.id.Hetu;
import io.opintosandbox.registry.henkilo.Henkilotiedot.Yhteystietoryhma;
import io.opintosandbox.registry.henkilo.HenkilotietoRepository.Oma;
import io.opintosandbox.world.World;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Changes of persons by callers. Contract: registry-behaviour.md 14 and 19, registry-api.md 4.3. */
public final class HenkiloMuutokset {
    /** Contact groups of somebody's work, which go with the user account. */
    private static final String TYO = "yhteystietotyyppi2";

    private final World world;
    private final Henkilot henkilot;
    private final HenkiloLuonti luonti;
    private final HenkiloTarkistus tarkistus;
    private final Duplikaatit duplikaatit;
    private final HenkiloMuutosRepository rows;
    private final HenkilotietoRepository tietorivit;
    private final Consumer<String> closeAccount;
    private final Runnable kuoli;

    /**
     * @param closeAccount closes the user account of the person of an OID, if it has one
     * @param kuoli is told, after the commit, that somebody has a date of death
     */
    public HenkiloMuutokset(
            World world,
            Henkilot henkilot,
            HenkiloLuonti luonti,
            HenkiloTarkistus tarkistus,
            Duplikaatit duplikaatit,
            Consumer<String> closeAccount,
            Runnable kuoli) {
        this.world = world;
        this.henkilot = henkilot;
        this.luonti = luonti;
        this.tarkistus = tarkistus;
        this.duplikaatit = duplikaatit;
        this.closeAccount = closeAccount;
        this.kuoli = kuoli;
        this.rows = new HenkiloMuutosRepository(world.db());
        this.tietorivit = new HenkilotietoRepository(world.db());
    }

    /**
     * Creates a person and answers the OID. Without a hetu it counts as identified at once when its data are complete
     * and nobody in the registry is like it (registry-behaviour.md 7). Errors: 400 A, 400 A+E.
     */
    public String luo(Kutsuja kutsuja, UusiHenkilo uusi) {
        tarkistus.tarkista(uusi);
        kutsuja.trace().audited();
        var valmis = yksiloidaanHeti(uusi) ? uusi.yksiloityna() : uusi;
        return luonti.luo(valmis, kutsuja.oid(), Set.of()).oid();
    }

    private boolean yksiloidaanHeti(UusiHenkilo uusi) {
        return uusi.hetu() == null
                && !uusi.tila().duplikaatti()
                && !uusi.tila().yksiloity()
                && !uusi.tila().yksiloityVtj()
                && uusi.sukupuoli() != null
                && uusi.syntymaaika() != null
                && uusi.aidinkieli() != null
                && !uusi.kansalaisuudet().isEmpty()
                && !duplikaatit.onSamankaltainen(uusi);
    }

    /** Writes a change and answers the OID. Errors: 404 B, 400 A+E, 403 A. */
    public String muuta(Kutsuja kutsuja, HenkiloMuutos muutos) {
        var oid = world.db().transaction(() -> {
            var henkilo = henkilot.henkilo(muutos.oid());
            tarkistus.tarkista(muutos, henkilo);
            if (Boolean.FALSE.equals(muutos.passivoitu()) && henkilo.passivoitu() && !kutsuja.isSuper()) {
                throw Problem.forbidden("Vain rekisterinpitäjä voi aktivoida henkilön");
            }
            kirjoita(henkilo, muutos, kutsuja.oid());
            return henkilo.oid();
        });
        luonti.kerroYksiloinnille();
        if (muutos.kuolinpaiva() != null) {
            kuoli.run();
        }
        return oid;
    }

    private void kirjoita(Henkilo henkilo, HenkiloMuutos muutos, String kasittelijaOid) {
        // What VTJ has told of somebody is VTJ's: such fields are left alone without a word.
        var oma = !henkilo.yksiloityVtj();
        var hetu = oma && muutos.hetu() != null ? emptyToNull(muutos.hetu()) : henkilo.hetu();
        var fromHetu = hetu == null ? null : Hetu.parse(hetu).orElse(null);
        rows.update(
                new HenkiloMuutosRepository.Rivi(
                        henkilo.id(),
                        hetu,
                        oma ? orElse(muutos.etunimet(), henkilo.etunimet()) : henkilo.etunimet(),
                        orElse(muutos.kutsumanimi(), henkilo.kutsumanimi()),
                        oma ? orElse(muutos.sukunimi(), henkilo.sukunimi()) : henkilo.sukunimi(),
                        fromHetu == null ? ownDate(oma, muutos, henkilo) : fromHetu.syntymaaika(),
                        orElse(muutos.kuolinpaiva(), henkilo.kuolinpaiva()),
                        fromHetu == null
                                ? (oma ? orElse(muutos.sukupuoli(), henkilo.sukupuoli()) : henkilo.sukupuoli())
                                : fromHetu.sukupuoli(),
                        oma ? orElse(muutos.aidinkieli(), henkilo.aidinkieli()) : henkilo.aidinkieli(),
                        orElse(muutos.asiointikieli(), henkilo.asiointikieli()),
                        oma ? orElse(muutos.kotikunta(), henkilo.kotikunta()) : henkilo.kotikunta(),
                        orElse(muutos.passivoitu(), henkilo.passivoitu())),
                kasittelijaOid);
        if (oma && muutos.kansalaisuudet() != null) {
            henkilot.korvaaKansalaisuudet(henkilo, muutos.kansalaisuudet());
        }
        if (muutos.yhteystietoryhmat() != null) {
            korvaaRyhmat(henkilo, muutos.yhteystietoryhmat());
        }
        if (!Objects.equals(hetu, henkilo.hetu())) {
            rows.aloitaYksilointiAlusta(
                    henkilo.id(),
                    hetu == null ? null : luonti.yksilointivuoro(world.clock().now()));
        }
        henkilot.merkitseMuokatuiksi(List.of(henkilo.id()));
    }

    private static LocalDate ownDate(boolean oma, HenkiloMuutos muutos, Henkilo henkilo) {
        return oma ? orElse(muutos.syntymaaika(), henkilo.syntymaaika()) : henkilo.syntymaaika();
    }

    /** All groups anew, except the read-only ones, which stay, and what the request says of them does not count. */
    private void korvaaRyhmat(Henkilo henkilo, List<Yhteystietoryhma> uudet) {
        var vanhat = henkilot.tiedot(henkilo).yhteystietoryhmat();
        Set<Long> lukitut = vanhat.stream()
                .filter(Yhteystietoryhma::readOnly)
                .map(Yhteystietoryhma::id)
                .collect(Collectors.toSet());
        tietorivit.deleteRyhmat(vanhat.stream()
                .map(Yhteystietoryhma::id)
                .filter(id -> !lukitut.contains(id))
                .toList());
        tietorivit.insertRyhmat(owned(
                henkilo,
                uudet.stream()
                        .filter(ryhma -> !lukitut.contains(ryhma.id()))
                        .filter(ryhma -> ryhma.isKept(henkilo.turvakielto()))
                        .toList()));
    }

    /** Makes somebody passive and closes the user account; {@code modified} stays. Errors: 404 B. */
    public void passivoi(String oid) {
        rows.passivoi(henkilot.henkilo(oid).id());
        closeAccount.accept(oid);
    }

    /** Closes somebody's user account and takes the work contacts with it. An unknown OID is fine. */
    public void poistaPaasy(String oid) {
        closeAccount.accept(oid);
        henkilot.byOid(oid)
                .ifPresent(henkilo -> tietorivit.deleteRyhmat(henkilot.tiedot(henkilo).yhteystietoryhmat().stream()
                        .filter(ryhma -> TYO.equals(ryhma.kuvaus()))
                        .map(Yhteystietoryhma::id)
                        .toList()));
    }

    private static <T> List<Oma<T>> owned(Henkilo henkilo, List<T> values) {
        return values.stream().map(value -> new Oma<>(henkilo.id(), value)).toList();
    }

    private static <T> T orElse(T given, T stored) {
        return given == null ? stored : given;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
