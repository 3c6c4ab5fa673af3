package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** The annotations of the type of one field or accessor. */
final class MemberUse {
    private MemberUse() {}

    static TypeUse of(AnnotatedMember member, JacksonType owner) {
        var variables = owner.use().variables(owner.raw());
        if (member.getMember() instanceof Field field) {
            return TypeUse.of(field.getAnnotatedType(), field, variables);
        }
        return member.getMember() instanceof Method method
                ? TypeUse.of(method.getAnnotatedReturnType(), method, variables)
                : TypeUse.PLAIN;
    }
}
