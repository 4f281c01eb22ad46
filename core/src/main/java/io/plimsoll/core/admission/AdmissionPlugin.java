package io.plimsoll.core.admission;

/**
 * Changes or refuses what a request would store. Mirrors {@code admission.Interface}, {@code MutationInterface} and {@code
 * ValidationInterface} of {@code k8s.io/apiserver/pkg/admission}.
 *
 * <p>A plug-in is a pure function of what it is given.
 */
public interface AdmissionPlugin {

  /** Returns the name that flags of the server call it by, such as {@code NamespaceLifecycle}. */
  String name();

  /** Returns whether the plug-in has to do with an operation at all; else neither pass asks it. */
  default boolean handles(Operation operation) {
    return true;
  }

  /** Returns the answer of the mutating pass, before the object is validated; a plug-in without this method has no part in it. */
  default Admission admit(AdmissionCall call) {
    return Admission.ABSTAINED;
  }

  /**
   * Returns the answer of the validating pass, after the object was validated; it cannot change the object any more. A plug-in
   * without this method has no part in it.
   */
  default Admission validate(AdmissionCall call) {
    return Admission.ABSTAINED;
  }
}
