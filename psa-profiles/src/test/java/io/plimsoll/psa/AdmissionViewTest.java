package io.plimsoll.psa;

import static io.plimsoll.psa.Requests.namespace;
import static io.plimsoll.psa.Requests.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.model.Namespace;
import io.plimsoll.core.pod.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionViewTest {

  @Test
  void podsAreListedByNamespaceInTheirOrder() {
    Pod other = Pod.of(
        pod("c").metadata().toBuilder().namespace("other").build(), pod("c").spec());
    AdmissionView view = AdmissionView.of(List.of(), List.of(pod("b"), other, pod("a")));

    assertThat(view.pods("shop")).contains(List.of(pod("b"), pod("a")));
    assertThat(view.pods("other")).contains(List.of(other));
    assertThat(view.pods("empty")).contains(List.of());
  }

  @Test
  void namespacesAreFoundByName() {
    Namespace shop = namespace("shop", "enforce", "baseline");
    AdmissionView view = AdmissionView.of(List.of(shop), List.of());

    assertThat(view.namespace("shop")).contains(shop);
    assertThat(view.namespace("other")).isEmpty();
    assertThat(view.isTimeUp()).isFalse();
  }
}
