package io.plimsoll.rbac.kubectl;

/**
 * What {@code kubectl auth reconcile} takes away besides what it adds.
 *
 * @param removeExtraPermissions {@code --remove-extra-permissions}: whether roles lose what is not expected
 * @param removeExtraSubjects {@code --remove-extra-subjects}: whether bindings lose what is not expected
 */
public record ReconcileOptions(boolean removeExtraPermissions, boolean removeExtraSubjects) {

  /** Adds only. */
  public static final ReconcileOptions UNION = new ReconcileOptions(false, false);

  /** Adds, and removes whatever is not expected. */
  public static final ReconcileOptions REMOVE_EXTRA = new ReconcileOptions(true, true);
}
