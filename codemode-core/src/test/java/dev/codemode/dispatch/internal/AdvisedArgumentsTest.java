package dev.codemode.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation whose declaration asks for more than it needs. */
final class AdvisedArgumentsTest extends OrderCalls {
    private static final Schema INPUT = Schema.object(List.of(
            Property.required("id", Schema.integer()),
            Property.optional("state", Schema.string()),
            Property.required("list", Schema.array(Schema.string()))));

    private static Catalog advised(Schema input, TypeDefinition... types) {
        Operation operation = Operation.builder(FIND, Effect.WRITE)
                .input(input)
                .argumentCheck(ArgumentCheck.ADVISE)
                .build();
        return Catalog.of(List.of(Service.of("orders", Docs.none(), List.of(operation), List.of(types))));
    }

    private HostReply find(Catalog catalog, OperationHandler handler, String arguments) {
        Dispatcher dispatcher = new Dispatcher(catalog, Map.of(FIND, handler), List.of(), executor);
        return reply(dispatcher.begin(scope(catalog, Limits.defaults())), 1, "orders.find", arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "[{\"id\":\"x\",\"state\":null}]", "[{\"list\":{\"deep\":[1]}}]"})
    void passesWhatTheDeclarationForbids(String arguments) {
        AtomicReference<Object> passed = new AtomicReference<>();
        assertThat(find(advised(INPUT), call -> passed.getAndSet(call.arguments()), arguments))
                .isEqualTo(new HostReply.Fulfilled("null"));
        assertThat(passed.get()).isInstanceOf(Map.class);
    }

    @Test
    void passesItByTheNameOfATypeToo() {
        Catalog catalog = advised(Schema.reference("Find"), new TypeDefinition("Find", INPUT, Docs.none()));
        assertThat(find(catalog, call -> 1, "[{\"id\":\"x\"}]")).isEqualTo(new HostReply.Fulfilled("1"));
    }

    @Test
    void refusesNamesThatTheOperationDoesNotHave() {
        assertThat(((HostReply.Rejected) find(advised(INPUT), call -> null, "[{\"idd\":1}]")).message())
                .isEqualTo("orders.find: the argument has no property 'idd' (at $; did you mean 'id'?).");
    }

    @Test
    void tellsWhereTheArgumentsDifferIfTheOperationFails() {
        OperationHandler failing = call -> {
            throw new OperationFailedException("the server refused it");
        };
        assertThat(((HostReply.Rejected) find(advised(INPUT), failing, "[{\"id\":\"x\"}]")).message())
                .isEqualTo(
                        "orders.find: the server refused it. The arguments differ from the declaration: 'id' must be an"
                                + " integer within ±(2^53−1), but was \"x\" (at $.id); 'list' is missing: it must be an array (at $).");
        assertThat(((HostReply.Rejected) find(advised(INPUT), failing, "[{\"id\":1,\"list\":[]}]")).message())
                .isEqualTo("orders.find: the server refused it");
    }
}
