package io.opintosandbox.snapshot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import io.opintosandbox.id.SyntheticOnly;
import io.opintosandbox.json.Json;
import io.opintosandbox.store.StoreException;
import io.opintosandbox.store.WorldRows;
import io.opintosandbox.vtj.VtjHenkilo;
import io.opintosandbox.world.World;
import io.opintosandbox.world.Worlds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Whole worlds as JSON documents, out and in. In them is whatever decides what the world answers; sessions, tokens and the
 * journal are not. Contract: control-api.md, "snapshot"; docs/decisions/0018.
 */
public final class Snapshots {
    /** The version of the document. */
    public static final int FORMAT = 1;

    /** The largest document that is read. */
    public static final long MOST_BYTES = 512L * 1024 * 1024;

    private final Worlds worlds;
    private final BiConsumer<World, Map<String, Optional<VtjHenkilo>>> furnish;

    /** @param furnish puts the features into an empty world, with the ready-made people of its VTJ by hetu */
    public Snapshots(Worlds worlds, BiConsumer<World, Map<String, Optional<VtjHenkilo>>> furnish) {
        this.worlds = worlds;
        this.furnish = furnish;
    }

    /** A snapshot of a world, which goes when the stream is closed. */
    public InputStream of(World world) throws IOException {
        var spool = new Spool();
        try {
            world.whileStill(() -> {
                world.db().atOneMoment(() -> write(world, spool));
                return true;
            });
            return spool.readOnce();
        } catch (UncheckedIOException e) {
            spool.close();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Writes a snapshot of a world; the stream stays open. */
    public void write(World world, OutputStream out) throws IOException {
        try (var snapshot = of(world)) {
            snapshot.transferTo(out);
        }
    }

    private static void write(World world, Spool spool) {
        try (var out = spool.write()) {
            Writer.write(world, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the world of a snapshot in this one's place, under this one's name. Numbers of rows stay as they are unless
     * another living world has one of them; then all of them are moved up alike. Errors: {@link BadSnapshot}, and nothing has changed.
     */
    public World load(World world, InputStream in) throws IOException {
        try (var spool = new Spool()) {
            if (!spool.takes(in, MOST_BYTES)) {
                throw new BadSnapshot(
                        BadSnapshot.Kind.TOO_LARGE, null, "The snapshot is over " + MOST_BYTES + " bytes.");
            }
            return load(world, spool);
        } catch (JacksonException e) {
            throw notJson(e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof JacksonException broken ? notJson(broken) : e;
        } catch (StoreException.LockConflict e) {
            throw BadSnapshot.conflict(
                    null, "Other calls were changing the world that is to be replaced; send it again.");
        }
    }

    /** Without the parser's message, which may hold anything of the document. */
    private static BadSnapshot notJson(JacksonException e) {
        var at = e.getLocation();
        return BadSnapshot.invalid(
                null,
                "The snapshot is not JSON, or an object in it has a name twice: line " + at.getLineNr() + ", column "
                        + at.getColumnNr() + ".");
    }

    private World load(World world, Spool spool) throws IOException {
        var texts = new Texts(new SyntheticOnly(world.settings().allowedHetus(), false));
        Header header;
        try (var json = Json.parser(spool.read())) {
            header = Header.read(json, world, texts);
        }
        if (world.db().numbersPast(header.highestNumber())) {
            try {
                return replace(world, header, spool, texts, 0);
            } catch (StoreException.UniqueViolation e) {
                refuseTakenName(e);
            }
        }
        return moved(world, header, spool, texts);
    }

    private World moved(World world, Header header, Spool spool, Texts texts) {
        var by = world.db().numbers(header.highestNumber());
        if (by.isEmpty()) {
            throw BadSnapshot.invalid("/highestNumber", "The numbers of the rows are too high to be moved.");
        }
        try {
            return replace(world, header, spool, texts, by.getAsLong());
        } catch (StoreException.UniqueViolation e) {
            refuseTakenName(e);
            throw BadSnapshot.conflict("/tables", "Two rows of a table have the same key (" + e.constraint() + ").");
        }
    }

    private static void refuseTakenName(StoreException.UniqueViolation e) {
        if (e.constraint().equals("palvelukayttaja_tunnus_key")) {
            throw BadSnapshot.conflict(
                    "/tables/palvelukayttaja",
                    "A user of the snapshot has a name that is taken, in another world or by another user of it; remove"
                            + " that user or that world first.");
        }
    }

    private World replace(World world, Header header, Spool spool, Texts texts, long moved) {
        return worlds.replace(world, header.settings(), fresh -> {
            var names = new Usernames(header.state().readyMadeUsers(), header.world(), fresh);
            furnish.accept(fresh, header.state().vtj());
            try (var json = Json.parser(spool.read())) {
                skipTo(json, "tables");
                new Loader(json, new WorldRows(fresh.db()), texts, names, header.highestNumber(), moved).load();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            header.state().restore(fresh, names, header.now());
        });
    }

    private static void skipTo(JsonParser json, String field) throws IOException {
        json.nextToken();
        while (json.nextToken() != null && !json.currentName().equals(field)) {
            json.nextToken();
            json.skipChildren();
        }
    }
}
