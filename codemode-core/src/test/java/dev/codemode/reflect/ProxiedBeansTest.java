package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

class ProxiedBeansTest {
    private final List<String> intercepted = new ArrayList<>();

    private Object springProxy(Object target, boolean byClass) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.setProxyTargetClass(byClass);
        factory.addAdvice((MethodInterceptor) invocation -> {
            intercepted.add(invocation.getMethod().getName());
            return invocation.proceed();
        });
        return factory.getProxy();
    }

    @Test
    void callsThroughAClassProxy() throws Exception {
        Loaded loaded = Loaded.of(springProxy(new Orders(), true));
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.call("find", Map.of("id", "7"))).isEqualTo("order 7");
        assertThat(intercepted).containsExactly("find");
    }

    @Test
    void callsThroughAnInterfaceProxy() throws Exception {
        Loaded loaded = Loaded.of(springProxy(new Orders(), false));
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.call("find", Map.of("id", "7"))).isEqualTo("order 7");
        assertThat(intercepted).containsExactly("find");
    }

    @Test
    void findsTheInterfaceMethodOfAGenericInterface() throws Exception {
        Loaded loaded = Loaded.of(springProxy(new Finder(), false));
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.call("get", Map.of("key", "7"))).isEqualTo("found 7");
        assertThat(intercepted).containsExactly("get");
    }

    @Test
    void readsAnnotatedInterfacesOfAPlainProxy() throws Exception {
        Object proxy = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Runnable.class, Remote.class},
                (self, method, arguments) -> "remote " + arguments[0]);
        Loaded loaded = Loaded.of(proxy);
        assertThat(loaded.issues()).isEmpty();
        assertThat(loaded.call("find", Map.of("id", "7"))).isEqualTo("remote 7");
    }

    @Test
    void namesAMethodThatItsProxyLacks() {
        assertThat(Loaded.of(springProxy(new Stray(), false)).issues())
                .containsExactly("ERROR Stray.own(): The bean is an interface proxy, and none of its interfaces has"
                        + " this method. Declare it in one of them, or use a class proxy.");
    }

    @Test
    void namesAFinalMethodThatItsProxyCannotIntercept() {
        assertThat(Loaded.of(springProxy(new Sealed(), true)).issues())
                .containsExactly("ERROR Sealed.read(): The bean is a subclass proxy, which cannot intercept a"
                        + " final method. Make the method non-final.");
    }

    public interface Findable {
        String find(String id);
    }

    @CodeModeService(name = "orders")
    public static class Orders implements Findable {
        @Override
        @CodeModeOperation(effect = Effect.READ)
        public String find(String id) {
            return "order " + id;
        }
    }

    public interface Store<K, V> {
        V get(K key);
    }

    @CodeModeService(name = "finder")
    public static class Finder implements Store<String, String> {
        @Override
        @CodeModeOperation(effect = Effect.READ)
        public String get(String key) {
            return "found " + key;
        }
    }

    @CodeModeService(name = "remote")
    public interface Remote {
        @CodeModeOperation(effect = Effect.READ)
        String find(String id);
    }

    @CodeModeService(name = "stray")
    public static class Stray implements Findable {
        @Override
        public String find(String id) {
            return id;
        }

        @CodeModeOperation(effect = Effect.READ)
        public void own() {}
    }

    @CodeModeService(name = "closed")
    public static class Sealed {
        @CodeModeOperation(effect = Effect.READ)
        public final void read() {}
    }
}
