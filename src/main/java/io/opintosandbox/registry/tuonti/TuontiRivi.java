package io.opintosandbox.registry.tuonti;

/** A row of an import as it was sent; {@code tunniste} is the sender's own key and need not be unique. */
public record TuontiRivi(String tunniste, String hetu, String etunimet, String kutsumanimi, String sukunimi) {}
