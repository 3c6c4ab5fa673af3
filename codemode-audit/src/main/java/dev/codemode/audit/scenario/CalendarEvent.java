package dev.codemode.audit.scenario;

import java.time.Instant;
import java.util.List;

/**
 * Something in a calendar. Immutable and thread-safe.
 *
 * @param id the event's identifier
 * @param title what it is called
 * @param start when it starts
 * @param end when it ends
 * @param location where it takes place; empty if nobody said
 * @param attendees who takes part, by mail address
 * @since 0.1
 */
public record CalendarEvent(
        String id, String title, Instant start, Instant end, String location, List<String> attendees) {
    /** Copies the attendees. */
    public CalendarEvent {
        attendees = List.copyOf(attendees);
    }
}
