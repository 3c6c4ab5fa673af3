package dev.codemode.typescript;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Marks tests that start {@link BriefWorkers#deno Deno}, and are skipped where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfEnvironmentVariable(
        named = BriefWorkers.DENO,
        matches = ".+",
        disabledReason = "CODEMODE_DENO names no executable of Deno; npm pack @deno/linux-x64-glibc has one")
public @interface RunsDeno {}
