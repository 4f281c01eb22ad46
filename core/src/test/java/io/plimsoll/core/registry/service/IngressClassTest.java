package io.plimsoll.core.registry.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Written;
import io.plimsoll.core.validation.Strategy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of ingresses. */
class IngressClassTest {

  private static final Strategy CLASSES = new IngressClassStrategy();

  private static String ingressClass(String spec) {
    return "metadata: {name: public}\nspec: {" + spec + "}\n";
  }

  private static List<String> errors(String spec) {
    return Written.errors(Written.create(CLASSES, ingressClass(spec)));
  }

  @Test
  void controllers() {
    assertThat(errors("controller: ''")).containsExactly("spec.controller: Required value");
    assertThat(errors("controller: nginx"))
        .containsExactly(
            "spec.controller: Invalid value: \"nginx\": must be a domain-prefixed path (such as"
                + " \"acme.io/foo\")");
    assertThat(errors("controller: example.com/" + "a".repeat(250)))
        .containsExactly("spec.controller: Too long: may not be more than 250 bytes");
    MappingValue old = Written.stored(CLASSES, ingressClass("controller: a.io/b"));
    assertThat(Written.errors(Written.update(CLASSES, old, ingressClass("controller: a.io/c"))))
        .containsExactly("spec.controller: Invalid value: \"a.io/c\": field is immutable");
  }

  @Test
  void parameters() {
    String start = "controller: a.io/b, parameters: ";

    assertThat(errors(start + "{}"))
        .containsExactly(
            "spec.parameters.kind: Required value", "spec.parameters.name: Required value");
    assertThat(errors(start + "{kind: A, name: b, namespace: c}"))
        .containsExactly(
            "spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'");
    assertThat(errors(start + "{kind: A, name: b, scope: Namespace}"))
        .containsExactly(
            "spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'");
    assertThat(errors(start + "{kind: A, name: b, scope: World}"))
        .containsExactly(
            "spec.parameters.scope: Unsupported value: \"World\": supported values: \"Cluster\","
                + " \"Namespace\"");
  }

  @Test
  void theScopeIsTheClusterUnlessSaid() {
    MappingValue stored =
        Written.stored(CLASSES, ingressClass("controller: a.io/b, parameters: {kind: A, name: b}"));

    assertThat(Written.json(CLASSES, stored, "spec")).contains("\"scope\":\"Cluster\"");
  }
}
