package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Schema;
import dev.codemode.source.OperationFailedException;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeanValidationTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private final Loaded loaded = Loaded.of(new Books());

    private static Schema.NumberSchema between(Schema.@Nullable Bound least, Schema.@Nullable Bound most) {
        return Schema.integer().between(least, most);
    }

    @Test
    void readsConstraintsIntoBounds() {
        Schema.Bound zero = new Schema.Bound(BigDecimal.ZERO, false);
        assertThat(loaded.service().parameters(loaded.operation("find")))
                .containsExactly(
                        Schema.Property.required("limit", between(Schema.Bound.at(1), Schema.Bound.at(100))),
                        Schema.Property.required("copies", between(zero, null)),
                        Schema.Property.required("change", between(null, zero)),
                        Schema.Property.required(
                                "price", Schema.number().between(new Schema.Bound(new BigDecimal("0.5"), false), null)),
                        Schema.Property.required("title", new Schema.StringSchema(null, 2, 40, null)),
                        Schema.Property.required("author", new Schema.StringSchema(null, 1, null, "\\S")),
                        Schema.Property.required("mail", Schema.string("email")),
                        Schema.Property.required("isbn", new Schema.StringSchema(null, null, null, "^(?:[0-9]{13})$")),
                        Schema.Property.required(
                                "words", new Schema.ArraySchema(new Schema.StringSchema(null, 1, 20, "\\S"), 1, 5)));
        assertThat(loaded.issues()).isEmpty();
    }

    @Test
    void saysInWordsWhatASchemaCannotExpress() {
        assertThat(loaded.service().parameters(loaded.operation("rest")))
                .containsExactly(
                        Schema.Property.required("day", Schema.string("date"))
                                .withDocs(Docs.of("Must be in the future.")),
                        Schema.Property.required("price", Schema.number())
                                .withDocs(Docs.of("At most 5 digits before the decimal point and 2 after it.")),
                        Schema.Property.required("code", Schema.string())
                                .withDocs(Docs.of("Must match the Java regular expression (?i)[a-z]++")));
    }

    @Test
    void followsComposedConstraintsAndLeavesOtherGroupsOut() {
        assertThat(loaded.service().parameters(loaded.operation("composed")))
                .containsExactly(
                        Schema.Property.required("isbn", new Schema.StringSchema(null, 13, 13, null)),
                        Schema.Property.required("draft", Schema.string()));
    }

    @Test
    void letsNotNullOverrideNullable() {
        assertThat(loaded.type("Book"))
                .isEqualTo(Schema.object(List.of(
                        Schema.Property.required("title", Schema.string()),
                        Schema.Property.required("pages", between(Schema.Bound.at(1), null)))));
    }

    @Test
    void checksBoundArgumentsWithAValidator() {
        Loaded checked = new Loaded(AnnotatedServices.builder()
                .bean(new Books())
                .check(BeanValidation.of(VALIDATOR))
                .build()
                .load());
        assertThatThrownBy(() -> checked.call(
                        "shelve", Map.of("shelf", 0L, "books", List.of(Map.of("title", "a", "pages", 0L)))))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("""
                        books.shelve: 'books[0].pages' must be greater than or equal to 1 (at $.books[0].pages)
                        books.shelve: 'shelf' must be greater than or equal to 1 (at $.shelf)""");
    }

    @Test
    void namesThePathInsideASoleBean() {
        Loaded checked = new Loaded(AnnotatedServices.builder()
                .bean(new Books())
                .check(BeanValidation.of(VALIDATOR))
                .build()
                .load());
        assertThatThrownBy(() -> checked.call("add", Map.of("title", "a", "pages", 0L)))
                .hasMessage("books.add: 'pages' must be greater than or equal to 1 (at $.pages)");
    }

    record Book(@NotNull @Nullable String title, @Min(1) int pages) {}

    interface Draft {}

    @Size(min = 13, max = 13) @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Isbn {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @CodeModeService(name = "books")
    static class Books {
        @CodeModeOperation(effect = Effect.READ)
        public void find(
                @Min(1) @Max(100) int limit,
                @Positive int copies,
                @Negative int change,
                @DecimalMin(value = "0.5", inclusive = false) BigDecimal price,
                @Size(min = 2, max = 40) String title,
                @NotBlank String author,
                @Email String mail,
                @Pattern(regexp = "[0-9]{13}") String isbn,
                @NotEmpty @Size(max = 5) List<@NotBlank @Size(max = 20) String> words) {}

        @CodeModeOperation(effect = Effect.READ)
        public void rest(
                @Future LocalDate day,
                @Digits(integer = 5, fraction = 2) BigDecimal price,
                @Pattern(regexp = "(?i)[a-z]++") String code) {}

        @CodeModeOperation(effect = Effect.READ)
        public void composed(@Isbn String isbn, @Size(min = 3, groups = Draft.class) String draft) {}

        @CodeModeOperation(effect = Effect.WRITE)
        public Book add(@Valid Book book) {
            return book;
        }

        @CodeModeOperation(effect = Effect.WRITE)
        public void shelve(@Min(1) int shelf, List<@Valid Book> books) {}
    }
}
