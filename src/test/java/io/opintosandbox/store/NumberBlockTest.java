package io.opintosandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Numbers grow and are given once, and whoever holds a connection gets one. */
class NumberBlockTest {

    @Test
    void a_block_is_used_up_before_another_is_wanted() {
        var block = new NumberBlock();
        assertTrue(block.take().isEmpty());
        block.refill(5000);

        for (long expected = 5000; expected < 5000 + NumberBlock.SIZE; expected++) {
            assertEquals(expected, block.take().orElseThrow());
        }
        assertTrue(block.take().isEmpty());
    }

    @Test
    void of_two_blocks_brought_at_once_the_later_counts_only_when_it_is_higher() {
        var block = new NumberBlock();
        block.refill(9000);
        block.refill(8000);
        assertEquals(9000, block.take().orElseThrow());
        while (block.take().isPresent()) {
            // until it is used up
        }

        block.refill(8000);
        assertTrue(block.take().isEmpty(), "numbers must grow");
        block.refill(10_000);
        assertEquals(10_000, block.take().orElseThrow());
    }

    @Test
    void more_transactions_than_connections_all_get_their_numbers() throws Exception {
        try (var database = Database.inMemory()) {
            var numbers = new ConcurrentSkipListSet<Long>();
            var failures = new AtomicInteger();
            var start = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                var thread = new Thread(() -> {
                    try {
                        start.await();
                        for (int n = 0; n < 20; n++) {
                            database.transaction(() -> {
                                for (int k = 0; k < 50; k++) {
                                    numbers.add(database.nextNumber());
                                }
                            });
                        }
                    } catch (InterruptedException | RuntimeException e) {
                        failures.incrementAndGet();
                    }
                });
                threads.add(thread);
                thread.start();
            }
            start.countDown();
            for (var thread : threads) {
                thread.join();
            }

            assertEquals(0, failures.get());
            assertEquals(40 * 20 * 50, numbers.size());
        }
    }

    @Test
    void one_thread_sees_them_grow() {
        try (var database = Database.inMemory()) {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                numbers.add(database.nextNumber());
            }

            assertEquals(numbers.stream().sorted().toList(), numbers);
            assertEquals(3_000, new HashSet<>(numbers).size());
        }
    }
}
