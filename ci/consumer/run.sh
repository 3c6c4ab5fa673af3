#!/usr/bin/env bash
# Builds two projects outside the reactor from the installed artifacts, with README's Maven snippet and README's class: on the
# class path, where README's other blocks are compiled and its block on TypeScript is run, and on the module path with README's
# class alone. Drives both with the official TypeScript client.
# Needs `mvn -Dquickly install` before it.
set -euo pipefail
cd "$(dirname "$0")"
readme=$PWD/../../README.md
work=${1:-$PWD/target}
rm -rf "$work"

# block NAME: prints the fenced block of README that follows the comment `<!-- consumer: NAME -->`.
block() {
  awk -v marker="<!-- consumer: $1 -->" '$0 == marker { found = 1; next } found && /^```/ { if (open) exit; open = 1; next } open' "$readme"
}

# project NAME DEPENDENCIES: writes a project of README's two blocks, and of dependencies that they do not name.
project() {
  local sources=$work/$1/src/main/java/shop
  mkdir -p "$sources"
  block "src/main/java/shop/BookService.java" > "$sources/BookService.java"
  {
    cat <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shop</groupId>
  <artifactId>$1</artifactId>
  <version>1</version>
POM
    block "pom.xml"
    echo '</project>'
  } > "$work/$1/pom.xml"
  [ -s "$sources/BookService.java" ] && grep -q codemode-mcp "$work/$1/pom.xml"
}

project class-path
# README's other blocks need one dependency more each.
for artifact in codemode-openapi codemode-typescript; do
  sed -i "s|^<dependencies>|&<dependency><groupId>dev.codemode</groupId><artifactId>$artifact</artifactId><version>0.1.0-SNAPSHOT</version></dependency>|" "$work/class-path/pom.xml"
done
cat > "$work/class-path/src/main/java/shop/Documents.java" <<JAVA
package shop;

import dev.codemode.CodeMode;
import dev.codemode.http.Credential;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.OperationFilter;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.nio.file.Path;
import java.util.Map;

final class Documents {
    static CodeMode open(Map<String, String> secrets) {
        $(block OpenAPI)
        return codeMode;
    }
}
JAVA
cat > "$work/class-path/src/main/java/shop/Scripts.java" <<JAVA
package shop;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.typescript.TypeScriptScripts;

final class Scripts {
    public static void main(String[] args) {
        $(block TypeScript)
        try (codeMode) {
            System.out.println(codeMode.execute(args[0], Caller.anonymous()).text());
        }
    }
}
JAVA
grep -q OpenApiSource.builder "$work/class-path/src/main/java/shop/Documents.java"
grep -q TypeScriptScripts.create "$work/class-path/src/main/java/shop/Scripts.java"
project module-path
cat > "$work/module-path/src/main/java/module-info.java" <<'JAVA'
module shop {
    requires dev.codemode.core;
    requires dev.codemode.mcp;
    requires dev.codemode.sandbox.graal;

    exports shop;
    opens shop to com.fasterxml.jackson.databind, dev.codemode.core;
}
JAVA

cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shop</groupId>
  <artifactId>consumers</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <modules>
    <module>class-path</module>
    <module>module-path</module>
  </modules>
</project>
POM
# The version is the reactor's, which is there already; Maven ends before its hot code is worth the slow compiler.
MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" mvn -q -B -ntp -f "$work/pom.xml" compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib

class_path="$work/class-path/target/classes:$work/class-path/target/lib/*"
node ../interop/consumer.mjs java -cp "$class_path" shop.BookService
echo "ok: the consumer on the class path"
node ../interop/consumer.mjs java -p "$work/module-path/target/classes:$work/module-path/target/lib" -m shop/shop.BookService
echo "ok: the consumer on the module path"

script='```ts
const inStock: { title: string }[] = await books.list({ minCopies: 1 });
inStock.map((book) => book.title)
```'
titles=$(java -cp "$class_path" shop.Scripts "$script")
[ "$titles" = '["The Odyssey"]' ] || { echo "README's block on TypeScript answers: $titles"; exit 1; }
echo "ok: README's block on TypeScript"
