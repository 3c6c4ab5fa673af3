package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.impl.PropertySerializerMap;
import com.fasterxml.jackson.databind.ser.impl.UnwrappingBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.util.List;

/**
 * Writes an unwrapped property as its declared type, whose serialiser it resolves late: one that is resolved before the
 * property's bean is unwrapped does not get the outer prefix.
 */
final class UnwrappedProperty extends UnwrappingBeanPropertyWriter {
    private static final long serialVersionUID = 1L;

    private UnwrappedProperty(BeanPropertyWriter base, NameTransformer names) {
        super(base, names);
    }

    private UnwrappedProperty(UnwrappingBeanPropertyWriter base, NameTransformer names, SerializedString name) {
        super(base, names, name);
    }

    @Override
    protected UnwrappingBeanPropertyWriter _new(NameTransformer names, SerializedString name) {
        return new UnwrappedProperty(this, names, name);
    }

    /** Leaves the serialiser to be resolved when the first value is written. */
    @Override
    public void assignSerializer(JsonSerializer<Object> serializer) {}

    @Override
    protected JsonSerializer<Object> _findAndAddDynamic(
            PropertySerializerMap map, Class<?> type, SerializerProvider provider) throws JsonMappingException {
        JsonSerializer<Object> serializer =
                provider.findValueSerializer(getType(), this).unwrappingSerializer(_nameTransformer);
        _dynamicSerializers = _dynamicSerializers.newWith(type, serializer);
        return serializer;
    }

    /** Replaces the mapper's own ones with these. */
    static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            properties.replaceAll(property -> {
                NameTransformer names = property.getMember() == null
                        ? null
                        : config.getAnnotationIntrospector().findUnwrappingNameTransformer(property.getMember());
                return names != null && property.getClass() == UnwrappingBeanPropertyWriter.class
                        ? new UnwrappedProperty(property, names)
                        : property;
            });
            return properties;
        }
    }
}
