package io.plimsoll.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectRefTest {

  private static final ObjectRef WEB = new ObjectRef("apps/v1", "Deployment", "shop", "web");

  @Test
  void anApiVersionIsAGroupAndAVersion() {
    assertThat(WEB.group()).isEqualTo("apps");
    assertThat(WEB.version()).isEqualTo("v1");

    ObjectRef pod = new ObjectRef("v1", "Pod", "shop", "web");
    assertThat(pod.group()).isEmpty();
    assertThat(pod.version()).isEqualTo("v1");
  }

  @Test
  void itReadsAsPeopleWriteIt() {
    assertThat(WEB).hasToString("Deployment shop/web");
    assertThat(new ObjectRef("v1", "Namespace", "", "shop")).hasToString("Namespace shop");
    assertThat(new ObjectRef("batch/v1", "Job", "shop", "")).hasToString("Job in shop");
    assertThat(new ObjectRef("batch/v1", "Job", "shop", "", "load-"))
        .hasToString("Job shop/load-*");
    assertThat(new ObjectRef("v1", "List", "", "")).hasToString("List");
  }

  @Test
  void whatANameIsMadeFromDoesNotMatterOnceThereIsOne() {
    assertThat(new ObjectRef("apps/v1", "Deployment", "shop", "web", "web-")).isEqualTo(WEB);
  }

  @Test
  void theVersionDoesNotMakeAnotherObject() {
    ObjectRef beta = new ObjectRef("apps/v1beta1", "Deployment", "shop", "web");

    assertThat(WEB.sameObject(beta)).isTrue();
    assertThat(WEB).isNotEqualTo(beta);
    assertThat(WEB.sameObject(new ObjectRef("extensions/v1", "Deployment", "shop", "web")))
        .isFalse();
    assertThat(WEB.sameObject(new ObjectRef("apps/v1", "Deployment", "shop", "db")))
        .isFalse();
    assertThat(WEB.sameObject(new ObjectRef("apps/v1", "Deployment", "prod", "web")))
        .isFalse();
    assertThat(WEB.sameObject(new ObjectRef("apps/v1", "StatefulSet", "shop", "web")))
        .isFalse();
  }

  @Test
  void refsAreOrderedByNamespaceKindNameAndApiVersion() {
    List<ObjectRef> sorted = List.of(
        new ObjectRef("v1", "Namespace", "", "z"),
        new ObjectRef("apps/v1", "Deployment", "a", "z"),
        new ObjectRef("v1", "Pod", "a", "a"),
        new ObjectRef("v1", "Pod", "a", "b"),
        new ObjectRef("v2", "Pod", "a", "b"),
        new ObjectRef("v1", "Pod", "b", "a"));

    assertThat(sorted.stream().sorted(Comparator.reverseOrder()).sorted()).isEqualTo(sorted);
  }
}
