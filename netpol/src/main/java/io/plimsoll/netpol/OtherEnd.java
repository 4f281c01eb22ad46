package io.plimsoll.netpol;

import io.plimsoll.netpol.engine.Unit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a connection in the eyes of one side.
 *
 * @param peer its number among the peers of that side
 * @param pod the pod, or {@code null} for an address
 * @param namespaceLabels the labels of the pod's namespace
 * @param node whether it is a pod in its node's network, which nothing selects
 * @param domain the name by which it was looked up
 * @param destinationPorts the ports of the destination, this end or the other, that rules give by name
 */
record OtherEnd(
    int peer,
    @Nullable Unit pod,
    Map<String, String> namespaceLabels,
    boolean node,
    @Nullable String domain,
    List<Unit.Port> destinationPorts) {}
