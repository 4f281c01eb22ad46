package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import io.plimsoll.testkit.ArchitectureRules;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {

  private static final String CORE = "io.plimsoll.core";
  private static final String PSA = "io.plimsoll.psa";
  private static final String NETPOL = "io.plimsoll.netpol";
  private static final String RBAC = "io.plimsoll.rbac";
  private static final String POSTURE = "io.plimsoll.posture";

  private static final Map<String, Set<String>> ARROWS = Map.of(
      CORE, Set.of(),
      PSA, Set.of(CORE),
      NETPOL, Set.of(CORE),
      RBAC, Set.of(CORE),
      POSTURE, Set.of(CORE, PSA, NETPOL, RBAC));

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ARROWS.keySet());

  @Test
  void domainsUseCoreAndNeverOneAnother() {
    ArchitectureRules.arrows("io.plimsoll", ARROWS).check(CLASSES);
  }

  @Test
  void everyModuleIsSeen() {
    assertThat(ARROWS.keySet())
        .allSatisfy(root -> assertThat(CLASSES)
            .anySatisfy(type -> assertThat(type.getPackageName()).startsWith(root)));
  }
}
