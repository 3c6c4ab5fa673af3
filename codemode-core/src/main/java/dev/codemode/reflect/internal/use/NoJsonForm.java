package dev.codemode.reflect.internal.use;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.AnnotatedElement;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.Channel;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.TimerTask;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.stream.BaseStream;

/** Types that are not data: streams of bytes, code, threads, connections. */
public final class NoJsonForm {
    private static final List<Class<?>> DEFERRED = List.of(CompletionStage.class, Future.class);

    private static final List<Class<?>> TYPES = List.of(
            InputStream.class,
            OutputStream.class,
            Reader.class,
            Writer.class,
            Channel.class,
            Socket.class,
            ServerSocket.class,
            AnnotatedElement.class,
            MethodHandle.class,
            ClassLoader.class,
            Thread.class,
            ThreadGroup.class,
            ThreadLocal.class,
            TimerTask.class,
            Process.class,
            Executor.class,
            Lock.class,
            ReadWriteLock.class,
            Condition.class,
            Spliterator.class,
            Throwable.class);

    private NoJsonForm() {}

    /** Returns what to use instead of a type that has no JSON form, or nothing if it may have one. */
    public static Optional<String> remedy(Class<?> type) {
        if (BaseStream.class.isAssignableFrom(type)) {
            return Optional.of("Use a List.");
        }
        if (DEFERRED.stream().anyMatch(t -> t.isAssignableFrom(type))) {
            return Optional.of("Return it from the method itself, or use the type that it yields.");
        }
        if (Flow.Publisher.class.isAssignableFrom(type) || implementsNamed(type, "org.reactivestreams.Publisher")) {
            return Optional.of("Return a CompletionStage of a List or of one value.");
        }
        boolean code = (type.isInterface() && type.isAnnotationPresent(FunctionalInterface.class))
                || type.getPackageName().equals("java.util.function");
        boolean handle =
                type.isInterface() && (type.getPackageName().equals("java.sql") || type.equals(Closeable.class));
        if (code || handle || type.isAnnotation() || TYPES.stream().anyMatch(t -> t.isAssignableFrom(type))) {
            return Optional.of("Use a record, or leave the method unannotated.");
        }
        return Optional.empty();
    }

    private static boolean implementsNamed(Class<?> type, String name) {
        if (type.getName().equals(name)) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (implementsNamed(parent, name)) {
                return true;
            }
        }
        Class<?> superclass = type.getSuperclass();
        return superclass != null && implementsNamed(superclass, name);
    }
}
