package io.plimsoll.core.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks of services, and the addresses that are taken of them. */
class ServiceNetworksTest {

  private static final Strategy NETWORKS = new ServiceCidrStrategy();
  private static final Strategy ADDRESSES = new IpAddressStrategy();

  private static String network(String cidrs) {
    return "metadata: {name: net}\nspec: {cidrs: [" + cidrs + "]}\n";
  }

  private static List<String> errors(String cidrs) {
    return Written.errors(Written.create(NETWORKS, network(cidrs)));
  }

  @Test
  void networks() {
    assertThat(errors("10.0.0.0/24, 'fd00::/108'")).isEmpty();
    assertThat(errors(""))
        .containsExactly("spec.cidrs: Required value: at least one CIDR required");
    assertThat(errors("10.0.0.0/24, 10.0.1.0/24"))
        .containsExactly(
            "spec.cidrs: Invalid value: [\"10.0.0.0/24\",\"10.0.1.0/24\"]: may specify no more"
                + " than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
    assertThat(errors("'fd00:0::/108'"))
        .containsExactly("spec.cidrs[0]: Invalid value: \"fd00:0::/108\": must be in canonical form"
            + " (\"fd00::/108\")");
    assertThat(errors("a, b, c"))
        .containsExactly(
            "spec.cidrs: Invalid value: {\"CIDRs\":[\"a\",\"b\",\"c\"]}: may only hold up to 2"
                + " values");
  }

  @Test
  void networksMayGetASecondFamily() {
    MappingValue old = Written.stored(NETWORKS, network("10.0.0.0/24"));

    assertThat(Written.errors(Written.update(NETWORKS, old, network("10.0.0.0/24, 'fd00::/108'"))))
        .isEmpty();
    assertThat(Written.errors(Written.update(NETWORKS, old, network("10.0.1.0/24"))))
        .containsExactly("spec.cidrs[0]: Invalid value: \"10.0.1.0/24\": field is immutable");
  }

  @Test
  void addresses() {
    String address = "metadata: {name: %s}\nspec: {parentRef: {%s}}\n";
    String service = "resource: services, namespace: shop, name: web";
    assertThat(Written.errors(Written.create(ADDRESSES, address.formatted("10.0.0.1", service))))
        .isEmpty();
    assertThat(Written.errors(Written.create(ADDRESSES, address.formatted("web", service))))
        .containsExactly(
            "metadata.name: Invalid value: \"web\": must be a valid IP address, (e.g. 10.9.8.7 or"
                + " 2001:db8::ffff)");
    assertThat(Written.errors(Written.create(ADDRESSES, address.formatted("10.0.0.1", ""))))
        .containsExactly(
            "spec.parentRef.resource: Required value", "spec.parentRef.name: Required value");
    MappingValue old = Written.stored(ADDRESSES, address.formatted("10.0.0.1", service));
    assertThat(Written.errors(Written.update(
            ADDRESSES, old, address.formatted("10.0.0.1", service.replace("web", "db")))))
        .containsExactly("spec.parentRef: Invalid value: null: field is immutable");
  }
}
