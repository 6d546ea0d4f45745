package io.opintosandbox.examples;

/** A student as the student system has them. */
record Learner(String hetu, String etunimet, String kutsumanimi, String sukunimi) {}
