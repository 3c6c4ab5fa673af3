package dev.codemode.reflect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.reflect.JavaTypesTest.Address;
import dev.codemode.reflect.JavaTypesTest.Category;
import dev.codemode.reflect.JavaTypesTest.Drawing;
import dev.codemode.reflect.JavaTypesTest.Line;
import dev.codemode.reflect.JavaTypesTest.Note;
import dev.codemode.reflect.JavaTypesTest.Page;
import dev.codemode.reflect.JavaTypesTest.Payment;
import dev.codemode.reflect.JavaTypesTest.Shape;
import dev.codemode.reflect.JavaTypesTest.Status;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Returns what it was given, in every type that has a JSON form. */
@CodeModeService(name = "echo")
public final class Echo {
    public Echo() {}

    @CodeModeOperation(effect = Effect.READ)
    public boolean aBoolean(boolean value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public byte aByte(byte value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public int anInt(int value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public long aLong(long value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public float aFloat(float value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public double aDouble(double value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public char aChar(char value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public String aString(String value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public BigDecimal aBigDecimal(BigDecimal value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public BigInteger aBigInteger(BigInteger value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public byte[] bytes(byte[] value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public int[] ints(int[] value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public List<String> list(List<String> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public List<@Nullable String> holes(List<@Nullable String> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Set<Integer> set(Set<Integer> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Collection<Boolean> collection(Collection<Boolean> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Iterable<String> iterable(Iterable<String> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public String[][] nested(String[][] value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Map<String, Integer> map(Map<String, Integer> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Map<LocalDate, String> byDate(Map<LocalDate, String> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public UUID uuid(UUID value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public URI uri(URI value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public JsonNode node(JsonNode value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Object any(Object value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Instant instant(Instant value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public LocalDate localDate(LocalDate value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public LocalTime localTime(LocalTime value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public LocalDateTime localDateTime(LocalDateTime value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public OffsetDateTime offsetDateTime(OffsetDateTime value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public OffsetTime offsetTime(OffsetTime value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public ZonedDateTime zonedDateTime(ZonedDateTime value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Duration duration(Duration value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Period period(Period value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Year year(Year value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public YearMonth yearMonth(YearMonth value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public MonthDay monthDay(MonthDay value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public ZoneId zoneId(ZoneId value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public ZoneOffset zoneOffset(ZoneOffset value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public DayOfWeek dayOfWeek(DayOfWeek value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Month month(Month value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Status status(Status value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Line line(@CodeModeParam(name = "value") Line value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Shape shape(Shape value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Drawing drawing(@CodeModeParam(name = "value") Drawing value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Page<Line> page(@CodeModeParam(name = "value") Page<Line> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Optional<String> optional(Optional<String> value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public OptionalInt optionalInt(OptionalInt value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public OptionalLong optionalLong(OptionalLong value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public OptionalDouble optionalDouble(OptionalDouble value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Payment payment(Payment value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Category category(Category value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Note note(Note value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Address address(Address value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public @Nullable String nullable(@Nullable String value) {
        return value;
    }

    @CodeModeOperation(effect = Effect.READ)
    public Page<@Nullable Line> sparse() {
        return new Page<>(Arrays.asList((Line) null));
    }
}
