package dev.codemode.audit.scenario;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.source.OperationFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A calendar in memory. Thread-safe.
 *
 * @since 0.1
 */
@CodeModeService(name = "calendar", description = "Events of one calendar.")
public final class Calendar {
    private final Map<String, CalendarEvent> events = new TreeMap<>();
    private int created;

    /** Creates an empty calendar. */
    public Calendar() {}

    /** Creates an event. */
    @CodeModeOperation(effect = Effect.WRITE, description = "Creates an event and returns it with its id.")
    public synchronized CalendarEvent createEvent(
            @CodeModeParam(name = "title", description = "What the event is called") String title,
            @CodeModeParam(name = "start", description = "When it starts, in UTC") Instant start,
            @CodeModeParam(name = "end", description = "When it ends, after its start") Instant end,
            @CodeModeParam(name = "location", description = "Where it takes place", defaultValue = "") String location,
            @CodeModeParam(name = "attendees", description = "Mail addresses of who takes part", defaultValue = "[]")
                    List<String> attendees) {
        if (!end.isAfter(start)) {
            throw new OperationFailedException("The event ends before it starts.");
        }
        return keep(new CalendarEvent("evt_" + ++created, title, start, end, location, attendees));
    }

    /** Returns an event. */
    @CodeModeOperation(effect = Effect.READ, description = "Returns an event.")
    public synchronized CalendarEvent getEvent(@CodeModeParam(name = "id", description = "The event's id") String id) {
        CalendarEvent event = events.get(id);
        if (event == null) {
            throw new OperationFailedException("There is no event " + id + ".");
        }
        return event;
    }

    /** Lists events. */
    @CodeModeOperation(
            effect = Effect.READ,
            description = "Lists the events that start in a span of time, the first first.")
    public synchronized List<CalendarEvent> listEvents(
            @CodeModeParam(name = "from", description = "The earliest start") Instant from,
            @CodeModeParam(name = "to", description = "The latest start") Instant to) {
        return events.values().stream()
                .filter(event -> !event.start().isBefore(from) && !event.start().isAfter(to))
                .sorted(Comparator.comparing(CalendarEvent::start))
                .toList();
    }

    /** Moves an event. */
    @CodeModeOperation(
            effect = Effect.WRITE,
            description = "Moves an event to another start; it stays as long as it is.")
    public synchronized CalendarEvent moveEvent(
            @CodeModeParam(name = "id", description = "The event's id") String id,
            @CodeModeParam(name = "start", description = "When it starts, in UTC") Instant start) {
        CalendarEvent event = getEvent(id);
        Instant end = start.plus(Duration.between(event.start(), event.end()));
        return keep(new CalendarEvent(id, event.title(), start, end, event.location(), event.attendees()));
    }

    /** Renames an event. */
    @CodeModeOperation(effect = Effect.WRITE, description = "Changes the title and the location of an event.")
    public synchronized CalendarEvent describeEvent(
            @CodeModeParam(name = "id", description = "The event's id") String id,
            @CodeModeParam(name = "title", description = "What the event is called") String title,
            @CodeModeParam(name = "location", description = "Where it takes place") String location) {
        CalendarEvent event = getEvent(id);
        return keep(new CalendarEvent(id, title, event.start(), event.end(), location, event.attendees()));
    }

    /** Adds an attendee. */
    @CodeModeOperation(effect = Effect.WRITE, description = "Invites someone to an event.")
    public synchronized CalendarEvent addAttendee(
            @CodeModeParam(name = "id", description = "The event's id") String id,
            @CodeModeParam(name = "attendee", description = "A mail address") String attendee) {
        CalendarEvent event = getEvent(id);
        List<String> attendees = new ArrayList<>(event.attendees());
        attendees.add(attendee);
        return keep(new CalendarEvent(id, event.title(), event.start(), event.end(), event.location(), attendees));
    }

    /** Removes an event. */
    @CodeModeOperation(effect = Effect.DESTRUCTIVE, description = "Deletes an event.")
    public synchronized void deleteEvent(@CodeModeParam(name = "id", description = "The event's id") String id) {
        events.remove(getEvent(id).id());
    }

    /** Finds free time. */
    @CodeModeOperation(
            effect = Effect.READ,
            description = "Returns the first start at which there is time for an event of this length.")
    public synchronized Instant findTime(
            @CodeModeParam(name = "from", description = "The earliest start") Instant from,
            @CodeModeParam(name = "minutes", description = "How long the event lasts") int minutes) {
        Instant start = from;
        for (CalendarEvent event : listEvents(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"))) {
            boolean fits = !start.plus(Duration.ofMinutes(minutes)).isAfter(event.start());
            if (!fits && event.end().isAfter(start)) {
                start = event.end();
            }
        }
        return start;
    }

    private CalendarEvent keep(CalendarEvent event) {
        events.put(event.id(), event);
        return event;
    }
}
