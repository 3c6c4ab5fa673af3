package dev.codemode.catalog.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * The cycles of a graph: its strongly connected components (Tarjan, 1972), found once and without recursion, since a
 * chain may be long. Confined to one thread at a time.
 */
public final class Circles {
    private final Function<String, ? extends Collection<String>> successors;
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final Map<String, Integer> found = new HashMap<>();

    /** Finds the cycles of a graph, given each node's successors, which are asked for once or twice. */
    public Circles(Function<String, ? extends Collection<String>> successors) {
        this.successors = Objects.requireNonNull(successors, "successors");
    }

    private record Visit(String node, Deque<String> open) {}

    /** Returns the number of the cycle that the node is in; nothing if no path leads from it back to itself. */
    public OptionalInt of(String node) {
        if (!order.containsKey(node)) {
            visit(node);
        }
        Integer circle = found.get(node);
        return circle == null ? OptionalInt.empty() : OptionalInt.of(circle);
    }

    /** Returns whether a path leads from each of the nodes to the other. */
    public boolean share(String one, String other) {
        OptionalInt circle = of(one);
        return circle.isPresent() && circle.equals(of(other));
    }

    private void visit(String first) {
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(first));
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            String next = visit.open().poll();
            if (next == null) {
                leave(visits.pop().node());
                if (!visits.isEmpty()) {
                    lower(visits.element().node(), lowest.getOrDefault(visit.node(), 0));
                }
            } else if (!order.containsKey(next)) {
                visits.push(enter(next));
            } else if (onStack.contains(next)) {
                lower(visit.node(), order.getOrDefault(next, 0));
            }
        }
    }

    private Visit enter(String node) {
        int number = order.size();
        order.put(node, number);
        lowest.put(node, number);
        stack.push(node);
        onStack.add(node);
        return new Visit(node, new ArrayDeque<>(successors.apply(node)));
    }

    private void lower(String node, int to) {
        lowest.merge(node, to, Math::min);
    }

    private void leave(String node) {
        int number = order.getOrDefault(node, 0);
        if (lowest.getOrDefault(node, 0) != number) {
            return;
        }
        List<String> part = new ArrayList<>();
        do {
            String member = stack.pop();
            onStack.remove(member);
            part.add(member);
        } while (!part.get(part.size() - 1).equals(node));
        if (part.size() > 1 || successors.apply(node).contains(node)) {
            part.forEach(member -> found.put(member, number));
        }
    }
}
