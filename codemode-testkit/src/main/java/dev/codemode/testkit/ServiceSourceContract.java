package dev.codemode.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of every {@link ServiceSource}. Extend it in a test and return a source that has at least one operation.
 * Confined to one thread at a time.
 *
 * @since 0.1
 */
public abstract class ServiceSourceContract {
    /** Creates contracts; for subclasses. */
    protected ServiceSourceContract() {}

    /** Returns a new source. The contract closes it. */
    protected abstract ServiceSource source();

    @Test
    final void loadsOperations() {
        assertThat(operations(load())).isNotEmpty();
    }

    @Test
    final void hasAHandlerForEachOperationAndNoOthers() {
        SourceSnapshot snapshot = load();
        List<OperationName> names =
                operations(snapshot).stream().map(Operation::name).toList();
        assertThat(snapshot.handlers().keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    final void namesEachServiceAndOperationOnce() {
        SourceSnapshot snapshot = load();
        assertThat(snapshot.services().stream().map(Service::name)).doesNotHaveDuplicates();
        assertThat(operations(snapshot).stream()
                        .map(operation -> operation.name().toString()))
                .doesNotHaveDuplicates();
    }

    @Test
    final void keepsOperationsAndTypesUnderTheirOwnNames() {
        for (Service service : load().services()) {
            assertThat(service.operations()).allSatisfy((path, operation) -> {
                assertThat(operation.name().service()).isEqualTo(service.name());
                assertThat(operation.name().dottedPath()).isEqualTo(path);
            });
            assertThat(service.types())
                    .allSatisfy((name, type) -> assertThat(type.name()).isEqualTo(name));
        }
    }

    @Test
    final void namesServicesAsScriptsCanUseThem() {
        assertThat(load().services())
                .allSatisfy(service ->
                        assertThat(OperationName.problem(service.name())).isEmpty());
    }

    @Test
    final void namesTypesAsDeclarationsCanUseThem() {
        for (Service service : load().services()) {
            assertThat(service.types().keySet())
                    .allSatisfy(name -> assertThat(TypeDefinition.problem(name)).isEmpty());
        }
    }

    @Test
    final void takesOneObjectInEachOperation() {
        for (Service service : load().services()) {
            assertThat(service.operations())
                    .allSatisfy((path, operation) ->
                            assertThat(service.resolve(operation.input())).isInstanceOf(Schema.ObjectSchema.class));
        }
    }

    @Test
    final void resolvesEveryReferenceInItsService() {
        for (Service service : load().services()) {
            List<String> missing = references(service).stream()
                    .filter(name -> !service.types().containsKey(name))
                    .toList();
            assertThat(missing)
                    .as("types that '%s' refers to and lacks", service.name())
                    .isEmpty();
        }
    }

    private static Set<String> references(Service service) {
        Stream<Schema> ofOperations = service.operations().values().stream()
                .flatMap(operation -> Stream.of(operation.input(), operation.output()));
        Stream<Schema> ofTypes = service.types().values().stream().map(TypeDefinition::schema);
        return Stream.concat(ofOperations, ofTypes)
                .flatMap(schema -> schema.references().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    final void loadsTheSameTwice() {
        try (ServiceSource source = source()) {
            SourceSnapshot first = source.load();
            SourceSnapshot second = source.load();
            assertThat(second.services()).isEqualTo(first.services());
            assertThat(second.issues()).isEqualTo(first.issues());
            assertThat(second.handlers().keySet()).isEqualTo(first.handlers().keySet());
        }
    }

    @Test
    final void keepsTheOrderOfItsOperations() {
        assertThat(operations(load()).stream().map(Operation::name).toList())
                .isEqualTo(operations(load()).stream().map(Operation::name).toList());
    }

    @Test
    final void saysWhereAndWhatIsWrong() {
        assertThat(load().issues())
                .extracting(SourceIssue::location, SourceIssue::message)
                .allSatisfy(issue -> assertThat(issue.toList())
                        .allSatisfy(text -> assertThat((String) text).isNotBlank()));
    }

    @Test
    final void takesAListener() {
        try (ServiceSource source = source()) {
            source.onChange(() -> {});
            assertThat(source.load()).isNotNull();
        }
    }

    @Test
    final void mayBeClosedTwice() {
        ServiceSource source = source();
        source.close();
        source.close();
    }

    private SourceSnapshot load() {
        try (ServiceSource source = source()) {
            return source.load();
        }
    }

    private static List<Operation> operations(SourceSnapshot snapshot) {
        return snapshot.services().stream()
                .map(Service::operations)
                .map(Map::values)
                .flatMap(operations -> operations.stream())
                .toList();
    }
}
