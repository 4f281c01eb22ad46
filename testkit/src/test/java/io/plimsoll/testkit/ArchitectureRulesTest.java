package io.plimsoll.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold for what is right and break for what is wrong. */
public class ArchitectureRulesTest {

  @Nested
  class Signatures {

    @ParameterizedTest
    @MethodSource("io.plimsoll.testkit.ArchitectureRulesTest#foreign")
    void thirdPartyTypesBreakTheRule(Class<?> sample, String foreign) {
      assertThat(violations(ArchitectureRules.noForeignTypesInSignatures(), sample))
          .anySatisfy(line -> assertThat(line).endsWith(" names " + foreign));
    }

    @Test
    void ownTypesAndWhatIsHiddenDoNot() {
      assertThat(violations(
              ArchitectureRules.noForeignTypesInSignatures(), OwnTypes.class, Hidden.class))
          .isEmpty();
    }
  }

  @Nested
  class Fields {

    @Test
    void nonFinalFieldsOfPublicClassesBreakTheRule() {
      assertThat(violations(ArchitectureRules.immutable(), Mutable.class)).hasSize(1);
      assertThat(violations(ArchitectureRules.immutable(), InheritsMutable.class))
          .hasSize(1);
    }

    @Test
    void globalStateBreaksTheRuleInAnyClass() {
      assertThat(violations(ArchitectureRules.immutable(), Global.class)).hasSize(1);
    }

    @Test
    void buildersAndHiddenClassesMayHaveThem() {
      assertThat(violations(
              ArchitectureRules.immutable(),
              SampleBuilder.class,
              HiddenMutable.class,
              OwnTypes.class))
          .isEmpty();
    }
  }

  @Nested
  class Purity {

    @ParameterizedTest
    @MethodSource("io.plimsoll.testkit.ArchitectureRulesTest#impure")
    void whatIsOutsideBreaksTheRule(Class<?> sample) {
      assertThat(violations(ArchitectureRules.pure(), sample)).isNotEmpty();
    }

    @Test
    void clockAndGeneratorThatArePassedDoNot() {
      assertThat(violations(ArchitectureRules.pure(), Passed.class)).isEmpty();
    }
  }

  @Nested
  class PackageArrows {

    @Test
    void usingAnEarlierPackageIsFine() {
      ArchRule rule =
          ArchitectureRules.packageArrows("com.fasterxml.jackson", List.of("core", "databind"));

      assertThat(violations(rule, JsonNode.class)).isEmpty();
    }

    @Test
    void usingALaterPackageBreaksTheRule() {
      ArchRule rule =
          ArchitectureRules.packageArrows("com.fasterxml.jackson", List.of("databind", "core"));

      assertThat(violations(rule, JsonNode.class)).isNotEmpty();
    }

    @Test
    void packageThatIsNotListedBreaksTheRule() {
      ArchRule rule = ArchitectureRules.packageArrows("io.plimsoll", List.of("core"));

      assertThat(violations(rule, OwnTypes.class))
          .contains(OwnTypes.class.getName() + " is in no package of the list");
    }
  }

  static Stream<Arguments> foreign() {
    String node = "com.fasterxml.jackson.databind.JsonNode";
    return Stream.of(
        arguments(ForeignField.class, node),
        arguments(ForeignArgument.class, node),
        arguments(ForeignBound.class, node),
        arguments(ForeignSuper.class, "com.fasterxml.jackson.core.JsonProcessingException"),
        arguments(ForeignAnnotation.class, "org.junit.jupiter.api.Tag"));
  }

  static Stream<Class<?>> impure() {
    return Stream.of(
        Time.class,
        TimeReference.class,
        Now.class,
        SystemClock.class,
        Environment.class,
        Chance.class,
        ChanceId.class,
        Network.class,
        Reflection.class);
  }

  private static List<String> violations(ArchRule rule, Class<?>... samples) {
    return rule.evaluate(new ClassFileImporter().importClasses(samples))
        .getFailureReport()
        .getDetails();
  }

  public record ForeignField(List<JsonNode[]> nodes) {}

  public interface ForeignArgument {
    void take(Map<String, ? extends JsonNode> nodes);
  }

  public interface ForeignBound<T extends JsonNode> {}

  public abstract static class ForeignSuper extends JsonProcessingException {

    private static final long serialVersionUID = 1;

    ForeignSuper() {
      super("");
    }
  }

  public interface ForeignAnnotation {
    @Tag("foreign")
    void tagged();
  }

  @NullMarked
  public record OwnTypes(int number, String text, List<int[]> lists) {

    private static JsonNode hidden(JsonNode node) {
      return node;
    }

    JsonNode internal(JsonNode node) {
      return hidden(node);
    }
  }

  record Hidden(JsonNode node) {}

  public static class Mutable {
    int count;
  }

  public static final class InheritsMutable extends HiddenMutable {}

  static class HiddenMutable {
    int count;
  }

  static final class Global {
    static int count;

    private Global() {}
  }

  public static final class SampleBuilder {
    int count;
  }

  static final class Time {
    long value = System.nanoTime();
  }

  static final class TimeReference {
    LongSupplier value = System::currentTimeMillis;
  }

  static final class Now {
    Object value = LocalDate.now(ZoneOffset.UTC);
  }

  static final class SystemClock {
    Clock value = Clock.systemUTC();
  }

  static final class Environment {
    String value = System.getenv("HOME");
  }

  static final class Chance {
    Random value = new Random();
  }

  static final class ChanceId {
    UUID value = UUID.randomUUID();
  }

  static final class Network {
    InetAddress value = InetAddress.getLoopbackAddress();
  }

  static final class Reflection {
    Object value = Array.newInstance(Annotation.class, 1);
  }

  static final class Passed {

    Instant now(Clock clock) {
      return Instant.now(clock);
    }

    int next(RandomGenerator generator) {
      return generator.nextInt() + new Random(1).nextInt();
    }
  }
}
