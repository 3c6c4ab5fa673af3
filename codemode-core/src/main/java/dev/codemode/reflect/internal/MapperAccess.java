package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;

/** Reaches the parts of a mapper from which its deserialisers come. */
final class MapperAccess {
    private MapperAccess() {}

    static DeserializationContext context(ObjectMapper mapper) {
        DefaultDeserializationContext blueprint = (DefaultDeserializationContext) mapper.getDeserializationContext();
        return blueprint.createDummyInstance(mapper.getDeserializationConfig());
    }
}
