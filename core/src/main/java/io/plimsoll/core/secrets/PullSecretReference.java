package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.KubeObject;

/**
 * A pull secret that a pod has, and who names it: the pod itself, or its service account, from which the admission plug-in {@code
 * ServiceAccount} takes it.
 *
 * @param secret the secret
 * @param owner the object that names it
 * @param path where the owner names it
 */
public record PullSecretReference(ObjectRef secret, KubeObject owner, FieldPath path) {

  /** Returns the secret and who names it. */
  @Override
  public String toString() {
    return secret + " by " + owner.ref() + " at " + path;
  }
}
