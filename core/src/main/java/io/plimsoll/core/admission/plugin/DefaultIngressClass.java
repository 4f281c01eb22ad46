package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.ScalarValue;

/** Gives Ingresses without a class the default one. Mirrors {@code plugin/pkg/admission/network/defaultingressclass}. */
final class DefaultIngressClass extends Handler {

  private static final String CLASS = "ingressClassName";
  private static final String ANNOTATION = "kubernetes.io/ingress.class";

  DefaultIngressClass() {
    super("DefaultIngressClass", Operation.CREATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (!call.attributes().isAbout("networking.k8s.io", "ingresses")
        || Trees.spec(call.object()).has(CLASS)
        || Trees.object(Trees.metadata(call.object()), "annotations").has(ANNOTATION)) {
      return Admission.UNCHANGED;
    }
    return IngressClass.defaultName(call.cluster())
        .map(name -> Admission.changed(
            Trees.editSpec(call.object(), spec -> spec.set(CLASS, ScalarValue.of(name))),
            "IngressClass " + name + " is the default"))
        .orElse(Admission.UNCHANGED);
  }
}
