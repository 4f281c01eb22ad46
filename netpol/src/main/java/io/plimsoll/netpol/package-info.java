/**
 * Who may connect to whom, by NetworkPolicy, AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy.
 *
 * <p>{@link io.plimsoll.netpol.Connectivity} is the way in: it is built once from a cluster and then answers questions.
 *
 * <pre>{@code
 * Connectivity network = Connectivity.of(cluster);
 * network.between("shop/web", "shop/db");                         // TCP 5432
 * network.allows("shop/web", "shop/db", Protocol.TCP, 22);        // false
 * network.lines().forEach(System.out::println);                   // shop/web[Deployment] => shop/db[StatefulSet] : TCP 5432
 * network.explain("shop/web", "shop/db", Protocol.TCP, 22);       // who denies it, and which rule nearly allows it
 * ConnectivityDiff.between(network, after).changes();             // what became of which connections, and why
 * Exposure.of(network).lines();                                   // who may connect that need not be there yet
 * network.entrypoints().findings();                               // Ingresses that a policy closes, Services that lead nowhere
 * network.notEnforced();                                          // policies that the network plug-in does not know
 * ConnectivityPicture.of(network).mermaid();                      // or dot(), or svg()
 * NetworkPolicyLint.of(network).findings();                       // what is legal and most likely not meant
 * PolicySynthesis.tighten(network, line -> isUsed(line)).toYaml(); // policies that allow just that
 * }</pre>
 *
 * <p>Inside, pods with the same labels (of those that selectors mention) are one class, addresses with the same CIDRs one atom.
 * For every class and direction there is one row: which connections its policies allow with each other class and atom.
 */
@NullMarked
package io.plimsoll.netpol;

import org.jspecify.annotations.NullMarked;
