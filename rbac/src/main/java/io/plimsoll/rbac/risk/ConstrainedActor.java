package io.plimsoll.rbac.risk;

import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.request.User;
import io.plimsoll.rbac.AppliedBinding;
import io.plimsoll.rbac.risk.Node.Mode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who acts in another's name: a request takes that the other may make it, and that they may make it in the other's
 * name. Mirrors {@code k8s.io/apiserver/pkg/endpoints/filters/impersonation}.
 */
final class ConstrainedActor implements Actor {

  private final Actor self;
  private final Mode mode;
  private final Actor target;

  ConstrainedActor(Actor self, Mode mode, Actor target) {
    this.self = self;
    this.mode = mode;
    this.target = target;
  }

  static Attributes inName(Mode mode, Attributes request) {
    return Attributes.ofResource(
            mode.verbFor(request.verb()), request.apiGroup(), request.resource())
        .subresource(request.subresource())
        .in(request.namespace())
        .named(request.name());
  }

  @Override
  public boolean may(Attributes request) {
    return target.may(request) && self.may(inName(mode, request));
  }

  @Override
  public boolean mayBesides(Attributes question) {
    return target.mayBesides(question);
  }

  @Override
  public Set<String> names(Attributes request) {
    Set<String> names = new LinkedHashSet<>(target.names(request));
    names.addAll(self.names(inName(mode, request)));
    return names;
  }

  @Override
  public Collection<String> namespaces() {
    Set<String> both = new TreeSet<>(target.namespaces());
    both.addAll(self.namespaces());
    return both;
  }

  /** What the other's roles come to allow would still take to be allowed in the other's name. */
  @Override
  public List<AppliedBinding> bindings() {
    return List.of();
  }

  @Override
  public boolean isItself() {
    return false;
  }

  @Override
  public User user() {
    return target.user();
  }
}
