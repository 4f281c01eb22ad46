package io.plimsoll.core.admission.plugin;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.AdmissionAttributes;
import io.plimsoll.core.admission.AdmissionCall;
import io.plimsoll.core.admission.Operation;
import io.plimsoll.core.admission.support.Errors;
import io.plimsoll.core.admission.support.Handler;
import io.plimsoll.core.admission.support.PodTrees;
import io.plimsoll.core.admission.support.Trees;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.request.Status;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Makes every container pull its image each time it starts. Mirrors {@code plugin/pkg/admission/alwayspullimages}. */
final class AlwaysPullImages extends Handler {

  private static final String ALWAYS = "Always";

  AlwaysPullImages() {
    super("AlwaysPullImages", Operation.CREATE, Operation.UPDATE);
  }

  @Override
  public Admission admit(AdmissionCall call) {
    if (isIgnored(call)) {
      return Admission.UNCHANGED;
    }
    MappingValue pod = Trees.editSpec(call.object(), spec -> {
      for (String list : PodTrees.CONTAINERS) {
        spec.editEach(list, container -> always(container, "imagePullPolicy"));
      }
      spec.editEach(
          "volumes", volume -> volume.edit("image", image -> always(image, "pullPolicy")));
    });
    return pod.equals(call.object())
        ? Admission.UNCHANGED
        : Admission.changed(pod, "every image is pulled each time it is used");
  }

  private static void always(Draft draft, String field) {
    if (!draft.text(field).equals(ALWAYS)) {
      draft.set(field, ScalarValue.of(ALWAYS));
    }
  }

  @Override
  public Admission validate(AdmissionCall call) {
    if (isIgnored(call)) {
      return Admission.UNCHANGED;
    }
    Fields spec = Trees.spec(call.object());
    FieldPath path = FieldPath.of("spec");
    List<FieldError> errors = new ArrayList<>();
    for (String list : PodTrees.CONTAINERS) {
      List<Fields> containers = Trees.list(spec, list);
      for (int i = 0; i < containers.size(); i++) {
        check(errors, path.field(list).index(i), containers.get(i), "imagePullPolicy");
      }
    }
    List<Fields> volumes = Trees.list(spec, "volumes");
    for (int i = 0; i < volumes.size(); i++) {
      if (volumes.get(i).has("image")) {
        FieldPath image = path.field("volumes").index(i).field("image");
        check(errors, image, Trees.object(volumes.get(i), "image"), "pullPolicy");
      }
    }
    return errors.isEmpty() ? Admission.UNCHANGED : Admission.refused(refusal(call, errors));
  }

  private static void check(List<FieldError> errors, FieldPath path, Fields owner, String field) {
    String policy = owner.text(field);
    if (!policy.equals(ALWAYS)) {
      errors.add(FieldError.notSupported(path.field(field), policy, List.of(ALWAYS)));
    }
  }

  /** Several refusals together are no status any more, which is answered with the code 500. */
  private static Status refusal(AdmissionCall call, List<FieldError> errors) {
    List<String> messages = errors.stream()
        .map(error -> call.attributes().forbidden(error.toString()).message())
        .toList();
    return Errors.plain(GoText.aggregate(messages));
  }

  private static boolean isIgnored(AdmissionCall call) {
    AdmissionAttributes attributes = call.attributes();
    return !PodTrees.isAbout(attributes)
        || (attributes.operation() == Operation.UPDATE
            && PodTrees.images(call.oldObject()).containsAll(PodTrees.images(call.object())));
  }
}
