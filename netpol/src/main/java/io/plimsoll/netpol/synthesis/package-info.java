/**
 * NetworkPolicies that allow just the connections that are wanted.
 *
 * <pre>{@code
 * PolicySynthesis tight = PolicySynthesis.tighten(Connectivity.of(cluster), line -> isUsed(line));
 * tight.problems().forEach(System.err::println);
 * Files.writeString(Path.of("policies.yaml"), tight.toYaml());
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.synthesis;

import org.jspecify.annotations.NullMarked;
