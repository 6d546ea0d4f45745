package io.opintosandbox.stories;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.opintosandbox.testing.TestSandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The scenarios about imports, told as their tryThis tells them. */
class ImportStoriesTest {
    @RegisterExtension
    static final TestSandbox sandbox = new TestSandbox();

    @Test
    void a_night_without_vtj_is_made_good_by_retries() {
        var story = Story.load(sandbox, "broken-night");

        story.advance("PT45M");
        for (var person : new String[] {"night-1", "night-2", "night-3"}) {
            story.hasState(person, "identification failed");
        }
        story.henkilo("night-1")
                .body("yksilointivirheet.yksilointivirheTila", contains("MUU_UUDELLEENYRITETTAVA"))
                .body("yksilointivirheet[0].uudelleenyritysAikaleima", is(1_793_575_202_000L));
        story.hae("early-bird").then().statusCode(500);
        story.hae("night-1").then().statusCode(200).body("oppijanumero", nullValue());
        story.settle().then().body("identified", is(0));

        story.advance("PT20M");
        story.yhteenveto("oppijoidentuonti2", 0, 3, 0);

        story.advance("PT40M");
        story.yhteenveto("oppijoidentuonti2", 3, 0, 0);
        story.hae("night-1").then().statusCode(200).body("oppijanumero", is(story.oid("night-1")));
        story.hae("early-bird").then().statusCode(200);
    }
}
