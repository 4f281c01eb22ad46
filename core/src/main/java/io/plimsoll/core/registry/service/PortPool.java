package io.plimsoll.core.registry.service;

import java.util.Optional;
import java.util.OptionalLong;

/** Where the Services of a cluster get ports of nodes from. Mirrors {@code portallocator.PortAllocationOperation}. */
interface PortPool {

  /** Why a port cannot be had that is in use. */
  String ALLOCATED = "provided port is already allocated";

  /** Takes a port, or returns why it cannot be had. */
  Optional<String> allocate(long port);

  /** Takes any port; there is none if all are taken. */
  OptionalLong next();
}
