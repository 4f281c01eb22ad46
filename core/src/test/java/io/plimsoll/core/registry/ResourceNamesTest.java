package io.plimsoll.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.model.Quantity;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceNamesTest {

  private static final FieldPath PATH = FieldPath.of("r");

  private static List<String> details(List<FieldError> errors) {
    return errors.stream().map(FieldError::detail).toList();
  }

  @Test
  void kinds() {
    assertThat(ResourceNames.isExtended("example.com/gpu")).isTrue();
    assertThat(ResourceNames.isExtended("requests.example.com/gpu")).isFalse();
    assertThat(ResourceNames.isExtended("kubernetes.io/gpu")).isFalse();
    assertThat(ResourceNames.isOvercommitAllowed("cpu")).isTrue();
    assertThat(ResourceNames.isOvercommitAllowed("hugepages-2Mi")).isFalse();
    assertThat(ResourceNames.isOvercommitAllowed("example.com/gpu")).isFalse();
    assertThat(ResourceNames.isInteger("pods")).isTrue();
    assertThat(ResourceNames.isInteger("cpu")).isFalse();
  }

  @Test
  void names() {
    assertThat(ResourceNames.errors(PATH, "storage")).isEmpty();
    assertThat(details(ResourceNames.errors(PATH, "gold")))
        .containsExactly("must be a standard resource type or fully qualified");
    assertThat(details(ResourceNames.containerErrors(PATH, "storage")))
        .containsExactly("must be a standard resource for containers");
    assertThat(details(ResourceNames.containerErrors(PATH, "requests.example.com/gpu")))
        .containsExactly("doesn't follow extended resource name standard");
    assertThat(ResourceNames.quotaErrors(PATH, "count/pods")).isEmpty();
    assertThat(ResourceNames.quotaErrors(PATH, "requests.hugepages-2Mi")).isEmpty();
  }

  @Test
  void amounts() {
    assertThat(QuantityRules.errors(PATH, "pods", Quantity.parse("1"))).isEmpty();
    assertThat(details(QuantityRules.errors(PATH, "pods", Quantity.parse("-500m"))))
        .containsExactly("must be greater than or equal to 0", "must be an integer");
    assertThat(Quantity.parse("1000m").isWholeInMillis()).isTrue();
    assertThat(Quantity.parse("1n").isWholeInMillis()).isFalse();
  }
}
