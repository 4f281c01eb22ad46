/**
 * The ways that lead through ingress controllers: backends of Ingresses, Routes and routes of gateways, and the pods behind their Services.
 *
 * <pre>{@code
 * Entrances entrances = new Entrances(inventory, false, false);
 * entrances.offered(unit);                                        // the ports of a pod that something leads to
 * entrances.ways().dangling();                                    // what leads nowhere
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.way;

import org.jspecify.annotations.NullMarked;
