package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.AddressRules;
import io.plimsoll.core.registry.Capabilities;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of a pod, as those say who run it. Mirrors {@code podStatusStrategy} and {@code ValidatePodStatusUpdate}. */
final class PodStatusStrategy extends PodSubresourceStrategy {

  private static final String STATUS = "status";
  private static final String OBSERVED = "observedGeneration";

  /** What those who do not know of it cannot take away. */
  private static final List<String> PRESERVED = List.of(
      "qosClass",
      "resourceClaimStatuses",
      "extendedResourceClaimStatus",
      "nodeAllocatableResourceClaimStatuses",
      OBSERVED);

  PodStatusStrategy(Capabilities capabilities) {
    super(capabilities);
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of(
        "what the status of Pod says of the resources, claims and users of containers"
            + " and of volumes is not validated");
  }

  /** A pod's status neither ends it nor frees it from its owners. */
  @Override
  public MappingValue prepareForUpdate(MappingValue pod, MappingValue old) {
    Fields oldStatus = Fields.of(old.get(STATUS));
    return Draft.edit(StatusRules.like(pod, "spec", old), draft -> {
      draft.editOrCreate("metadata", metadata -> {
        metadata.remove("deletionTimestamp");
        keep(metadata, "ownerReferences", Fields.of(old.get("metadata")).tree());
      });
      draft.editOrCreate(STATUS, status -> {
        for (String field : PRESERVED) {
          preserve(status, field, oldStatus.value(field));
        }
        preserveConditions(status, oldStatus);
      });
    });
  }

  private static void preserve(Draft draft, String field, @Nullable Value before) {
    if (before != null) {
      draft.setDefault(field, before);
    }
  }

  /** Conditions of a type keep the generations of those before them, one for each. */
  private static void preserveConditions(Draft status, Fields old) {
    Map<String, Deque<Fields>> before = new HashMap<>();
    for (Fields condition : old.list("conditions", condition -> condition)) {
      before.computeIfAbsent(condition.text("type"), type -> new ArrayDeque<>()).add(condition);
    }
    status.editEach("conditions", condition -> {
      Deque<Fields> same = before.get(condition.text("type"));
      Fields first = same == null ? null : same.poll();
      if (first != null) {
        preserve(condition, OBSERVED, first.value(OBSERVED));
      }
    });
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue pod, MappingValue old) {
    Part part = part(pod);
    Part oldPart = part(old);
    checkMetadataUpdate(part, old);
    PodRules.checkAnnotations(PodRules.context(part, oldPart), oldPart);
    Part status = part.object(STATUS);
    Part oldStatus = oldPart.object(STATUS);
    checkConditions(status);
    checkNomination(status, oldStatus, oldPart.object("spec").text("nodeName"));
    checkGeneration(status);
    status.immutable("qosClass", oldStatus.tree());
    new ContainerTransitions(status, oldStatus, oldPart.object("spec")).check();
    checkPodAddresses(status, oldStatus);
    checkHostAddresses(status, oldStatus);
    return part.errors();
  }

  private static void checkGeneration(Part object) {
    if (object.number(OBSERVED) < 0) {
      object.error(FieldError.invalid(
          object.at(OBSERVED), object.number(OBSERVED), "must be a non-negative integer"));
    }
  }

  private static void checkConditions(Part status) {
    for (Part condition : status.list("conditions")) {
      checkGeneration(condition);
      String type = condition.text("type");
      if (!List.of("PodScheduled", "Ready", "Initialized").contains(type)) {
        // Upstream's path has the name that the field has in Go.
        for (String detail : LabelSyntax.keyErrors(type)) {
          condition.error(FieldError.invalid(condition.path().field("Type"), type, detail));
        }
      }
    }
  }

  /** A node is only proposed for pods that are on none. */
  private static void checkNomination(Part status, Part old, String node) {
    String field = "nominatedNodeName";
    String nominated = status.text(field);
    if (nominated.isEmpty() || nominated.equals(old.text(field))) {
      return;
    }
    status.invalid(field, Names.dnsSubdomainErrors(nominated));
    if (!node.isEmpty()) {
      status.forbidden(field, "may not be set on pods that are already bound to a node");
    }
  }

  private static void checkPodAddresses(Part status, Part old) {
    List<String> addresses = checkAddresses(status, old, "podIPs");
    boolean one = !status.text("podIP").isEmpty();
    if (one == addresses.isEmpty()) {
      status.invalid("podIPs", "podIP and podIPs must either both be set or both be unset");
    } else if (one && !addresses.get(0).equals(status.text("podIP"))) {
      checkFirst(status, "podIPs", addresses.get(0), "must be equal to `podIP`");
    }
  }

  private static void checkHostAddresses(Part status, Part old) {
    List<Part> hosts = status.list("hostIPs");
    if (!hosts.isEmpty() && !hosts.get(0).text("ip").equals(status.text("hostIP"))) {
      checkFirst(status, "hostIPs", hosts.get(0).text("ip"), "must be equal to `hostIP`");
    }
    checkAddresses(status, old, "hostIPs");
  }

  private static void checkFirst(Part status, String field, String address, String detail) {
    status.error(FieldError.invalid(status.at(field).index(0).field("ip"), address, detail));
  }

  /** Adds what is wrong with addresses, of which there may be one of each family; returns them. */
  private static List<String> checkAddresses(Part status, Part old, String field) {
    List<String> known =
        old.list(field).stream().map(address -> address.text("ip")).toList();
    List<String> addresses = new ArrayList<>();
    for (Part address : status.list(field)) {
      String text = address.text("ip");
      status.errors().addAll(AddressRules.address(address.path(), text, known));
      addresses.add(text);
    }
    if (addresses.size() > 1) {
      checkFamilies(status, field, addresses);
    }
    return addresses;
  }

  /** Adds an error if several addresses are not one of each family: {@code IsDualStackIPStrings}. */
  private static void checkFamilies(Part status, String field, List<String> addresses) {
    Set<Boolean> families = new HashSet<>();
    for (int i = 0; i < addresses.size(); i++) {
      Optional<IpText> address = IpText.parse(addresses.get(i));
      if (address.isEmpty()) {
        String error =
            "failed to check for dual stack with error:invalid IP[" + i + "]: " + addresses.get(i);
        status.error(new FieldError(FieldError.Type.INTERNAL, status.at(field), "", error));
        families.clear();
        break;
      }
      families.add(address.get().v4());
    }
    if (families.size() != 2 || addresses.size() > 2) {
      status.invalid(field, "may specify no more than one IP for each IP family");
    }
  }

  @Override
  public List<String> warningsOnUpdate(MappingValue pod, MappingValue old) {
    List<String> warnings = new ArrayList<>();
    Part status = part(pod).object(STATUS);
    for (String field : List.of("podIPs", "hostIPs")) {
      for (Part address : status.list(field)) {
        warnings.addAll(AddressRules.addressWarnings(address.at("ip"), address.text("ip")));
      }
    }
    return warnings;
  }
}
