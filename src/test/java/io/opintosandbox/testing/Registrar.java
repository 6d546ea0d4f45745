package io.opintosandbox.testing;

import static org.hamcrest.Matchers.equalTo;

import io.opintosandbox.json.Json;
import io.opintosandbox.vtj.VtjHenkilo;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a register keeper does with persons over HTTP: creates, reads, links and identifies them. */
public final class Registrar {
    private final TestSandbox sandbox;

    public Registrar(TestSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A person without a hetu of whom too little is known to be identified; answers the OID. */
    public String hetuton(String etunimet, String sukunimi) {
        return luo(nimet(etunimet, sukunimi));
    }

    /** A person without a hetu who is identified by hand; answers the OID. */
    public String yksiloityHetuton(String etunimet, String sukunimi) {
        var oid = hetuton(etunimet, sukunimi);
        post("/henkilo/" + oid + "/yksiloihetuton").then().statusCode(200);
        return oid;
    }

    /** A person with a hetu, under these names; answers the OID. */
    public String hetullinen(VtjHenkilo henkilo, String etunimet, String sukunimi) {
        var uusi = nimet(etunimet, sukunimi);
        uusi.put("hetu", henkilo.hetu());
        return luo(uusi);
    }

    /** A person with a hetu, as VTJ names it; answers the OID. */
    public String hetullinen(VtjHenkilo henkilo) {
        return hetullinen(henkilo, henkilo.etunimet(), henkilo.sukunimi());
    }

    /** A person that VTJ knows and that is identified; answers the OID. */
    public String yksiloity(VtjHenkilo henkilo) {
        sandbox.vtjHas(henkilo);
        var oid = hetullinen(henkilo);
        sandbox.settle();
        return oid;
    }

    /** The names of a body that creates somebody. */
    public static Map<String, Object> nimet(String etunimet, String sukunimi) {
        Map<String, Object> nimet = new LinkedHashMap<>();
        nimet.put("etunimet", etunimet);
        nimet.put("kutsumanimi", etunimet.split(" ", -1)[0]);
        nimet.put("sukunimi", sukunimi);
        return nimet;
    }

    public String luo(Map<String, Object> uusi) {
        return sandbox.as("rekisterinpitaja")
                .contentType(ContentType.JSON)
                .body(Json.write(uusi))
                .post("/henkilo")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    public Response linkita(String oid, List<String> muut) {
        return linkita("rekisterinpitaja", "link", oid, muut);
    }

    public Response linkita(String username, String call, String oid, List<String> muut) {
        return sandbox.as(username)
                .contentType(ContentType.JSON)
                .body(Json.write(muut))
                .post("/henkilo/" + oid + "/" + call);
    }

    public Response post(String path) {
        return sandbox.as("rekisterinpitaja").post(path);
    }

    public Response put(String path) {
        return sandbox.as("rekisterinpitaja").put(path);
    }

    public Response get(String path) {
        return sandbox.as("rekisterinpitaja").get(path);
    }

    /** Everything about a person. */
    public JsonPath henkilo(String oid) {
        return get("/henkilo/" + oid)
                .then()
                .statusCode(200)
                .body("oidHenkilo", equalTo(oid))
                .extract()
                .jsonPath();
    }

    /** OIDs of the slaves of a person. */
    public List<String> slaves(String oid) {
        return get("/henkilo/" + oid + "/slaves").jsonPath().getList("oidHenkilo");
    }

    /** The OID of a person's master, or its own. */
    public String master(String oid) {
        return get("/henkilo/" + oid + "/master").jsonPath().getString("oidHenkilo");
    }

    /** Lets the world's clock, which stands afterwards, go on. */
    public void advance(String duration) {
        sandbox.control()
                .body("{\"advance\":\"" + duration + "\"}")
                .put("/clock")
                .then()
                .statusCode(200);
    }
}
