package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.IpText;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.schema.ObjectType;
import io.plimsoll.core.schema.Schema;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The families that the addresses of a Service are of, which depend on those of the cluster. Mirrors {@code initIPFamilyFields} of
 * {@code pkg/registry/core/service/storage/alloc.go}.
 */
final class IpFamilies {

  private static final ObjectType SERVICE = Schema.kubernetes()
      .type("v1", "Service")
      .orElseThrow(() -> new IllegalStateException("there are no Services"));
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath POLICY = SPEC.field("ipFamilyPolicy");
  private static final String PREFER_DUAL_STACK = "PreferDualStack";
  private static final String REQUIRE_DUAL_STACK = "RequireDualStack";
  private static final String SINGLE_STACK = "SingleStack";

  private final Pools pools;
  private final AllocatedSpec now;
  private final Optional<AllocatedSpec> old;
  private final List<FieldError> errors = new ArrayList<>();

  IpFamilies(Pools pools, AllocatedSpec now, Optional<AllocatedSpec> old) {
    this.pools = pools;
    this.now = now;
    this.old = old;
  }

  /**
   * Returns whether a Service that prefers two families does so as before: it keeps what it got then, whatever the cluster has now.
   * Mirrors {@code isMatchingPreferDualStackClusterIPFields}.
   */
  static boolean keepsPreference(AllocatedSpec now, AllocatedSpec old) {
    ServiceView view = now.view();
    boolean addressed = view.is(ServiceView.CLUSTER_IP) || view.needsNodePort();
    return now.ipFamilyPolicy().equals(PREFER_DUAL_STACK)
        && (old.ipFamilyPolicy().isEmpty() || old.ipFamilyPolicy().equals(PREFER_DUAL_STACK))
        && addressed
        && old.is(view.type())
        && !old.clusterIps().isEmpty()
        && now.clusterIps().equals(old.clusterIps())
        && now.ipFamilies().equals(old.ipFamilies());
  }

  void set() throws AllocationRefused {
    boolean settled = old.isPresent() && keepsPreference(now, old.get());
    if (settled || now.is(ServiceView.EXTERNAL_NAME)) {
      return;
    }
    setPolicy();
    checkRules();
    if (old.isPresent()) {
      release(old.get());
    }
    checkSingleStack();
    addFamiliesOfAddresses();
    AllocationRefused.throwIfAny(errors);
    if (now.isHeadlessWithoutSelector()) {
      addFamilies(true);
      return;
    }
    checkConfigured();
    AllocationRefused.throwIfAny(errors);
    addFamilies(pools.isDual());
  }

  private void setPolicy() {
    if (!now.ipFamilyPolicy().isEmpty()) {
      return;
    }
    String before = old.map(AllocatedSpec::ipFamilyPolicy).orElse("");
    String first = now.isHeadlessWithoutSelector() ? REQUIRE_DUAL_STACK : SINGLE_STACK;
    now.setIpFamilyPolicy(before.isEmpty() ? first : before);
  }

  private void checkRules() throws AllocationRefused {
    MappingValue service = MappingValue.empty().with("spec", now.build());
    Part part = Part.of(service, SERVICE);
    List<String> existing = old.map(AllocatedSpec::clusterIps).orElse(List.of());
    new ClusterIpRules(part.object("spec"), existing).check();
    AllocationRefused.throwIfAny(part.errors());
  }

  private void addPolicyError(String detail) {
    errors.add(FieldError.invalidPrinted(POLICY, GoText.json(now.ipFamilyPolicy()), detail));
  }

  /** Who wants one family only gives up what is of the other; nobody else gives up anything. */
  private void release(AllocatedSpec before) {
    List<String> addresses = now.clusterIps();
    List<String> families = now.ipFamilies();
    if (now.isSingleStack()) {
      if (addresses.size() > 1 && addresses.equals(before.clusterIps())) {
        now.setClusterIps(addresses.subList(0, 1));
      }
      if (families.size() > 1 && families.equals(before.ipFamilies())) {
        now.setIpFamilies(families.subList(0, 1));
      }
      return;
    }
    if (!addresses.isEmpty() && addresses.size() < before.clusterIps().size()) {
      addPolicyError("must be 'SingleStack' to release the secondary cluster IP");
    }
    if (!families.isEmpty() && families.size() < before.ipFamilies().size()) {
      addPolicyError("must be 'SingleStack' to release the secondary IP family");
    }
  }

  private void checkSingleStack() {
    if (!now.isSingleStack()) {
      return;
    }
    String either = "must be 'RequireDualStack' or 'PreferDualStack' when multiple ";
    if (now.clusterIps().size() == 2) {
      addPolicyError(either + "cluster IPs are specified");
    }
    if (now.ipFamilies().size() == 2) {
      addPolicyError(either + "IP families are specified");
    }
  }

  private void addFamiliesOfAddresses() {
    List<String> addresses = now.clusterIps();
    for (int i = 0; i < addresses.size(); i++) {
      Optional<IpText> address = IpText.parse(addresses.get(i));
      if (address.isEmpty()) {
        return;
      }
      String family = AddressRange.family(address.get());
      if (i < now.ipFamilies().size()) {
        continue;
      }
      if (pools.has(family)) {
        now.addIpFamily(family);
      } else {
        FieldPath path = SPEC.field("clusterIPs").index(i);
        errors.add(
            FieldError.invalid(path, addresses, family + " is not configured on this cluster"));
      }
    }
  }

  private void checkConfigured() {
    if (now.ipFamilyPolicy().equals(REQUIRE_DUAL_STACK) && !pools.isDual()) {
      addPolicyError("this cluster is not configured for dual-stack services");
    }
    List<String> families = now.ipFamilies();
    for (int i = 0; i < families.size(); i++) {
      if (!pools.has(families.get(i))) {
        errors.add(FieldError.invalidPrinted(
            SPEC.field("ipFamilies").index(i),
            GoText.json(families.get(i)),
            "not configured on this cluster"));
      }
    }
  }

  /** Sets the family of the cluster if there is none, and the other one if that is wanted and can be. */
  private void addFamilies(boolean canBeDual) {
    if (now.ipFamilies().isEmpty()) {
      now.addIpFamily(pools.primary());
    }
    List<String> families = now.ipFamilies();
    if (canBeDual && families.size() == 1 && !now.isSingleStack()) {
      now.addIpFamily(Pools.other(families.get(0)));
    }
  }
}
