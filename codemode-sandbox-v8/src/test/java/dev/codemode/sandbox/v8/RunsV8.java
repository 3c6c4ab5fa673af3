package dev.codemode.sandbox.v8;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks tests that start V8, and are skipped where it does not run. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.codemode.sandbox.v8.PlatformTest#isSupported",
        disabledReason = "V8 does not run on this platform")
@interface RunsV8 {}
