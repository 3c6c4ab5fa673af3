package dev.codemode.sandbox.worker;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

record LaunchOptions(
        @Nullable Path javaLauncher,
        List<String> jvmOptions,
        List<String> commandPrefix,
        @Nullable Path cacheDirectory) {}
