package io.plimsoll.core.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Limits;
import io.plimsoll.core.schema.FieldValidation;
import org.junit.jupiter.api.Test;

class ReadOptionsTest {

  @Test
  void eachOptionChangesAlone() {
    Limits narrow = Limits.DEFAULT.withDepth(5);

    assertThat(ReadOptions.DEFAULT)
        .isEqualTo(new ReadOptions(FieldValidation.STRICT, false, Limits.DEFAULT));
    assertThat(ReadOptions.DEFAULT
            .withSubdirectories()
            .withLimits(narrow)
            .withFieldValidation(FieldValidation.WARN))
        .isEqualTo(new ReadOptions(FieldValidation.WARN, true, narrow));
  }
}
