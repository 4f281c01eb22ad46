package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModuleTest {

  @Test
  void onlyTheNullnessAnnotationsAreRequiredTransitively() throws IOException {
    ModuleDescriptor core;
    try (InputStream in = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      core = ModuleDescriptor.read(in);
    }

    assertThat(core.name()).isEqualTo("io.plimsoll.core");
    assertThat(core.requires())
        .filteredOn(required -> required.modifiers().contains(Modifier.TRANSITIVE))
        .extracting(Requires::name)
        .containsExactly("org.jspecify");
  }
}
