/**
 * What connections are made of: endpoints, directions, protocols, ports, addresses, and sets of them.
 *
 * <pre>{@code
 * ConnectionSet web = ConnectionSet.of(Protocol.TCP, 80).union(ConnectionSet.of(Protocol.TCP, 443));
 * web.contains(Protocol.TCP, 443);                       // true
 * AddressRange office = AddressRange.parse("192.0.2.0/24");
 * Endpoint outside = new Endpoint.External(office);       // prints as 192.0.2.0-192.0.2.255[External]
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.connection;

import org.jspecify.annotations.NullMarked;
