/**
 * AppArmor profiles: what does a profile allow, and which of its rules decide?
 *
 * <p>{@link io.plimsoll.psa.apparmor.AppArmorPolicy} reads the text of profiles as {@code apparmor_parser} 3.0.8 compiles it, and each
 * {@link io.plimsoll.psa.apparmor.Profile} answers requests as the kernel does.
 *
 * <pre>{@code
 * AppArmorReading reading = AppArmorPolicy.read(Source.of("web", text), IncludeSource.NONE);
 * Profile web = reading.policy().orElseThrow().profile("docker-web").orElseThrow();
 * FileAccess access = web.file("/etc/shadow", true);
 * access.allow();       // "r"
 * access.allowedBy();   // file, at web:3:3
 * web.capability("net_raw").allowed();
 * }</pre>
 *
 * <p>Nothing here matches by backtracking: patterns become automata.
 */
@NullMarked
package io.plimsoll.psa.apparmor;

import org.jspecify.annotations.NullMarked;
