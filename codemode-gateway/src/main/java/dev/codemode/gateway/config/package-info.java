/** The gateway's configuration: a YAML file in which every mistake is reported with its position. */
@NullMarked
package dev.codemode.gateway.config;

import org.jspecify.annotations.NullMarked;
