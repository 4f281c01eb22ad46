package io.plimsoll.core.registry.service;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.validation.Draft;
import java.util.ArrayList;
import java.util.List;

/** The spec of a Service that is being given addresses and ports. */
final class AllocatedSpec {

  private final Draft draft;

  AllocatedSpec(MappingValue spec) {
    this.draft = Draft.of(spec);
  }

  MappingValue build() {
    return draft.build();
  }

  ServiceView view() {
    return ServiceView.of(draft.build());
  }

  boolean is(String type) {
    return draft.text("type").equals(type);
  }

  /** Returns whether it is to have no address, and nothing selects its endpoints. */
  boolean isHeadlessWithoutSelector() {
    return draft.text("clusterIP").equals(ServiceView.NONE)
        && draft.object("selector").size() == 0;
  }

  String clusterIp() {
    return draft.text("clusterIP");
  }

  List<String> clusterIps() {
    return texts("clusterIPs");
  }

  List<String> ipFamilies() {
    return texts("ipFamilies");
  }

  /** Returns the policy, empty if there is none. */
  String ipFamilyPolicy() {
    return draft.text("ipFamilyPolicy");
  }

  boolean isSingleStack() {
    return ipFamilyPolicy().equals("SingleStack");
  }

  private List<String> texts(String field) {
    return ServiceView.of(draft.build()).spec().strings(field);
  }

  void setClusterIp(String address) {
    draft.set("clusterIP", ScalarValue.of(address));
  }

  void setClusterIps(List<String> addresses) {
    set("clusterIPs", addresses);
  }

  void setIpFamilies(List<String> families) {
    set("ipFamilies", families);
  }

  void addIpFamily(String family) {
    List<String> all = new ArrayList<>(ipFamilies());
    all.add(family);
    setIpFamilies(all);
  }

  void setIpFamilyPolicy(String policy) {
    draft.set("ipFamilyPolicy", ScalarValue.of(policy));
  }

  private void set(String field, List<String> texts) {
    draft.set(field, SequenceValue.of(texts.stream().map(ScalarValue::of).toList()));
  }

  void setHealthCheckNodePort(long port) {
    draft.set("healthCheckNodePort", ScalarValue.of(port));
  }

  /** Sets the ports of nodes of its ports, which have none where the number is 0. */
  void setNodePorts(List<Long> numbers) {
    if (!(draft.get("ports") instanceof SequenceValue list)) {
      return;
    }
    List<Value> ports = new ArrayList<>(list.items());
    for (int i = 0; i < ports.size(); i++) {
      if (numbers.get(i) != 0 && ports.get(i) instanceof MappingValue port) {
        ports.set(i, port.with("nodePort", ScalarValue.of(numbers.get(i))));
      }
    }
    draft.set("ports", list.withItems(ports));
  }
}
