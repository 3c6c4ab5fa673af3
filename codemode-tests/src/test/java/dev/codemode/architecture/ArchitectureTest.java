package dev.codemode.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import dev.codemode.catalog.CodeModeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house's walls: layers, cycles, rooms, and habits of all classes. Libraries have their own: {@link LibraryWallsTest}. */
@AnalyzeClasses(
        packages = "dev.codemode",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeGenerated.class})
final class ArchitectureTest {
    private static final int LEAST_CLASSES = 200;

    /** Packages whose builders make what is in their internal rooms, which in turn name the types of the interface. */
    private static final List<String> OWNERS_OF_ROOMS = List.of(
            "dev.codemode.catalog",
            "dev.codemode.http",
            "dev.codemode.mcp",
            "dev.codemode.openapi",
            "dev.codemode.sandbox.worker");

    /** What the build makes of WebAssembly is no code of ours. */
    static final class DoNotIncludeGenerated implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/codemode/typescript/internal/strip/swc/");
        }
    }

    @ArchTest
    static void importsEnoughClasses(JavaClasses classes) {
        assertThat(classes.size()).as("imported classes").isGreaterThan(LEAST_CLASSES);
    }

    @ArchTest
    static final ArchRule dataFlowsOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.codemode..")
            .layer("ground")
            .definedBy("dev.codemode.internal..")
            .layer("catalog")
            .definedBy("dev.codemode.catalog..")
            .layer("sandbox")
            .definedBy("dev.codemode.sandbox")
            .layer("annotation")
            .definedBy("dev.codemode.annotation..")
            .layer("source")
            .definedBy("dev.codemode.source..")
            .layer("reflect")
            .definedBy("dev.codemode.reflect..")
            .layer("search")
            .definedBy("dev.codemode.search..")
            .layer("declaration")
            .definedBy("dev.codemode.declaration..")
            .layer("script")
            .definedBy("dev.codemode.script..")
            .layer("validation")
            .definedBy("dev.codemode.validation..")
            .layer("execution")
            .definedBy("dev.codemode.execution..")
            .layer("dispatch")
            .definedBy("dev.codemode.dispatch..")
            .layer("text")
            .definedBy("dev.codemode.text..")
            .layer("facade")
            .definedBy("dev.codemode")
            .layer("realm")
            .definedBy("dev.codemode.sandbox.realm..")
            .layer("worker")
            .definedBy("dev.codemode.sandbox.worker..")
            .layer("http")
            .definedBy("dev.codemode.http..")
            .layer("jsonschema")
            .definedBy("dev.codemode.jsonschema..")
            .layer("openapi")
            .definedBy("dev.codemode.openapi..")
            .layer("graal")
            .definedBy("dev.codemode.sandbox.graal..")
            .layer("v8")
            .definedBy("dev.codemode.sandbox.v8..")
            .layer("deno")
            .definedBy("dev.codemode.sandbox.deno..")
            .layer("typescript")
            .definedBy("dev.codemode.typescript..")
            .layer("mcp")
            .definedBy("dev.codemode.mcp..")
            .layer("audit")
            .definedBy("dev.codemode.audit..")
            .layer("processor")
            .definedBy("dev.codemode.processor..")
            .layer("testkit")
            .definedBy("dev.codemode.testkit..")
            .whereLayer("catalog")
            .mayNotAccessAnyLayer()
            .whereLayer("sandbox")
            .mayNotAccessAnyLayer()
            .whereLayer("ground")
            .mayOnlyAccessLayers("catalog")
            .whereLayer("annotation")
            .mayOnlyAccessLayers("catalog")
            .whereLayer("source")
            .mayOnlyAccessLayers("ground", "catalog")
            .whereLayer("reflect")
            .mayOnlyAccessLayers("ground", "catalog", "annotation", "source")
            .whereLayer("search")
            .mayOnlyAccessLayers("ground", "catalog")
            .whereLayer("declaration")
            .mayOnlyAccessLayers("ground", "catalog")
            .whereLayer("script")
            .mayOnlyAccessLayers("catalog", "sandbox")
            .whereLayer("validation")
            .mayOnlyAccessLayers("ground", "catalog")
            .whereLayer("execution")
            .mayOnlyAccessLayers("catalog")
            .whereLayer("dispatch")
            .mayOnlyAccessLayers("ground", "catalog", "source", "sandbox", "validation", "execution")
            .whereLayer("text")
            .mayOnlyAccessLayers(
                    "ground", "catalog", "sandbox", "search", "declaration", "script", "dispatch", "execution")
            .whereLayer("realm")
            .mayOnlyAccessLayers("sandbox")
            .whereLayer("worker")
            .mayOnlyAccessLayers("sandbox", "realm")
            .whereLayer("graal")
            .mayOnlyAccessLayers("sandbox", "realm", "worker")
            .whereLayer("v8")
            .mayOnlyAccessLayers("sandbox", "realm", "worker")
            .whereLayer("deno")
            .mayOnlyAccessLayers("sandbox", "realm", "worker")
            .whereLayer("typescript")
            .mayOnlyAccessLayers(
                    "ground", "catalog", "script", "declaration", "sandbox", "realm", "worker", "graal", "deno")
            .whereLayer("http")
            .mayOnlyAccessLayers("ground", "catalog", "source")
            .whereLayer("jsonschema")
            .mayOnlyAccessLayers("ground", "catalog", "source")
            .whereLayer("openapi")
            .mayOnlyAccessLayers("ground", "catalog", "source", "http", "jsonschema")
            .whereLayer("mcp")
            .mayOnlyAccessLayers("ground", "facade", "catalog", "source", "dispatch", "text")
            .whereLayer("audit")
            .mayOnlyAccessLayers(
                    "ground",
                    "facade",
                    "jsonschema",
                    "mcp",
                    "catalog",
                    "annotation",
                    "source",
                    "reflect",
                    "sandbox",
                    "text")
            .whereLayer("processor")
            .mayOnlyAccessLayers("annotation")
            .whereLayer("facade")
            .mayOnlyBeAccessedByLayers("mcp", "testkit", "audit");

    /** Internal rooms may name the public types of the package that they belong to, and nothing else goes in circles. */
    @ArchTest
    static final ArchRule noPackageCycles = ownersExcepted(slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getPackageName());
                }

                @Override
                public String getDescription() {
                    return "each package";
                }
            })
            .should()
            .beFreeOfCycles());

    private static SliceRule ownersExcepted(SliceRule rule) {
        SliceRule excepted = rule;
        for (String owner : OWNERS_OF_ROOMS) {
            excepted = excepted.ignoreDependency(resideInAPackage(owner + ".internal.."), resideInAPackage(owner));
        }
        return excepted;
    }

    @ArchTest
    static final ArchRule catalogIsData = classes()
            .that()
            .resideInAPackage("dev.codemode.catalog")
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAssignableTo(CodeModeException.class)
            .should()
            .beRecords();

    private static final DescribedPredicate<JavaClass> MCP_CONTRACT = DescribedPredicate.describe(
            "what hosts and rooms of the MCP module share",
            type -> Set.of("McpRequest", "Transport", "McpHttpServer")
                            .contains(type.getBaseComponentType().getSimpleName())
                    && type.getBaseComponentType().getPackageName().equals("dev.codemode.mcp"));

    @ArchTest
    static final ArchRule roomsOfMcpAreInOrder = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.codemode.mcp..")
            .layer("contract")
            .definedBy(MCP_CONTRACT)
            .layer("rpc")
            .definedBy("dev.codemode.mcp.internal.rpc..")
            .layer("tool")
            .definedBy("dev.codemode.mcp.internal.tool..")
            .layer("session")
            .definedBy("dev.codemode.mcp.internal.session..")
            .layer("http")
            .definedBy("dev.codemode.mcp.internal.http..")
            .layer("stdio")
            .definedBy("dev.codemode.mcp.internal.stdio..")
            .layer("upstream")
            .definedBy("dev.codemode.mcp.internal.upstream..")
            .layer("server")
            .definedBy(resideInAnyPackage("dev.codemode.mcp").and(not(MCP_CONTRACT)))
            .whereLayer("contract")
            .mayNotAccessAnyLayer()
            .whereLayer("rpc")
            .mayNotAccessAnyLayer()
            .whereLayer("tool")
            .mayOnlyAccessLayers("rpc")
            .whereLayer("session")
            .mayOnlyAccessLayers("contract", "rpc", "tool")
            .whereLayer("http")
            .mayOnlyAccessLayers("contract", "rpc", "session")
            .whereLayer("stdio")
            .mayOnlyAccessLayers("contract", "rpc", "session")
            .whereLayer("upstream")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule httpKnowsNoDocument = noClasses()
            .that()
            .resideInAPackage("dev.codemode.openapi.internal.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.codemode.openapi.internal.document..",
                    "dev.codemode.openapi.internal.overlay..",
                    "dev.codemode.openapi.internal.text..",
                    "dev.codemode.jsonschema.internal.document..",
                    "dev.codemode.jsonschema.internal.schema..");

    @ArchTest
    static final ArchRule roomsOfJsonSchemaAreInOrder = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.codemode.jsonschema..")
            .layer("words")
            .definedBy("dev.codemode.jsonschema.internal.words..")
            .layer("document")
            .definedBy("dev.codemode.jsonschema.internal.document..")
            .layer("schema")
            .definedBy("dev.codemode.jsonschema.internal.schema..")
            .whereLayer("words")
            .mayNotAccessAnyLayer()
            .whereLayer("document")
            .mayOnlyAccessLayers("words");

    @ArchTest
    static final ArchRule theClientKnowsNoSecrets = noClasses()
            .that()
            .resideInAPackage("dev.codemode.http.internal.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.codemode.http", "dev.codemode.http.internal.secret..");

    @ArchTest
    static final ArchRule roomsOfReflectDoNotKnowTheSource = noClasses()
            .that()
            .resideInAPackage("dev.codemode.reflect.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.codemode.reflect");

    /** Longer lists are filled in by position, where a mistake compiles; only its builder may do that. */
    @ArchTest
    static final ArchRule constructorsTakeFewValues = constructors()
            .that()
            .areDeclaredInClassesThat(describe(
                    "have no builder",
                    type -> type.getMethods().stream()
                            .noneMatch(method -> method.getName().equals("builder"))))
            .should(takeAtMost(7));

    private static ArchCondition<JavaConstructor> takeAtMost(int values) {
        return new ArchCondition<>("take at most " + values + " values") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int taken = constructor.getRawParameterTypes().size();
                if (taken > values) {
                    events.add(SimpleConditionEvent.violated(
                            constructor, constructor.getFullName() + " takes " + taken + " values"));
                }
            }
        };
    }

    @ArchTest
    static final ArchRule exceptionsAreOurs = classes()
            .that()
            .areAssignableTo(RuntimeException.class)
            .and()
            .arePublic()
            .should()
            .beAssignableTo(CodeModeException.class);

    @ArchTest
    static final ArchRule noStandardStreams = noClasses()
            .that(not(resideInAnyPackage("dev.codemode.mcp.internal.stdio..")))
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule noGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule noJavaUtilLogging = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static void packagesAreNullMarked(JavaClasses classes) {
        JavaPackage root = classes.getPackage("dev.codemode");
        assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream()))
                .filteredOn(pkg -> !pkg.getClasses().isEmpty())
                .filteredOn(pkg -> !pkg.getName().equals("dev.codemode.typescript.internal.strip.swc"))
                .filteredOn(pkg -> !pkg.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .isEmpty();
    }
}
