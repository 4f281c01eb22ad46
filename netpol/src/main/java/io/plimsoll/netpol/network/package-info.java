/**
 * A cluster's connections as they were worked out, and what stands in the cluster: endpoints, the objects behind them, its DNS.
 *
 * <pre>{@code
 * Workings workings = connectivity.workings();
 * workings.directory().units(workings.directory().find("shop/web"));
 * workings.reachOfControllers(ConnectionSet.ALL);
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.network;

import org.jspecify.annotations.NullMarked;
