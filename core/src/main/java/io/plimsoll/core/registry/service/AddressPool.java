package io.plimsoll.core.registry.service;

import io.plimsoll.core.model.IpText;
import java.util.Optional;

/** Where the Services of a cluster get addresses of one family from. Mirrors {@code ipallocator.Interface}. */
interface AddressPool {

  /** Takes a plain address, or returns why it cannot be had. */
  Optional<String> allocate(IpText address);

  /** Takes any address; there is none if all are taken. */
  Optional<IpText> next();
}
