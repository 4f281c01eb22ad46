package io.plimsoll.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The architecture of one module, as tests that the module's {@code ArchitectureTest} inherits.
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *   ArchitectureTest() {
 *     super("io.plimsoll.core", "manifest", "schema", "finding");
 *   }
 * }
 * }</pre>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {

  private final String root;
  private final List<String> packages;
  private final JavaClasses classes;

  /**
   * Reads the classes of the module.
   *
   * @param root the root package of the module
   * @param packages the packages below the root, each of which may use those before it only; {@code ""} is the root
   */
  protected ArchitectureRules(String root, String... packages) {
    this.root = root;
    this.packages = List.of(packages);
    this.classes = production(root);
  }

  @Test
  final void packagesUseOnlyPackagesBeforeThem() {
    packageArrows(root, packages).check(classes);
  }

  @Test
  final void noThirdPartyTypeIsInAPublicSignature() {
    noForeignTypesInSignatures().check(classes);
  }

  @Test
  final void publicClassesAreImmutable() {
    immutable().check(classes);
  }

  @Test
  final void nothingReadsTimeRandomnessEnvironmentNetworkOrReflects() {
    pure().check(classes);
  }

  /** Returns the classes of the package and its subpackages on the class path, without tests. */
  public static JavaClasses production(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(root);
  }

  /** Each package may use those before it only; a package that is not listed is a violation. */
  static ArchRule packageArrows(String root, List<String> packages) {
    Map<String, Set<String>> allowed = new LinkedHashMap<>();
    List<String> before = new ArrayList<>();
    for (String name : packages) {
      String full = name.isEmpty() ? root : root + "." + name;
      allowed.put(full, Set.copyOf(before));
      before.add(full);
    }
    return arrows(root, allowed);
  }

  /**
   * Each group of packages may use itself and the groups it names.
   *
   * @param root the package all groups are in; a class of it that is in no group is a violation
   * @param allowed the groups, by their outermost package, and the groups they may use
   */
  public static ArchRule arrows(String root, Map<String, Set<String>> allowed) {
    return ArchRuleDefinition.classes()
        .should(new Arrows(root, allowed))
        .because("dependencies point one way: " + allowed.keySet());
  }

  static ArchRule noForeignTypesInSignatures() {
    return ArchRuleDefinition.classes()
        .should(new OwnSignatures())
        .because("a library's users must not depend on what it is made of");
  }

  static ArchRule immutable() {
    return ArchRuleDefinition.classes()
        .should(new Immutable())
        .because("everything public is immutable, and there is no global state");
  }

  static ArchRule pure() {
    return ArchRuleDefinition.classes()
        .should(new Pure())
        .because("time, randomness and the outside are arguments");
  }

  /** Whether other modules' code can name the class: it and all it is nested in are public or protected. */
  static boolean isVisible(JavaClass type) {
    return Access.isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureRules::isVisible).orElse(true);
  }
}
