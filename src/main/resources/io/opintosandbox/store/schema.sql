-- One schema for H2 and PostgreSQL. Every row belongs to a world; a reset gives the world a new number,
-- so that the rows of the old one are out of sight at once and can be deleted at leisure.
-- Times are epoch milliseconds, as the registry's API counts them.

-- Worlds, persons, imports and contact groups share one sequence, as in the published service.
create sequence numero start with 1000 increment by 1000;

create table henkilo (
    id bigint primary key,
    world bigint not null,
    oid varchar(64) not null,
    hetu varchar(11),
    etunimet varchar(255) not null,
    kutsumanimi varchar(255) not null,
    sukunimi varchar(255) not null,
    syntymaaika date,
    kuolinpaiva date,
    sukupuoli varchar(1),
    aidinkieli varchar(255),
    asiointikieli varchar(255),
    kotikunta varchar(255),
    turvakielto boolean not null default false,
    ei_suomalaista_hetua boolean not null default false,
    passivoitu boolean not null default false,
    duplikaatti boolean not null default false,
    yksiloity boolean not null default false,
    yksiloity_vtj boolean not null default false,
    yksiloity_eidas boolean not null default false,
    yksilointi_yritetty boolean not null default false,
    kasittelija_oid varchar(64),
    luotu bigint not null,
    muokattu bigint not null,
    vtjsynced bigint,
    master_id bigint,
    -- The background identification: when the person's turn comes (null: no turn), the failure stored last,
    -- and how often a failure has been tried again.
    yksilointi_vuoro bigint,
    yksilointivirhe varchar(40),
    yksilointi_yritykset int not null default 0,
    -- The number of the change feed's last message when VTJ's full data was written over the person; -1: it has not
    -- been, and the feed is not asked about the person.
    perustieto_avain bigint not null default -1,
    -- How far the clean-up after a death has come: 0 not begun, 1 begun, 2 passive, 3 done.
    siivous int not null default 0,
    constraint henkilo_oid_key unique (world, oid),
    constraint henkilo_hetu_key unique (world, hetu)
);
-- the members of a link group
create index henkilo_master on henkilo (master_id);
-- whose turn it is in the identification run
create index henkilo_vuoro on henkilo (world, yksilointi_vuoro);
-- changes since a moment, oldest first
create index henkilo_muokattu on henkilo (world, muokattu, id);
-- the people of a municipality, in slices
create index henkilo_kotikunta on henkilo (world, kotikunta, id);
-- those whom VTJ has not identified, newcomers first: the list of failures
create index henkilo_yksiloimaton on henkilo (world, yksiloity_vtj, id);

-- those whose full data is to be fetched
create index henkilo_perustieto on henkilo (world, perustieto_avain, yksiloity_vtj, id);
-- the dead whose clean-up is not done
create index henkilo_siivous on henkilo (world, siivous, kuolinpaiva);

create table henkilo_kansalaisuus (
    world bigint not null,
    henkilo_id bigint not null,
    koodi varchar(255) not null,
    primary key (henkilo_id, koodi)
);
-- whether anybody has a nationality
create index henkilo_kansalaisuus_koodi on henkilo_kansalaisuus (world, koodi);

-- Official hetus, present and former, of people identified by VTJ.
create table henkilo_hetu (
    world bigint not null,
    henkilo_id bigint not null,
    hetu varchar(11) not null,
    constraint uk_henkilo_hetu_01 unique (world, hetu)
);
create index henkilo_hetu_henkilo on henkilo_hetu (henkilo_id);

create table henkilo_passinumero (
    world bigint not null,
    henkilo_id bigint not null,
    passinumero varchar(255) not null,
    constraint uk_passinumero_01 unique (world, passinumero)
);
create index henkilo_passinumero_henkilo on henkilo_passinumero (henkilo_id);

-- E-mail addresses, tokens and the like that somebody logs in with. Several people may share one.
create table henkilo_tunniste (
    id bigint primary key,
    world bigint not null,
    henkilo_id bigint not null,
    idp varchar(20) not null,
    tunniste varchar(255) not null
);
create index henkilo_tunniste_henkilo on henkilo_tunniste (henkilo_id);
create index henkilo_tunniste_tunniste on henkilo_tunniste (world, idp, tunniste);

create table henkilo_eidas (
    world bigint not null,
    henkilo_id bigint not null,
    tunniste varchar(255) not null,
    constraint uk_eidas_tunniste_01 unique (world, tunniste)
);
create index henkilo_eidas_henkilo on henkilo_eidas (henkilo_id);

-- Who is whose guardian. Relations from a query of VTJ have no dates.
create table huoltajuus (
    world bigint not null,
    lapsi_id bigint not null,
    huoltaja_id bigint not null,
    alku date,
    loppu date,
    muokattu bigint not null,
    primary key (lapsi_id, huoltaja_id)
);
create index huoltajuus_huoltaja on huoltajuus (huoltaja_id);
-- children whose relation that exists was stored since
create index huoltajuus_muokattu on huoltajuus (world, muokattu);

-- When a child's relations changed, also of relations that are gone.
create table huoltajuus_muutos (
    world bigint not null,
    lapsi_id bigint not null,
    muutettu bigint not null
);
create index huoltajuus_muutos_muutettu on huoltajuus_muutos (world, muutettu);

-- Present and former home municipalities, as VTJ's change feed and full data tell them.
create table kotikuntahistoria (
    id bigint primary key,
    world bigint not null,
    henkilo_id bigint not null,
    kotikunta varchar(255) not null,
    kuntaan_muuttopv date,
    kunnasta_pois_muuttopv date
);
create index kotikuntahistoria_henkilo on kotikuntahistoria (henkilo_id);

-- Applications to schools, as the sandbox was told of them.
create table hakemus (
    id bigint primary key,
    world bigint not null,
    henkilo_oid varchar(64) not null,
    hakemus varchar not null
);
create index hakemus_henkilo on hakemus (world, henkilo_oid);

create table henkilo_organisaatio (
    world bigint not null,
    henkilo_id bigint not null,
    organisaatio_oid varchar(64) not null,
    primary key (henkilo_id, organisaatio_oid)
);
-- the people of an organisation
create index henkilo_organisaatio_organisaatio on henkilo_organisaatio (world, organisaatio_oid, henkilo_id);

create table yhteystiedot_ryhma (
    id bigint primary key,
    world bigint not null,
    henkilo_id bigint not null,
    kuvaus varchar(40),
    alkupera varchar(40) not null,
    read_only boolean not null
);
create index yhteystiedot_ryhma_henkilo on yhteystiedot_ryhma (henkilo_id);

create table yhteystieto (
    world bigint not null,
    ryhma_id bigint not null,
    tyyppi varchar(40) not null,
    arvo varchar(255)
);
create index yhteystieto_ryhma on yhteystieto (ryhma_id);
-- whose contact value it is
create index yhteystieto_arvo on yhteystieto (world, arvo);

-- What VTJ said when the names did not match, kept beside the person as the VTJ person's JSON.
create table yksilointitieto (
    henkilo_id bigint primary key,
    world bigint not null,
    tallennettu bigint not null,
    vtj_henkilo varchar not null
);
-- the comparisons that wait for a clerk, oldest first
create index yksilointitieto_tallennettu on yksilointitieto (world, tallennettu, henkilo_id);

create table tuonti (
    id bigint primary key,
    world bigint not null,
    luotu bigint not null,
    kasittelija_oid varchar(64) not null,
    sahkoposti varchar(255),
    api varchar(20) not null,
    kasiteltavia int not null,
    kasiteltyja int not null,
    -- false when a failure has stopped the import until somebody starts it again
    kaynnissa boolean not null,
    -- whether the sender has been written to about people that could not be identified, or need not be
    ilmoitettu boolean not null
);
-- the imports that wait for the worker, oldest first
create index tuonti_kaynnissa on tuonti (world, kaynnissa, id);
-- the list of imports by age
create index tuonti_luotu on tuonti (world, luotu, id);

-- the imports whose senders may have to be written to
create index tuonti_ilmoitettu on tuonti (world, ilmoitettu, id);

create table tuonti_organisaatio (
    world bigint not null,
    tuonti_id bigint not null,
    organisaatio_oid varchar(64) not null,
    primary key (tuonti_id, organisaatio_oid)
);

-- The rows as they were sent, with what became of them.
create table tuonti_rivi (
    world bigint not null,
    tuonti_id bigint not null,
    nro int not null,
    tunniste varchar,
    oid varchar,
    hetu varchar(11),
    passinumero varchar,
    sahkoposti varchar,
    etunimet varchar,
    kutsumanimi varchar,
    sukunimi varchar,
    syntymaaika date,
    sukupuoli varchar,
    aidinkieli varchar,
    -- codes with commas between them; null in imports of the narrow API, which has none
    kansalaisuudet varchar,
    henkilo_id bigint,
    ristiriita boolean,
    primary key (tuonti_id, nro)
);
-- the imports that a person came in with
create index tuonti_rivi_henkilo on tuonti_rivi (henkilo_id);

-- The outbox: messages to the senders of imports. JONOSSA, LAHETETTY, HYLATTY.
create table viesti (
    id bigint primary key,
    world bigint not null,
    luotu bigint not null,
    -- a JSON array of addresses
    vastaanottajat varchar not null,
    tila varchar(20) not null,
    yrityksia int not null,
    -- when the mail task may take it (again); null: it has left or never will
    vuoro bigint
);
-- the outbox, oldest first
create index viesti_id on viesti (world, id);
-- what waits for the mail task
create index viesti_vuoro on viesti (world, vuoro, id);

-- The error report: calls that tried to bring in hetus that are not let in.
create table virheraportti (
    id bigint primary key,
    world bigint not null,
    aika bigint not null,
    kayttaja varchar(100),
    kutsu varchar(200) not null,
    maara int not null,
    -- a JSON array of the first ones, masked
    hetut varchar not null
);
-- the report, oldest first
create index virheraportti_id on virheraportti (world, id);

-- Who has been brought in by which service, at the tester's bidding.
create table saapuminen (
    id bigint primary key,
    world bigint not null,
    lahde varchar(20) not null,
    -- of the person in the population register, told to the registry or not
    hetu varchar(11) not null,
    hetuton boolean not null,
    syntymaaika date not null,
    constraint saapuminen_hetu_key unique (world, lahde, hetu)
);
-- people of an age whom another service has brought, in the order in which they came
create index saapuminen_syntymaaika on saapuminen (world, syntymaaika, id);
-- who has brought somebody
create index saapuminen_hetu on saapuminen (world, hetu, id);

-- People of the population register that differ from the built-in ones; a null henkilo is a hetu that
-- VTJ has been told not to know.
create table vtj_henkilo (
    world bigint not null,
    hetu varchar(11) not null,
    henkilo varchar,
    primary key (world, hetu)
);

-- The guardians of those in vtj_henkilo, each by hetu.
create table vtj_huollettava (
    world bigint not null,
    huoltaja varchar not null,
    huollettava varchar(11) not null,
    -- all wards of a guardian
    primary key (world, huoltaja, huollettava)
);
-- what goes when the ward is put there anew
create index vtj_huollettava_huollettava on vtj_huollettava (world, huollettava);

-- VTJ's change feed, with what has become of each message: UUSI, HAETTU, TEHTY, EPAONNISTUNUT, KADONNUT.
create table muutostieto (
    id bigint primary key,
    world bigint not null,
    hetu varchar(11) not null,
    muutospv bigint not null,
    -- a JSON array
    tietoryhmat varchar not null,
    tila varchar(20) not null,
    yrityksia int not null default 0,
    syy varchar,
    kasitelty bigint
);
-- what waits, in the order of its happening
create index muutostieto_tila on muutostieto (world, tila, muutospv, id);
-- the messages of a hetu
create index muutostieto_hetu on muutostieto (world, hetu, id);
-- all messages, as a tester looks through them
create index muutostieto_id on muutostieto (world, id);

-- What a scenario has in store, with what became of it: WAITING, DONE, FAILED.
create table ajastettu (
    id bigint primary key,
    world bigint not null,
    aika bigint not null,
    laji varchar(20) not null,
    kuvaus varchar not null,
    -- a JSON object
    tehtava varchar not null,
    tila varchar(20) not null,
    tulos varchar
);
-- what is due next
create index ajastettu_aika on ajastettu (world, tila, aika, id);

-- Names are unique in the whole server, because the name decides the world.
create table palvelukayttaja (
    id bigint primary key,
    world bigint not null,
    tunnus varchar(100) not null,
    tunnus_avain varchar(100) not null,
    salasana varchar not null,
    client_secret varchar not null,
    oid varchar(64) not null,
    kayttaja_tyyppi varchar(20) not null,
    oikeudet varchar not null,
    constraint palvelukayttaja_tunnus_key unique (tunnus_avain)
);
create index palvelukayttaja_oid on palvelukayttaja (world, oid);
