package io.opintosandbox.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opintosandbox.id.SyntheticOnly;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept, what makes room, and who is found: control-api.md, "requests". */
class JournalTest {
    private static final SyntheticOnly GUARD = new SyntheticOnly(Set.of(), false);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Journal journal = new Journal(2_000, Journal.MOST_BYTES, GUARD);

    @Test
    void a_million_calls_large_ones_among_them_never_take_more_than_the_bound() {
        var large = "x".repeat(Body.MOST + 1).getBytes(StandardCharsets.UTF_8);
        var small = "{\"hetu\":\"010190-901R\"}".getBytes(StandardCharsets.UTF_8);

        for (int i = 0; i < 1_000_000; i++) {
            journal.add(call("/hae", 200, i % 500 < 5 || i > 999_000 ? large : small));
            if (i % 1_000 == 0) {
                assertTrue(journal.bytes() <= Journal.MOST_BYTES, "after " + i + ": " + journal.bytes());
            }
        }

        assertTrue(journal.bytes() <= Journal.MOST_BYTES, "at last: " + journal.bytes());
        assertTrue(journal.bytes() > Journal.MOST_BYTES - 2 * Body.MOST, "the room is used: " + journal.bytes());
        assertEquals(1_000_000, journal.count(Query.ALL) + journal.dropped());
        assertEquals(1_000_000, journal.all().get(journal.all().size() - 1).id());
    }

    @Test
    void the_oldest_make_room_for_the_newest() {
        var few = new Journal(3, Journal.MOST_BYTES, GUARD);

        LongStream.range(0, 5).forEach(i -> few.add(call("/" + i, 200)));

        assertEquals(
                List.of("/2", "/3", "/4"), few.all().stream().map(Entry::path).toList());
        assertEquals(2, few.dropped());
        assertTrue(few.find(2).isEmpty());
        assertEquals("/2", few.find(3).orElseThrow().path());
    }

    @Test
    void without_room_nothing_is_kept_and_a_call_larger_than_all_room_neither() {
        var none = new Journal(0, Journal.MOST_BYTES, GUARD);
        var tiny = new Journal(10, 100, GUARD);

        none.add(call("/a", 200));
        tiny.add(call("/a", 200));

        assertEquals(List.of(), none.all());
        assertEquals(List.of(), tiny.all());
        assertEquals(0, tiny.bytes());
    }

    @Test
    void what_is_forgotten_counts_no_more_but_ids_go_on() {
        journal.add(call("/a", 200));

        journal.clear();
        journal.add(call("/b", 200));

        assertEquals(0, journal.dropped());
        assertEquals(List.of(2L), journal.all().stream().map(Entry::id).toList());
    }

    @Test
    void writers_at_once_lose_nothing_and_ids_are_in_order() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var awaited = journal.await(Query.ALL.withPath("/w*"), 1_600);
        var together = new CountDownLatch(1);
        for (int writer = 0; writer < 8; writer++) {
            var path = "/w" + writer;
            pool.execute(() -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 200; i++) {
                    journal.add(call(path, 200));
                }
            });
        }

        together.countDown();
        pool.shutdown();

        assertEquals(1_600, awaited.get(20, TimeUnit.SECONDS).size());
        assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
        assertEquals(
                LongStream.rangeClosed(1, 1_600).boxed().toList(),
                journal.all().stream().map(Entry::id).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/a,      ,    ,      , 1 2 3",
        "/a/*,    ,    ,      , 2 3",
        "*/c,     ,    ,      , 3 4",
        ",        POST,,      , 4",
        ",        post,,      , 4",
        ",        ,    404,   , 2",
        ",        ,    4xx,   , 2 3",
        ",        ,    none,  , 4",
        ",        ,    ,      PEPPI, 3",
        "/a,      GET, 4xx,   peppi, 3",
    })
    void entries_are_found_by_what_they_match(
            String path, String method, String status, String username, String expected) {
        journal.add(call("GET", "/a", 200, null));
        journal.add(call("GET", "/a/b", 404, null));
        journal.add(call("GET", "/a/c", 409, "peppi"));
        journal.add(call("POST", "/c", null, null));
        var query =
                Query.ALL.withPath(path).withMethod(method).withStatus(status).withUsername(username);

        var found = journal.find(query).stream()
                .map(entry -> String.valueOf(entry.id()))
                .toList();

        assertEquals(expected, String.join(" ", found));
        assertEquals(found.size(), journal.count(query));
    }

    @Test
    void entries_are_found_by_what_came_before_them() {
        journal.add(call("/a", 200));
        journal.add(call("/b", 200));

        assertEquals(1, journal.count(Query.ALL.after(1)));
        assertEquals(2, journal.count(Query.ALL.since(NOON)));
        assertEquals(0, journal.count(Query.ALL.since(NOON.plusMillis(1))));
    }

    @Test
    void whoever_waits_is_told_by_the_call_that_was_missing() throws Exception {
        journal.add(call("/a", 200));
        var one = journal.await(Query.ALL.withPath("/a"), 1);
        var two = journal.await(Query.ALL.withPath("/a"), 2);
        assertTrue(one.isDone());

        journal.add(call("/b", 200));
        assertFalse(two.isDone());
        journal.add(call("/a", 200));

        assertEquals(2, two.get(1, TimeUnit.SECONDS).size());
    }

    private static Exchange call(String path, Integer status, byte[]... body) {
        return call("GET", path, status, null, body);
    }

    private static Exchange call(String method, String path, Integer status, String username, byte[]... bodies) {
        var body = new Body();
        for (var bytes : bodies) {
            body.add(ByteBuffer.wrap(bytes));
        }
        return new Exchange(
                NOON,
                "default",
                username,
                method,
                path,
                null,
                List.of(),
                body,
                status,
                List.of(),
                new Body(),
                1,
                List.of(),
                null,
                List.of());
    }
}
