package io.plimsoll.core.registry.service;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The ports of Services that were there before anybody asked for one: each has the ports that it says.
 *
 * @param pool where those get some that say none
 */
record GivenPorts(PortPool pool) implements PortPool {

  @Override
  public Optional<String> allocate(long port) {
    return Optional.empty();
  }

  @Override
  public OptionalLong next() {
    return pool.next();
  }
}
