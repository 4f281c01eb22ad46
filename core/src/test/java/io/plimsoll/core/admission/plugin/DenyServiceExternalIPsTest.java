package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class DenyServiceExternalIPsTest {

  private final DenyServiceExternalIPs plugin = new DenyServiceExternalIPs();

  private static String service(String addresses) {
    return "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec:"
        + " {externalIPs: [" + addresses + "]}}";
  }

  @Test
  void externalAddressesThatAreThereMayStay() {
    assertThat(TestCall.update(service("1.2.3.4, 1.2.3.5"), service("1.2.3.5")).validate(plugin))
        .isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(service("")).validate(plugin)).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void newExternalAddressesAreDenied() {
    String refusal =
        TestCall.forbidden("services", "s", "Use of external IPs is denied by admission control");
    assertThat(TestCall.refusal(TestCall.create(service("1.2.3.4")).validate(plugin)))
        .isEqualTo(refusal);
    assertThat(TestCall.refusal(
            TestCall.update(service("1.2.3.4"), service("1.2.3.5")).validate(plugin)))
        .isEqualTo(refusal);
  }
}
