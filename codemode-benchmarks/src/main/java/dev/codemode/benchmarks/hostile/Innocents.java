package dev.codemode.benchmarks.hostile;

import dev.codemode.testkit.hostile.HostileLimits;
import dev.codemode.testkit.hostile.HostileRun;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.testkit.hostile.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Harmless scripts. They run next to a hostile one in the same sandbox, one after another, and each must return its own
 * marker. Confined to one thread at a time.
 */
final class Innocents implements AutoCloseable {
    private static final Duration WALL_TIME = Duration.ofSeconds(20);

    private final Guests guests;
    private final HostileLimits limits;
    private final List<String> faults = new ArrayList<>();
    private final CountDownLatch started = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "innocents");
    private volatile boolean stopped;

    private Innocents(Guests guests, HostileLimits limits) {
        this.guests = guests;
        this.limits = limits.withWallTime(WALL_TIME);
    }

    /** Starts them, and returns once the first is about to run. */
    static Innocents beside(HostileScript script, Guests guests) throws InterruptedException {
        Innocents innocents = new Innocents(guests, script.limits());
        innocents.thread.start();
        innocents.started.await();
        return innocents;
    }

    private void run() {
        started.countDown();
        for (int i = 1; !stopped || i == 1; i++) {
            String marker = "innocent-" + i;
            HostileRun run = guests.run(innocent(marker), "innocents").run();
            String wanted = "{\"marker\":\"" + marker + "\",\"count\":3}";
            if (run.outcome() != Outcome.VALUE || !wanted.equals(run.resultJson())) {
                faults.add("an innocent script next to it ended as "
                        + run.outcome().word() + ", "
                        + run.texts().get(0).text().lines().findFirst().orElse(""));
                return;
            }
        }
    }

    private HostileScript innocent(String marker) {
        String code = "const found = await api.items.list({ n: 3 }); return { marker: '" + marker
                + "', count: found.count };";
        return HostileScript.innocent("innocent.js", code, limits);
    }

    /** Lets the running one end, and returns the outcomes. */
    List<String> end() throws InterruptedException {
        close();
        thread.join();
        return faults;
    }

    @Override
    public void close() {
        stopped = true;
    }
}
