package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on each version of the Servlet API that the build puts on the class path, 6.0 being the oldest. */
class ServletVersionTest {
    @Test
    void callsNothingThatTheApiDoesNotHave() {
        List<JavaMethodCall> calls = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.codemode.mcp")
                        .stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getPackageName().startsWith("jakarta.servlet"))
                        .toList();
        assertThat(calls).hasSizeGreaterThan(20);
        assertThat(calls.stream()
                        .filter(call -> call.getTarget().resolveMember().isEmpty())
                        .map(JavaMethodCall::getDescription))
                .isEmpty();
    }
}
