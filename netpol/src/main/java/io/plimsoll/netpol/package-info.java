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
 * }</pre>
 *
 * <p>The packages below take it further: {@link io.plimsoll.netpol.compare} says what differs between two clusters,
 * {@link io.plimsoll.netpol.exposure} who may connect that need not be there yet, {@link io.plimsoll.netpol.entry} what the policies leave
 * of the ways in from outside, {@link io.plimsoll.netpol.border} what crosses namespaces, {@link io.plimsoll.netpol.lint} what is most
 * likely not meant; {@link io.plimsoll.netpol.synthesis} makes policies, {@link io.plimsoll.netpol.picture} pictures, and {@link
 * io.plimsoll.netpol.tree} trees for programs. {@link io.plimsoll.netpol.connection} has what connections are made of, {@link
 * io.plimsoll.netpol.api} the objects.
 */
@NullMarked
package io.plimsoll.netpol;

import org.jspecify.annotations.NullMarked;
