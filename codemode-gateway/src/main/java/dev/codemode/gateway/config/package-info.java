/** The gateway's configuration: a YAML file in which every mistake has a place. */
@NullMarked
package dev.codemode.gateway.config;

import org.jspecify.annotations.NullMarked;
