package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.ReferenceTypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.type.ReferenceType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an {@link Optional}: null and absent are both empty. */
final class OptionalDeserializer extends ReferenceTypeDeserializer<Optional<?>> {
    private static final long serialVersionUID = 1L;

    OptionalDeserializer(
            ReferenceType type, @Nullable TypeDeserializer contentType, @Nullable JsonDeserializer<?> content) {
        super(type, null, contentType, content);
    }

    @Override
    protected ReferenceTypeDeserializer<Optional<?>> withResolved(
            TypeDeserializer contentType, JsonDeserializer<?> content) {
        return new OptionalDeserializer((ReferenceType) _fullType, contentType, content);
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) throws JsonMappingException {
        return Optional.ofNullable(_valueDeserializer.getNullValue(context));
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return getNullValue(context);
    }

    @Override
    public Optional<?> referenceValue(@Nullable Object content) {
        return Optional.ofNullable(content);
    }

    @Override
    public @Nullable Object getReferenced(Optional<?> reference) {
        return reference.orElse(null);
    }

    @Override
    public Optional<?> updateReference(Optional<?> reference, @Nullable Object content) {
        return referenceValue(content);
    }
}
