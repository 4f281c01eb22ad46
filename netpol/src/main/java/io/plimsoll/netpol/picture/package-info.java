/**
 * Pictures of who may connect to whom: graphs for Mermaid and Graphviz, and a matrix as SVG.
 *
 * <pre>{@code
 * ConnectivityPicture picture = ConnectivityPicture.of(Connectivity.of(cluster));
 * Files.writeString(Path.of("network.mmd"), picture.mermaid());
 * Files.writeString(Path.of("network.svg"), picture.svg());
 * }</pre>
 */
@NullMarked
package io.plimsoll.netpol.picture;

import org.jspecify.annotations.NullMarked;
