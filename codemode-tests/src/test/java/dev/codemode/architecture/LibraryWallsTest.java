package dev.codemode.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.codemode.reflect.AnnotatedServices;
import java.util.Set;
import java.util.stream.Stream;

/** Which module and room may see which library, and what users may be shown of one. */
@AnalyzeClasses(
        packages = "dev.codemode",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeGenerated.class})
final class LibraryWallsTest {
    @ArchTest
    static final ArchRule graalStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackages("dev.codemode.sandbox.graal..", "dev.codemode.typescript..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.graalvm..");

    @ArchTest
    static final ArchRule javetStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.codemode.sandbox.v8..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.caoccao..");

    @ArchTest
    static final ArchRule webAssemblyStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.codemode.typescript..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.dylibso..");

    @ArchTest
    static final ArchRule mcpStaysInItsModules = noClasses()
            .that()
            .resideOutsideOfPackages("dev.codemode.mcp..", "dev.codemode.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.modelcontextprotocol..",
                    "reactor..",
                    "jakarta.servlet..",
                    "org.eclipse.jetty..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule mcpSdkStaysInItsRooms = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.codemode.mcp.internal.session..",
                    "dev.codemode.mcp.internal.upstream..",
                    "dev.codemode.audit.scenario..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.modelcontextprotocol..", "reactor..");

    @ArchTest
    static final ArchRule servletsStayInTheirRoom = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.codemode.mcp", "dev.codemode.mcp.internal.http..", "dev.codemode.audit.scenario..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule yamlStaysInItsRoom = noClasses()
            .that()
            .resideOutsideOfPackage("dev.codemode.openapi.internal.text..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule javaParserStaysInItsModule = noClasses()
            .that()
            .resideOutsideOfPackage("dev.codemode.processor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.javaparser..");

    @ArchTest
    static final ArchRule httpClientsStayInTheirRooms = noClasses()
            .that()
            .resideOutsideOfPackages("dev.codemode.http..", "dev.codemode.openapi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..");

    @ArchTest
    static final ArchRule jacksonStaysBehindItsSeams = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.codemode.internal.json..",
                    "dev.codemode.reflect..",
                    "dev.codemode.jsonschema..",
                    "dev.codemode.openapi.internal.document..",
                    "dev.codemode.openapi.internal.overlay..",
                    "dev.codemode.openapi.internal.text..",
                    "dev.codemode.mcp.internal.rpc..",
                    "dev.codemode.mcp.internal.upstream..",
                    "dev.codemode.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule reflectSeesJacksonInOneRoom = noClasses()
            .that()
            .resideInAPackage("dev.codemode.reflect..")
            .and()
            .resideOutsideOfPackage("dev.codemode.reflect.internal.jackson..")
            .and()
            .doNotBelongToAnyOf(AnnotatedServices.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "dev.codemode.reflect.internal.jackson..");

    @ArchTest
    static final ArchRule tokenizersStayInTools = noClasses()
            .that()
            .resideOutsideOfPackages("dev.codemode.audit..", "dev.codemode.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.knuddels..");

    @ArchTest
    static final ArchRule publicSignaturesAreOurs = methods()
            .that()
            .areDeclaredInClassesThat(
                    DescribedPredicate.describe("can be named by users", LibraryWallsTest::canBeNamed))
            .and()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackages("..internal..", "dev.codemode.testkit..")
            .should(nameNoThirdPartyType());

    /** The third-party types that signatures may name, each by a decision. */
    private static final Set<String> ALLOWED = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "jakarta.validation.Validator",
            "jakarta.servlet.http.HttpServlet");

    private static boolean canBeNamed(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(LibraryWallsTest::canBeNamed).orElse(true);
    }

    private static ArchCondition<JavaMethod> nameNoThirdPartyType() {
        return new ArchCondition<>("name no third-party type") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .map(JavaClass::getBaseComponentType)
                        .filter(type -> !type.isPrimitive())
                        .filter(type -> !type.getName().startsWith("java."))
                        .filter(type -> !type.getName().startsWith("javax.annotation.processing."))
                        .filter(type -> !type.getName().startsWith("javax.lang.model."))
                        .filter(type -> !type.getName().startsWith("dev.codemode."))
                        .filter(type -> !ALLOWED.contains(type.getName()))
                        .filter(not(assignableTo(Throwable.class)))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " names " + type.getName())));
            }
        };
    }
}
