package io.opintosandbox.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Work, turns and the clock, without a ticker. */
class BackgroundTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final WorldClock clock = new WorldClock(Clock.fixed(START, ZoneOffset.UTC));
    private final AtomicInteger wakes = new AtomicInteger();
    private final Background background = new Background(clock, wakes::incrementAndGet);

    /** Notes when it ran, and comes again after a while. */
    private static final class Repeating implements Work {
        private final List<Instant> runs = new ArrayList<>();
        private final Duration pause;

        Repeating(Duration pause) {
            this.pause = pause;
        }

        @Override
        public void run(Shift shift) {
            runs.add(shift.now());
            shift.next(shift.now().plus(pause));
        }
    }

    @Test
    void a_day_in_one_step_is_a_day_hour_by_hour() {
        var inOne = new Repeating(Duration.ofMinutes(7));
        background.add(inOne);
        background.wake(inOne, START.plusSeconds(2));
        background.move(now -> now.plus(Duration.ofDays(1)));

        var otherClock = new WorldClock(Clock.fixed(START, ZoneOffset.UTC));
        var other = new Background(otherClock, () -> {});
        var byHours = new Repeating(Duration.ofMinutes(7));
        other.add(byHours);
        other.wake(byHours, START.plusSeconds(2));
        for (int i = 0; i < 24; i++) {
            other.move(now -> now.plus(Duration.ofHours(1)));
        }

        assertEquals(inOne.runs, byHours.runs);
        assertEquals(206, inOne.runs.size());
        assertEquals(START.plus(Duration.ofDays(1)), clock.now());
    }

    @Test
    void what_is_due_runs_at_the_time_it_is_due_for_and_in_that_order() {
        List<String> order = new ArrayList<>();
        Work late = shift -> order.add("late " + shift.now());
        Work early = shift -> order.add("early " + shift.now());
        background.add(late);
        background.add(early);
        background.wake(late, START.plusSeconds(20));
        background.wake(early, START.plusSeconds(10));

        background.move(now -> now.plusSeconds(60));

        assertEquals(List.of("early 2026-03-01T08:00:10Z", "late 2026-03-01T08:00:20Z"), order);
    }

    @Test
    void a_clock_moved_back_runs_nothing() {
        var work = new Repeating(Duration.ofDays(1));
        background.add(work);
        background.wake(work, START.plusSeconds(10));

        background.move(now -> now.minusSeconds(60));

        assertEquals(List.of(), work.runs);
        assertEquals(START.minusSeconds(60), clock.now());
    }

    @Test
    void a_piece_that_throws_is_tried_again_in_a_minute_and_holds_up_no_other() {
        List<Instant> tries = new ArrayList<>();
        var other = new Repeating(Duration.ofDays(1));
        Work failing = shift -> {
            tries.add(shift.now());
            if (tries.size() < 3) {
                throw new IllegalStateException("meant to fail");
            }
        };
        background.add(failing);
        background.add(other);
        background.wake(failing, START);
        background.wake(other, START.plusSeconds(1));

        background.move(now -> now.plus(Duration.ofMinutes(10)));

        assertEquals(List.of(START, START.plusSeconds(60), START.plusSeconds(120)), tries);
        assertEquals(List.of(START.plusSeconds(1)), other.runs);
        assertEquals(Optional.of(START.plusSeconds(1).plus(Duration.ofDays(1))), background.nextDue());
    }

    @Test
    void what_can_only_fail_again_is_tried_when_something_else_has_been_done_and_at_the_end() {
        List<Instant> tries = new ArrayList<>();
        Work failing = shift -> {
            tries.add(shift.now());
            shift.retry(shift.now().plusSeconds(60));
        };
        Work other = Shift::worked;
        background.add(failing);
        background.add(other);
        background.wake(failing, START);
        background.wake(other, START.plus(Duration.ofHours(5)));

        background.move(now -> now.plus(Duration.ofDays(900 * 365)));

        assertEquals(List.of(START, START.plus(Duration.ofHours(5)), START.plus(Duration.ofDays(900 * 365))), tries);
    }

    @Test
    void an_error_is_no_more_than_a_failure() {
        Work error = shift -> {
            throw new StackOverflowError("meant to fail");
        };
        background.add(error);
        background.wake(error, START);

        assertFalse(background.runOnePiece());

        assertEquals(Optional.of(START.plusSeconds(60)), background.nextDue());
    }

    @Test
    void a_settle_ends_though_a_piece_fails_each_time() {
        var tries = new AtomicInteger();
        Work failing = shift -> {
            tries.incrementAndGet();
            throw new IllegalStateException("meant to fail");
        };
        var left = new AtomicInteger(5);
        Work counting = shift -> {
            if (left.getAndDecrement() > 0) {
                shift.did("counted");
            }
        };
        background.add(failing);
        background.add(counting);

        assertEquals(5, background.settle().get("counted"));
        assertTrue(tries.get() <= 6, tries::toString);
    }

    @Test
    void work_that_is_woken_while_it_runs_runs_again() {
        var runs = new AtomicInteger();
        Work[] self = new Work[1];
        self[0] = shift -> {
            if (runs.incrementAndGet() == 1) {
                background.wake(self[0], shift.now());
            }
        };
        background.add(self[0]);
        background.wake(self[0], START);

        background.runOnePiece();
        background.runOnePiece();
        background.runOnePiece();

        assertEquals(2, runs.get());
    }

    @Test
    void a_waking_call_never_puts_off_what_is_due_earlier() {
        var work = new Repeating(Duration.ofDays(1));
        background.add(work);
        background.wake(work, START.plusSeconds(1));
        background.wake(work, START.plusSeconds(100));

        assertEquals(Optional.of(START.plusSeconds(1)), background.nextDue());
    }

    @Test
    void nothing_starts_after_the_end_though_it_is_due() {
        var work = new Repeating(Duration.ofSeconds(1));
        background.add(work);
        background.wake(work, START);
        background.close();

        assertFalse(background.runOnePiece());
        background.move(now -> now.plusSeconds(100));
        background.settle();

        assertEquals(List.of(), work.runs);
    }

    @Test
    void the_ticker_passes_by_a_world_that_somebody_else_has_and_is_woken_when_it_is_free() throws Exception {
        var work = new Repeating(Duration.ofDays(1));
        background.add(work);
        background.wake(work, START);
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var holder = new Thread(() -> background.move(now -> {
            inside.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return now;
        }));
        holder.start();
        inside.await();

        assertTrue(background.isTaken());
        assertFalse(background.runOnePiece());
        var before = wakes.get();
        goOn.countDown();
        holder.join();

        assertFalse(background.isTaken());
        assertEquals(before + 1, wakes.get());
        assertFalse(background.runOnePiece());
        assertEquals(List.of(START), work.runs);
    }

    @Test
    void a_clock_set_running_wakes_the_ticker() {
        clock.standAt(START.minusSeconds(100));
        var before = wakes.get();

        background.runOn();

        assertEquals(before + 1, wakes.get());
        assertFalse(clock.fixed());
    }
}
