package io.plimsoll.rbac.kubectl;

/** What an API server has to be asked for to reconcile an object. Mirrors {@code ReconcileOperation} of {@code component-helpers/auth/rbac/reconciliation}. */
public enum Operation {
  /** The object does not exist. */
  CREATE("create"),
  /** The object exists and differs. */
  UPDATE("update"),
  /** The binding exists and refers to another role, which cannot be changed: it is deleted and made anew. */
  RECREATE("recreate"),
  /** Nothing is to be done. */
  NONE("none");

  private final String text;

  Operation(String text) {
    this.text = text;
  }

  /** Returns upstream's word. */
  @Override
  public String toString() {
    return text;
  }
}
