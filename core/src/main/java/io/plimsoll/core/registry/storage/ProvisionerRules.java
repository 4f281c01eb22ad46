package io.plimsoll.core.registry.storage;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.Locale;
import java.util.Map;

/** Who provides a class of storage, with which parameters. Mirrors {@code validateProvisioner} and {@code validateParameters}. */
final class ProvisionerRules {

  private static final int MOST_PARAMETERS = 512;
  private static final int PARAMETERS_SIZE = 256 * 1024;

  private ProvisionerRules() {}

  static void checkName(Part part, String field) {
    String provisioner = part.text(field);
    FieldPath path = part.at(field);
    if (provisioner.isEmpty()) {
      part.error(FieldError.required(path, "").asCovered());
      return;
    }
    String lower = provisioner.toLowerCase(Locale.ROOT);
    LabelSyntax.keyErrors(lower)
        .forEach(detail -> part.error(FieldError.invalid(path, lower, detail)));
  }

  static void checkParameters(Part part) {
    Map<String, String> parameters = part.stringMap("parameters");
    if (parameters.size() > MOST_PARAMETERS) {
      part.error(FieldError.tooLong(part.at("parameters"), MOST_PARAMETERS));
      return;
    }
    long size = 0;
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      if (parameter.getKey().isEmpty()) {
        part.error(FieldError.invalid(part.at("parameters"), "", "field can not be empty."));
      }
      size += GoText.length(parameter.getKey()) + GoText.length(parameter.getValue());
    }
    if (size > PARAMETERS_SIZE) {
      part.error(FieldError.tooLong(part.at("parameters"), PARAMETERS_SIZE));
    }
  }
}
