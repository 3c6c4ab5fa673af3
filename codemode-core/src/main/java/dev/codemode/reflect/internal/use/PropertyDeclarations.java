package dev.codemode.reflect.internal.use;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.Map;

/**
 * The combined annotations of one property's field, component, accessors and constructor parameter. Confined to one
 * thread at a time.
 */
public final class PropertyDeclarations {
    private final Class<?> type;
    private final Map<TypeVariable<?>, TypeUse> variables;
    private TypeUse use = TypeUse.PLAIN;
    private boolean deprecated;

    /** Starts without declarations; the variables map those of the class and its supertypes to their types. */
    public PropertyDeclarations(Class<?> type, Map<TypeVariable<?>, TypeUse> variables) {
        this.type = type;
        this.variables = variables;
    }

    /** Adds what the class and its supertypes declare for the property of this name. */
    public void readAll(String name) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    add(field.getAnnotatedType(), field);
                }
            }
            for (Method method : owner.getDeclaredMethods()) {
                if (!method.isBridge()) {
                    readAccessor(method, name, capital);
                }
            }
            readComponent(owner, name);
        }
        if (type.isInterface()) {
            for (Method method : type.getMethods()) {
                readAccessor(method, name, capital);
            }
        }
    }

    private void readComponent(Class<?> owner, String name) {
        RecordComponent[] components = owner.getRecordComponents();
        for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
            if (component.getName().equals(name)) {
                add(component.getAnnotatedType(), component);
            }
        }
    }

    private void readAccessor(Method method, String name, String capital) {
        String found = method.getName();
        boolean getter = method.getParameterCount() == 0
                && (found.equals(name) || found.equals("get" + capital) || found.equals("is" + capital));
        if (getter) {
            add(method.getAnnotatedReturnType(), method);
        } else if (method.getParameterCount() == 1 && found.equals("set" + capital)) {
            add(method.getAnnotatedParameterTypes()[0], method.getParameters()[0]);
            deprecated |= method.isAnnotationPresent(Deprecated.class);
        }
    }

    /** Adds the parameter of a constructor or factory that fills the property. */
    public void readParameter(Parameter parameter) {
        add(parameter.getAnnotatedType(), parameter);
    }

    /** Returns the annotations so far. */
    public TypeUse use() {
        return use;
    }

    /** Returns whether one of the declarations is deprecated. */
    public boolean deprecated() {
        return deprecated;
    }

    private void add(AnnotatedType annotatedType, AnnotatedElement declaration) {
        use = use.and(TypeUse.of(annotatedType, declaration, variables));
        deprecated |= declaration.isAnnotationPresent(Deprecated.class);
    }
}
