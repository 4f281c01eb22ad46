package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.authz.Authorization;
import io.plimsoll.core.cluster.CustomKinds;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ObjectRef;
import io.plimsoll.core.model.OwnerReference;
import io.plimsoll.core.request.Attributes;
import io.plimsoll.core.schema.ApiResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those say who owns an object who may delete it, and only those make it keep its owner who may do so. Mirrors {@code
 * plugin/pkg/admission/gc}.
 */
final class OwnerReferencesPermissionEnforcement extends Handler {

  private static final Attributes ALL_FINALIZERS =
      Attributes.ofResource("update", "*", "*").subresource("finalizers").named("*");

  OwnerReferencesPermissionEnforcement() {
    super("OwnerReferencesPermissionEnforcement", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission validate(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    List<OwnerReference> before = owners(call.oldObject());
    List<OwnerReference> after = owners(call.object());
    if (attributes.isAbout("", "pods", "status") || before.equals(after)) {
      return Admission.UNCHANGED;
    }
    if (attributes.operation() != Operation.CREATE) {
      Authorization answer = ask(call, deletion(attributes));
      if (!answer.isAllowed()) {
        return call.forbid(
            "cannot set an ownerRef on a resource you can't delete: " + reasons(answer));
      }
    }
    List<OwnerReference> blocking = newlyBlocking(before, after);
    if (blocking.isEmpty() || ask(call, ALL_FINALIZERS).isAllowed()) {
      return Admission.UNCHANGED;
    }
    for (OwnerReference owner : blocking) {
      Optional<String> complaint = complaint(call, owner);
      if (complaint.isPresent()) {
        return call.forbid(complaint.get());
      }
    }
    return Admission.UNCHANGED;
  }

  private static List<OwnerReference> owners(MappingValue object) {
    return Trees.metadata(object).list("ownerReferences", OwnerReference::from);
  }

  private static Attributes deletion(AdmissionAttributes attributes) {
    return new Attributes(
        "delete",
        attributes.resource().group(),
        attributes.resource().version(),
        attributes.resource().name(),
        attributes.subresource(),
        attributes.namespace(),
        attributes.name(),
        "",
        true);
  }

  private static List<OwnerReference> newlyBlocking(
      List<OwnerReference> before, List<OwnerReference> after) {
    Map<String, OwnerReference> old = new HashMap<>();
    before.forEach(owner -> old.put(owner.uid(), owner));
    return after.stream()
        .filter(OwnerReferencesPermissionEnforcement::blocks)
        .filter(owner -> !blocks(old.get(owner.uid())))
        .toList();
  }

  private static boolean blocks(@Nullable OwnerReference owner) {
    return owner != null && Boolean.TRUE.equals(owner.blockOwnerDeletion());
  }

  private static Optional<String> complaint(AdmissionCall call, OwnerReference owner) {
    ObjectRef ref = new ObjectRef(owner.apiVersion(), owner.kind(), "", owner.name());
    Optional<ApiResource> resource =
        CustomKinds.catalog(call.cluster()).byKind(ref.group(), ref.version(), ref.kind());
    if (resource.isEmpty()) {
      return Optional.of(
          "cannot set blockOwnerDeletion in this case because cannot find RESTMapping for APIVersion "
              + owner.apiVersion() + " Kind " + owner.kind() + ": no matches for kind "
              + GoText.quote(owner.kind()) + " in version " + GoText.quote(owner.apiVersion()));
    }
    Authorization answer = ask(call, finalizers(call, resource.get(), owner));
    return answer.isAllowed()
        ? Optional.empty()
        : Optional.of("cannot set blockOwnerDeletion if an ownerReference refers to a resource you"
            + " can't set finalizers on: " + reasons(answer));
  }

  private static Attributes finalizers(
      AdmissionCall call, ApiResource resource, OwnerReference owner) {
    return new Attributes(
        "update",
        resource.group(),
        resource.version(),
        resource.name(),
        "finalizers",
        resource.namespaced() ? call.attributes().namespace() : "",
        owner.name(),
        "",
        true);
  }

  private static Authorization ask(AdmissionCall call, Attributes attributes) {
    return call.authorizer().authorize(call.cluster(), call.attributes().user(), attributes);
  }

  private static String reasons(Authorization answer) {
    return answer.reason() + ", " + answer.error().orElse("<nil>");
  }
}
