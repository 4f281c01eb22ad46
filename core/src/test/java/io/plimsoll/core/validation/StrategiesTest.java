package io.plimsoll.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.manifest.MappingValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategiesTest {

  private static final Strategy BOXES = new Strategy() {
    @Override
    public String apiVersion() {
      return "example.com/v1";
    }

    @Override
    public String kind() {
      return "Box";
    }

    @Override
    public List<FieldError> validate(MappingValue object) {
      return List.of();
    }

    @Override
    public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
      return List.of();
    }
  };

  @Test
  void areFoundByGroupAndKind() {
    Strategies strategies = Strategies.of(List.of(BOXES));

    assertThat(strategies.find("example.com", "Box")).containsSame(BOXES);
    assertThat(strategies.find("", "Box")).isEmpty();
    assertThat(strategies.find("example.com", "Bag")).isEmpty();
    assertThatThrownBy(() -> Strategies.of(List.of(BOXES, BOXES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two strategies for \"example.com/v1 Box\"");
  }
}
