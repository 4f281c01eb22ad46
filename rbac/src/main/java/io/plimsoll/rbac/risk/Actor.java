package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.AppliedBinding;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Somebody who makes requests, and what is allowed to them. */
interface Actor {

  /** Returns whether a request of theirs is allowed. */
  boolean may(Attributes request);

  /**
   * Returns whether something is allowed that is no request of its own, but asked by the API server on behalf of one: {@code
   * bind}, {@code escalate}, {@code approve}.
   */
  boolean mayBesides(Attributes question);

  /** Returns the names in rules that allow the request for some names only. */
  Set<String> names(Attributes request);

  /** Returns the namespaces where more is allowed than everywhere. */
  Collection<String> namespaces();

  /** Returns the bindings through which roles apply, cluster-wide and in each of the namespaces. */
  List<AppliedBinding> bindings();

  /** Returns whether they make requests in their own name, so that impersonation is open to them. */
  boolean isItself();

  /** Returns the user in whose name it is. */
  User user();
}
