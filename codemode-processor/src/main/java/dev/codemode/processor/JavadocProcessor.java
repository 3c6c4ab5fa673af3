package dev.codemode.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Puts the Javadoc and the parameter names of annotated services, and the Javadoc of the types that their operations
 * use, into the jar: one JSON resource for each class, {@code META-INF/codemode/javadoc/<binary name>.json}. Types from
 * other compilations have no source here and are left out. Javadoc that cannot be read is reported in a note and left
 * out; it never fails a build. Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class JavadocProcessor extends AbstractProcessor {
    private static final String SERVICE = "dev.codemode.annotation.CodeModeService";
    private static final String DIRECTORY = "META-INF/codemode/javadoc/";

    private final Set<String> written = new HashSet<>();

    /** Creates the processor; called by the compiler, through its service file. */
    public JavadocProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("dev.codemode.annotation.*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims our annotations: javac's {@code -Xlint:processing} warns about unclaimed ones. */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations")
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(SERVICE)) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    writeService((TypeElement) element);
                }
            }
        }
        return true;
    }

    private void writeService(TypeElement service) {
        ReachedTypes reached = new ReachedTypes(processingEnv);
        Set<TypeElement> operationTypes = new LinkedHashSet<>();
        reached.addService(service, operationTypes);
        for (TypeElement type : operationTypes) {
            write(type, service, true);
        }
        for (TypeElement type : reached.types()) {
            write(type, service, false);
        }
    }

    private void write(TypeElement type, TypeElement service, boolean withMethods) {
        String name = processingEnv.getElementUtils().getBinaryName(type).toString();
        if (!written.add(name)) {
            return;
        }
        try {
            TypeJavadoc javadoc = new TypeJavadoc(processingEnv, type);
            String json = javadoc.json(withMethods);
            if (!json.isEmpty()) {
                write(DIRECTORY + name + ".json", json, type, service);
            }
        } catch (IOException | RuntimeException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.NOTE, "Cannot keep the Javadoc of " + name + ": " + e.getMessage());
        }
    }

    private void write(String path, String json, Element... origins) throws IOException {
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", path, origins)
                .openWriter()) {
            writer.write(json);
        }
    }
}
