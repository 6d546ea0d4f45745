package io.opintosandbox.neighbours.kayttooikeus;

/**
 * The services that vouch for their own users towards the registry, by the names that calls use.
 * Contract: neighbours.md 1.1.
 */
public enum ExternalPermissionService {
    HAKU_APP,
    SURE,
    ATARU,
    KOSKI,
    VARDA
}
