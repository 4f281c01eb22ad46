/**
 * What connections are made of: protocols, ports, addresses, and sets of them.
 *
 * <pre>{@code
 * ConnectionSet web = ConnectionSet.of(Protocol.TCP, 80).union(ConnectionSet.of(Protocol.TCP, 443));
 * web.contains(Protocol.TCP, 443);                       // true
 * AddressRange office = AddressRange.parse("192.0.2.0/24");
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.connection;

import org.jspecify.annotations.NullMarked;
