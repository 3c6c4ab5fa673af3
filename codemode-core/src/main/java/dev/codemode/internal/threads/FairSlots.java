package dev.codemode.internal.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded number of places, such as for concurrent scripts or for processes that trust domains share.
 *
 * <p>Invariant: a place that becomes free goes to the trust domain that has the fewest, first come first served among
 * equals, so no domain keeps the others waiting by the number of its scripts. Held by {@code PlacesTest}. Thread-safe.
 */
public final class FairSlots {
    private final int most;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Waiter> waiting = new ArrayList<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private int total;
    private long admissions;

    /** Creates that many places, all free. */
    public FairSlots(int most) {
        this.most = most;
    }

    /** Takes a place, and returns whether one became free in time. Blocks; an interrupt ends the wait. */
    public boolean enter(String trustDomain, Duration maxWait) throws InterruptedException {
        return enter(trustDomain, maxWait, maxWait);
    }

    /**
     * Takes a place, and returns whether one became free in time. Blocks; an interrupt ends the wait.
     *
     * @param maxStandstill how long it waits while nobody gets a place
     * @param maxWait how long it waits in all
     */
    public boolean enter(String trustDomain, Duration maxStandstill, Duration maxWait) throws InterruptedException {
        Waiter waiter = new Waiter(trustDomain);
        lock.lockInterruptibly();
        try {
            waiting.add(waiter);
            if (!await(waiter, new Patience(maxStandstill, maxWait))) {
                return false;
            }
            taken.merge(trustDomain, 1, Integer::sum);
            total++;
            admissions++;
            return true;
        } finally {
            waiting.remove(waiter);
            changed.signalAll();
            lock.unlock();
        }
    }

    private boolean await(Waiter waiter, Patience patience) throws InterruptedException {
        while (!isNext(waiter)) {
            long left = patience.left();
            if (left <= 0) {
                return false;
            }
            long seen = admissions;
            patience.waited(left - changed.awaitNanos(left), seen != admissions);
        }
        return true;
    }

    private boolean isNext(Waiter waiter) {
        return total < most
                && waiting.stream()
                        .min(Comparator.comparingInt(other -> taken.getOrDefault(other.trustDomain, 0)))
                        .filter(next -> next == waiter)
                        .isPresent();
    }

    /** Gives a place back. */
    public void leave(String trustDomain) {
        lock.lock();
        try {
            taken.computeIfPresent(trustDomain, (domain, count) -> count == 1 ? null : count - 1);
            total--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no place is taken, and returns whether that happened in time. */
    public boolean awaitEmpty(Duration maxWait) throws InterruptedException {
        long left = maxWait.toNanos();
        lock.lockInterruptibly();
        try {
            while (total > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return total == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many wait. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** One waiting script. Compared by identity. */
    private static final class Waiter {
        private final String trustDomain;

        Waiter(String trustDomain) {
            this.trustDomain = trustDomain;
        }
    }
}
