package io.opintosandbox.registry.tuonti;

import io.opintosandbox.store.Row;

/**
 * An import and how far it has come. Contract: registry-behaviour.md 17.
 *
 * @param kaynnissa false when a failure has stopped it
 * @param kasittelijaOid who sent it
 */
public record Tuonti(long id, int kasiteltavia, int kasiteltyja, boolean kaynnissa, String kasittelijaOid) {

    /** The API that an import came by, or was continued by. */
    public enum Api {
        YLEISTUNNISTE,
        OPPIJA
    }

    /** What both APIs answer about an import. Contract: registry-api.md 5.2. */
    public record Perustiedot(long id, int kasiteltavia, int kasiteltyja, boolean kasitelty) {}

    public Perustiedot perustiedot() {
        return new Perustiedot(id, kasiteltavia, kasiteltyja, kasitelty());
    }

    public boolean kasitelty() {
        return kasiteltyja >= kasiteltavia;
    }

    static Tuonti of(Row row) {
        return new Tuonti(
                row.number("id"),
                (int) row.number("kasiteltavia"),
                (int) row.number("kasiteltyja"),
                row.flag("kaynnissa"),
                row.text("kasittelija_oid"));
    }
}
