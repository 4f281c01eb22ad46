package io.plimsoll.core.secrets;

import static io.plimsoll.core.validation.FieldError.invalid;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with the resources of one rule. Mirrors {@code validateResourceOverlap} and {@code validateResourceNames}. */
final class ResourceValidation {

  private static final Set<String> WITHOUT_API =
      Set.of("apiserveripinfo", "serviceipallocations", "servicenodeportallocations");

  private ResourceValidation() {}

  static List<FieldError> errors(List<String> resources, FieldPath path) {
    List<FieldError> errors = new ArrayList<>();
    List<GroupResource> parsed = resources.stream().map(GroupResource::parse).toList();
    if (new HashSet<>(parsed).size() < parsed.size()) {
      errors.add(invalid(path, resources, "the same resource cannot be specified multiple times"));
    }
    if (overlaps(parsed)) {
      errors.add(invalid(
          path,
          resources,
          "using overlapping resources such as 'secrets' and '*.' in the same resource list is not"
              + " allowed as they will be masked"));
    }
    for (int i = 0; i < resources.size(); i++) {
      String detail = detail(resources.get(i), parsed.get(i));
      if (!detail.isEmpty()) {
        errors.add(invalid(path.index(i), resources.get(i), detail));
      }
    }
    return errors;
  }

  /** The first two that are the same are told as such, and do not overlap. */
  private static boolean overlaps(List<GroupResource> resources) {
    boolean repeated = false;
    for (int i = 0; i < resources.size(); i++) {
      for (int j = 0; j < resources.size(); j++) {
        GroupResource one = resources.get(i);
        GroupResource other = resources.get(j);
        if (i == j) {
          continue;
        }
        if (one.equals(other) && !repeated) {
          repeated = true;
        } else if (one.equals(GroupResource.ANYTHING)
            || (one.group().equals(other.group()) && (one.isWildcard() || other.isWildcard()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String detail(String text, GroupResource resource) {
    if (!text.toLowerCase(Locale.ROOT).equals(text)) {
      return "resource name should not contain capital letters";
    }
    if (text.equals(GroupResource.ANY)) {
      return "use '*.' to encrypt all the resources from core API group or *.* to encrypt all"
          + " resources";
    }
    if (WITHOUT_API.contains(text)) {
      return "resources which do not have REST API/s cannot be encrypted";
    }
    return switch (resource.group()) {
      case "events.k8s.io" ->
        "'*.events.k8s.io' objects are stored using the 'events' API group in etcd. Use 'events'"
            + " instead in the config file";
      case "extensions" -> "'extensions' group has been removed and cannot be used for encryption";
      case GroupResource.ANY ->
        resource.isWildcard() ? "" : "encrypting the same resource across groups is not supported";
      default -> "";
    };
  }
}
