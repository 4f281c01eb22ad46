package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.Optional;

/**
 * The addresses of Services that were there before anybody asked for one: each has the address that it says.
 *
 * @param pool where those get one that say none
 */
record GivenAddresses(AddressPool pool) implements AddressPool {

  @Override
  public Optional<String> allocate(IpText address) {
    return Optional.empty();
  }

  @Override
  public Optional<IpText> next() {
    return pool.next();
  }
}
