package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.QuantityRules;
import io.plimsoll.core.validation.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a node, new and changed. Mirrors {@code ValidateNode} and {@code ValidateNodeUpdate} of {@code pkg/apis/core/validation}. */
final class NodeRules {

  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
  private static final Pattern FEATURE =
      Pattern.compile("[A-Z][a-zA-Z0-9]*(/[a-zA-Z][a-zA-Z0-9]*)*");
  private static final int LONGEST_FEATURE = 253;
  private static final String NETWORKS =
      "node updates may not change podCIDR except from \"\" to valid";

  private NodeRules() {}

  static void checkTaints(Part node) {
    Set<List<String>> seen = new HashSet<>();
    List<Part> taints = node.object("spec").list("taints");
    for (int i = 0; i < taints.size(); i++) {
      // Upstream has them in the metadata.
      Part taint = taints.get(i).under(FieldPath.of("metadata", "taints").index(i));
      String key = taint.text("key");
      taint.invalid("key", LabelSyntax.keyErrors(key));
      List<String> valueErrors = LabelSyntax.valueErrors(taint.text("value"));
      if (!valueErrors.isEmpty()) {
        taint.invalid("value", List.of(String.join(";", valueErrors)));
      }
      String effect = taint.text("effect");
      if (effect.isEmpty()) {
        taint.required("effect", "");
      } else if (!EFFECTS.contains(effect)) {
        taint.notSupported("effect", EFFECTS);
      }
      if (!seen.add(List.of(key, effect))) {
        taint.error(new FieldError(
            FieldError.Type.DUPLICATE,
            taint.path(),
            taint.json(),
            "taints must be unique by key and effect pair"));
      }
    }
  }

  static void checkResources(Part node) {
    Part status = node.object("status");
    for (String field : List.of("capacity", "allocatable")) {
      for (Map.Entry<String, Quantity> entry : MapOrder.byKey(status.quantities(field))) {
        String name = entry.getKey();
        FieldPath path = status.at(field).field(name);
        status.errors().addAll(QuantityRules.errors(path, name, entry.getValue()));
      }
    }
  }

  static void checkSwap(Part node) {
    Part info = node.object("status").object("nodeInfo");
    if (!info.has("swap")) {
      return;
    }
    Part swap = info.object("swap").under(FieldPath.of("metadata", "nodeSwapStatus"));
    if (swap.has("capacity") && swap.number("capacity") <= 0) {
      swap.invalid("capacity", Messages.NOT_POSITIVE);
    }
  }

  static void checkFeatures(Part node) {
    Part status = node.object("status");
    List<String> features = status.strings("declaredFeatures");
    for (int i = 0; i < features.size(); i++) {
      FieldPath path = status.at("declaredFeatures");
      String feature = features.get(i);
      String error = featureError(feature);
      if (!error.isEmpty()) {
        status.error(FieldError.invalid(
            path.index(i),
            feature,
            "invalid feature name " + GoText.quote(feature) + ": " + error));
      }
      if (i + 1 < features.size()) {
        String next = features.get(i + 1);
        int order = GoText.compare(feature, next);
        if (order == 0) {
          status.error(FieldError.duplicate(path.index(i + 1), next));
        } else if (order > 0) {
          status.error(
              FieldError.invalid(path.index(i + 1), next, "list must be sorted alphabetically"));
        }
      }
    }
  }

  private static String featureError(String feature) {
    if (GoText.length(feature) > LONGEST_FEATURE) {
      return "must be no more than " + LONGEST_FEATURE + " characters";
    }
    return FEATURE.matcher(feature).matches()
        ? ""
        : "must start with an UpperCamelCase segment, with subsequent segments separated by '/' (e.g.,"
            + " MyFeature or MyFeature/mySubFeature), and contain only alphanumeric characters and slashes";
  }

  static void checkUpdate(Part node, Part old) {
    checkResources(node);
    checkFeatures(node);
    checkAddresses(node.object("status"));
    Part spec = node.object("spec");
    Part before = old.object("spec");
    List<String> networks = before.strings("podCIDRs");
    if (!networks.isEmpty() && !networks.equals(spec.strings("podCIDRs"))) {
      spec.forbidden("podCIDRs", NETWORKS);
    }
    String provider = before.text("providerID");
    if (!provider.isEmpty() && !provider.equals(spec.text("providerID"))) {
      spec.error(FieldError.invalidPrinted(
          spec.at("providerID"),
          "null",
          spec.text("providerID").isEmpty()
              ? "field cannot be cleared once set"
              : "field cannot be modified once set"));
    }
    checkTaints(node);
    if (!spec.text("externalID").equals(before.text("externalID"))) {
      spec.forbidden("externalID", "may not be updated");
    }
  }

  private static void checkAddresses(Part status) {
    Set<List<String>> seen = new HashSet<>();
    for (Part address : status.list("addresses")) {
      if (!seen.add(List.of(address.text("type"), address.text("address")))) {
        address.error(
            new FieldError(FieldError.Type.DUPLICATE, address.path(), address.json(), ""));
      }
    }
  }
}
