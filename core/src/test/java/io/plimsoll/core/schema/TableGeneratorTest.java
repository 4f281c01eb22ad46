package io.plimsoll.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.Conformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class TableGeneratorTest {

  @Test
  void carriedTablesAreWhatTheGeneratorMakes() throws IOException {
    String conformance = System.getProperty(Conformance.PROPERTY, "");
    Path json = Path.of(conformance).resolveSibling("schema").resolve("kubernetes-v1.37.json");
    Assumptions.assumeTrue(Files.exists(json), () -> "no " + json);

    TableGenerator generator = new TableGenerator(json);

    assertThat(Tables.read("types.tsv")).isEqualTo(generator.types());
    assertThat(Tables.read("resources.tsv")).isEqualTo(generator.resources());
  }
}
