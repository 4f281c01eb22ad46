package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProfileProperties {

  private static final List<String> GLOB_PARTS = List.of(
      "/",
      "a",
      "b",
      "é",
      "*",
      "**",
      "?",
      "[ab]",
      "[^a]",
      "[^/]",
      "{a,b}",
      "{,a}",
      "{*,b}",
      "{a/,{b,}}",
      "/*",
      "/**",
      "/**/",
      ".");

  private static final List<String> PATH_PARTS =
      List.of("/", "a", "b", "ab", "é", ".", "/a", "/b/");

  @Property(tries = 2000)
  void theEngineAnswersAsTheRulesSayOneByOne(
      @ForAll("profiles") ReferenceProfile reference, @ForAll("paths") List<String> paths) {
    Profile profile = compile(reference);

    for (String path : paths) {
      for (boolean owner : new boolean[] {true, false}) {
        assertThat(ReferenceProfile.text(profile.file(path, owner)))
            .as(reference + path + " " + owner)
            .isEqualTo(reference.file(path, owner));
      }
    }
  }

  @Property(tries = 300)
  void aComparisonFindsEveryDifferenceAndNoOther(
      @ForAll("profiles") ReferenceProfile first,
      @ForAll("profiles") ReferenceProfile second,
      @ForAll("paths") List<String> paths) {
    Profile a = compile(first);
    Profile b = compile(second);

    ProfileComparison comparison = ProfileComparison.of(a, b);

    for (ProfileDifference difference : comparison.differences()) {
      if (difference.topic() == Topic.FILE) {
        boolean owner = !difference.permissions().startsWith("other ");
        String letters = difference.permissions().replaceAll(".* ", "");
        String path = difference.examples().get(0);
        assertThat(side(difference, a, b).file(path, owner).allows(letters)).isTrue();
        String others = side(difference, b, a).file(path, owner).allow();
        assertThat(letters.chars()).noneMatch(letter -> others.indexOf(letter) >= 0);
        assertThat(difference.allowedBy()).isNotEmpty();
      }
    }
    for (String path : paths) {
      String ofFirst = a.file(path, true).allow().replace("l", "");
      String ofSecond = b.file(path, true).allow().replace("l", "");
      if (!ofFirst.equals(ofSecond) && isNormal(path) && comparison.complete()) {
        assertThat(comparison.differences())
            .as(first + "" + second + path)
            .anyMatch(difference ->
                difference.topic() == Topic.FILE && !difference.permissions().startsWith("other "));
      }
    }
  }

  private static Profile side(ProfileDifference difference, Profile first, Profile second) {
    return difference.side() == Side.FIRST ? first : second;
  }

  private static boolean isNormal(String path) {
    return !path.contains("//") && !path.matches(".*/\\.{1,2}(/.*)?");
  }

  private static Profile compile(ReferenceProfile reference) {
    return Policies.policy(reference.toString(), Map.of()).profiles().get(0);
  }

  @Provide
  Arbitrary<ReferenceProfile> profiles() {
    return rules().list().ofMinSize(1).ofMaxSize(6).map(ReferenceProfile::new);
  }

  private static Arbitrary<ReferenceProfile.Rule> rules() {
    Arbitrary<Boolean> coin = Arbitraries.of(true, false);
    return Combinators.combine(coin, coin, coin, globs(), letters(), coin)
        .as((audit, deny, owner, glob, letters, exec) -> new ReferenceProfile.Rule(
            audit, deny, owner, glob, letters + (exec ? (deny ? "x" : "ix") : "")));
  }

  private static Arbitrary<String> letters() {
    return Combinators.combine(
            Arbitraries.of("", "r"), Arbitraries.of("w", "a", "k", "l", "m", "wk", "al"))
        .as((read, other) -> read + other);
  }

  /** Doubled slashes are left out: they collapse in the text of a rule, not in what its groups make. */
  private static Arbitrary<String> globs() {
    return Arbitraries.of(GLOB_PARTS)
        .list()
        .ofMaxSize(5)
        .map(parts -> ("/" + String.join("", parts)).replaceAll("/+", "/"));
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of(PATH_PARTS)
        .list()
        .ofMaxSize(6)
        .map(parts -> "/" + String.join("", parts))
        .list()
        .ofSize(15);
  }
}
