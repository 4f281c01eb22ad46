package io.plimsoll.core.admission.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.admission.Admission;
import io.plimsoll.core.admission.TestCall;
import org.junit.jupiter.api.Test;

class AlwaysTest {

  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}}";

  @Test
  void everythingIsFine() {
    assertThat(TestCall.create(POD).admit(new AlwaysAdmit())).isEqualTo(Admission.UNCHANGED);
    assertThat(TestCall.create(POD).validate(new AlwaysAdmit())).isEqualTo(Admission.UNCHANGED);
  }

  @Test
  void nothingIsFine() {
    String refusal =
        TestCall.forbidden("pods", "p", "admission control is denying all modifications");
    assertThat(TestCall.refusal(TestCall.create(POD).admit(new AlwaysDeny()))).isEqualTo(refusal);
    assertThat(TestCall.refusal(TestCall.delete(POD).validate(new AlwaysDeny())))
        .isEqualTo(refusal);
  }
}
