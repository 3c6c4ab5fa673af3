package kotlin.coroutines;

/** Stands for Kotlin's own, which a suspending function takes as its last parameter. */
public interface Continuation<T> {
    void resumeWith(Object result);
}
