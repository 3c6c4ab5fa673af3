package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import org.jspecify.annotations.Nullable;

/** What {@code @JsonFormat}, on a property or on a type, and the mapper's overrides say about a use of a type. */
public final class PropertyFormat {
    private PropertyFormat() {}

    /** Returns the format, which is empty if none is given. */
    public static JsonFormat.Value of(MapperConfig<?> config, @Nullable BeanProperty property, Class<?> type) {
        return property == null ? config.getDefaultPropertyFormat(type) : property.findPropertyFormat(config, type);
    }
}
