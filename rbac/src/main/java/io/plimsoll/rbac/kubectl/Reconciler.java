package io.plimsoll.rbac.kubectl;

import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.ApiObject;
import io.plimsoll.rbac.Binding;
import io.plimsoll.rbac.Rbac;
import io.plimsoll.rbac.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command {@code kubectl auth reconcile} as a dry run: what it would make of the roles and bindings of a cluster.
 *
 * <p>Expected objects are compared as they are written, those that exist as the API server stores them: a binding whose {@code
 * roleRef} leaves out its group differs, as upstream. Other than with {@code kubectl}, nothing can fail, and each object is
 * compared with what those before it left. {@code kubectl} creates the namespace of an object that it creates, too, where
 * that is missing: this is not shown. Mirrors {@code component-helpers/auth/rbac/reconciliation}.
 */
public final class Reconciler {

  private final Map<ObjectRef, ApiObject> existing;
  private final ReconcileOptions options;

  private Reconciler(Map<ObjectRef, ApiObject> existing, ReconcileOptions options) {
    this.existing = existing;
    this.options = options;
  }

  /** Returns the command on a cluster, adding only. */
  public static Reconciler of(Rbac rbac) {
    return of(rbac, ReconcileOptions.UNION);
  }

  /** Returns the command on a cluster. */
  public static Reconciler of(Rbac rbac, ReconcileOptions options) {
    Map<ObjectRef, ApiObject> existing = new HashMap<>();
    rbac.clusterRoles().forEach(role -> existing.put(key(role), role));
    rbac.roles().forEach(role -> existing.put(key(role), role));
    rbac.clusterRoleBindings()
        .forEach(binding -> existing.put(key(binding), binding.withDefaults()));
    rbac.roleBindings().forEach(binding -> existing.put(key(binding), binding.withDefaults()));
    return new Reconciler(existing, options);
  }

  /** Cluster-scoped objects are known by their names, whatever namespace they name. */
  private static ObjectRef key(ApiObject object) {
    boolean clusterScoped = object.objectKind().kind().startsWith("Cluster");
    return object
        .objectKind()
        .ref(
            clusterScoped ? "" : object.metadata().namespaceOrEmpty(),
            object.metadata().nameOrEmpty());
  }

  /** Returns what would be done to have a role. */
  public Reconciliation.OfRole reconcile(RuleSet role) {
    return role(role, existing);
  }

  /** Returns what would be done to have a binding. */
  public Reconciliation.OfBinding reconcile(Binding binding) {
    return binding(binding, existing);
  }

  /**
   * Returns what would be done to have these objects, one after the other; objects that are neither roles nor bindings are left
   * out, as by {@code kubectl}.
   */
  public List<Reconciliation> reconcile(Iterable<? extends ApiObject> objects) {
    Map<ObjectRef, ApiObject> state = new HashMap<>(existing);
    List<Reconciliation> result = new ArrayList<>();
    for (ApiObject object : objects) {
      if (object instanceof RuleSet role) {
        result.add(written(role(role, state), state));
      } else if (object instanceof Binding binding) {
        result.add(written(binding(binding, state), state));
      }
    }
    return List.copyOf(result);
  }

  private static Reconciliation written(
      Reconciliation reconciliation, Map<ObjectRef, ApiObject> state) {
    if (reconciliation.isWritten()) {
      ApiObject result = reconciliation.result();
      state.put(key(result), result instanceof Binding binding ? binding.withDefaults() : result);
    }
    return reconciliation;
  }

  private Reconciliation.OfRole role(RuleSet expected, Map<ObjectRef, ApiObject> state) {
    return RoleReconciliation.of(
        (RuleSet) state.get(key(expected)), expected, options.removeExtraPermissions());
  }

  private Reconciliation.OfBinding binding(Binding expected, Map<ObjectRef, ApiObject> state) {
    return BindingReconciliation.of(
        (Binding) state.get(key(expected)), expected, options.removeExtraSubjects());
  }
}
