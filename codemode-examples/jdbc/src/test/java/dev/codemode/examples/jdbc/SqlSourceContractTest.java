package dev.codemode.examples.jdbc;

import dev.codemode.source.ServiceSource;
import dev.codemode.testkit.ServiceSourceContract;

final class SqlSourceContractTest extends ServiceSourceContract {
    @Override
    protected ServiceSource source() {
        return SqlSourceTest.source(Main.FIND, Main.ADD);
    }
}
