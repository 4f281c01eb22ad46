/**
 * Findings in network policies: what is legal and most likely not meant, and what the network plug-in does not act on.
 *
 * <p>{@link io.plimsoll.netpol.lint.LintRule} lists the rules. Findings stand where they can be mended; many carry the change.
 *
 * <pre>{@code
 * NetworkPolicyLint.of(Connectivity.of(cluster)).findings();
 * NetworkPolicyLint.notEnforced(Connectivity.of(cluster, ConnectivityOptions.DEFAULT.withPlugin(PluginProfile.FLANNEL)));
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.lint;

import org.jspecify.annotations.NullMarked;
