package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.schema.Schema;
import org.junit.jupiter.api.Test;

class PartTest {

  private static Part pod(String yaml) {
    return Part.of(Written.object(yaml), Schema.kubernetes().type("v1", "Pod").orElseThrow());
  }

  @Test
  void partsKnowTheirPlaces() {
    Part pod = pod("{spec: {containers: [{name: a}, {name: b, resources: {}}]}}");
    Part container = pod.object("spec").list("containers").get(1);

    assertThat(container.path()).hasToString("spec.containers[1]");
    assertThat(container.object("resources").path()).hasToString("spec.containers[1].resources");
    assertThat(container.under(FieldPath.of("x")).at("y")).hasToString("x.y");
    assertThat(container.under(pod.object("spec")).object("resources").path())
        .hasToString("spec.resources");
    assertThat(pod.under(container).at("y")).hasToString("spec.containers[1].y");
  }

  @Test
  void whatIsAbsentIsEmptyOrNotFound() {
    Part pod = pod("{spec: {priority: 1.5, securityContext: {}, affinity: null}}");
    Part spec = pod.object("spec");

    assertThat(spec.find("securityContext")).isNotNull();
    assertThat(spec.find("affinity")).isNull();
    assertThat(spec.find("os")).isNull();
    assertThat(spec.object("affinity").object("nodeAffinity").mapping("x").size())
        .isZero();
    assertThat(spec.list("containers")).isEmpty();
    assertThat(spec.number("priority")).isZero();
    assertThat(spec.text("nodeName")).isEmpty();
  }

  @Test
  void errorsOfAllPartsAreThoseOfTheWhole() {
    Part pod = pod("{spec: {tolerations: [{effect: odd}]}}");
    pod.object("spec").list("tolerations").get(0).invalid("effect", "is odd");

    assertThat(pod.errors())
        .singleElement()
        .hasToString("spec.tolerations[0].effect: Invalid value: \"odd\": is odd");
  }

  @Test
  void onlyFieldsOfTheTypeCanBeAskedFor() {
    assertThatThrownBy(() -> pod("{spec: {}}").object("spec").isSame("odd", Written.object("{}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a field of core.v1.PodSpec: \"odd\"");
  }
}
