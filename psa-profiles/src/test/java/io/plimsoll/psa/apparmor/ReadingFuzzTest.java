package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts of any kind are answered, never met with an exception. */
class ReadingFuzzTest {

  private static final List<String> POLICY_PARTS = List.of(
      "profile ",
      "p ",
      "{\n",
      "}\n",
      "/a ",
      "r",
      "w",
      "ix",
      " px -> b",
      ",",
      "\n",
      " ",
      "deny ",
      "audit ",
      "owner ",
      "file",
      "capability ",
      "kill",
      "network ",
      "inet ",
      "tcp",
      "mount ",
      "options=(ro) ",
      "fstype=",
      "-> ",
      "/b/",
      "signal ",
      "set=(",
      ")",
      "peer=",
      "ptrace ",
      "unix ",
      "dbus ",
      "change_profile ",
      "@{A}",
      "=",
      "+=",
      "alias ",
      "include <a>",
      "#include ",
      "if ",
      "defined ",
      "else ",
      "^h ",
      "hat ",
      "flags=(complain)",
      "set rlimit ",
      "nofile <= ",
      "1",
      "K",
      "\"",
      "\\",
      "[",
      "]",
      "*",
      "?",
      "#",
      "link ",
      "umount ",
      "pivot_root ",
      "abi ",
      "\0",
      "\u00e9",
      "!",
      "$B",
      "true");

  private static final List<String> TOML_PARTS = List.of(
      "Name",
      "Imports",
      "[Filesystem]",
      "ReadOnlyPaths",
      "[",
      "]",
      "[[",
      "]]",
      "{",
      "}",
      "=",
      ",",
      ".",
      "\"",
      "'",
      "\"\"\"",
      "'''",
      "\n",
      " ",
      "#",
      "true",
      "1",
      "1e9",
      "1979-05-27",
      "\\",
      "\\u00",
      "[Network]",
      "Raw",
      "a",
      "-",
      "+inf",
      "\r",
      "\0",
      "\u00e9",
      "\ud800");

  @Property(tries = 1000)
  void policiesAreReadOrRefused(@ForAll("policies") String text) {
    AppArmorReading reading =
        AppArmorPolicy.read(Source.of("web", text), IncludeSource.of(Map.of("a", "/inc r,\n")));

    assertThat(reading.policy().isPresent()).isNotEqualTo(reading.problem().isPresent());
    reading.problem().ifPresent(ReadingFuzzTest::isSound);
  }

  @Property(tries = 1000)
  void tomlIsReadOrRefused(@ForAll("toml") String text) {
    BaneReading reading = BaneFile.read(Source.of("web.toml", text));

    assertThat(reading.file().isPresent() || !reading.problems().isEmpty()).isTrue();
    reading.problems().forEach(ReadingFuzzTest::isSound);
    reading.file().ifPresent(file -> {
      assertThat(file.profile(IncludeSource.NONE)).startsWith("\n@{PROC}=/proc/\n");
      assertThat(file.compile(IncludeSource.NONE)).isNotNull();
    });
  }

  private static void isSound(Problem problem) {
    assertThat(problem.message()).isNotEmpty().doesNotContain("\n");
    assertThat(problem.startOffset()).isGreaterThanOrEqualTo(0);
  }

  @Provide
  Arbitrary<String> policies() {
    return Arbitraries.of(POLICY_PARTS)
        .list()
        .ofMaxSize(30)
        .map(parts -> "profile p {\n" + String.join("", parts));
  }

  @Provide
  Arbitrary<String> toml() {
    return Arbitraries.of(TOML_PARTS).list().ofMaxSize(25).map(parts -> String.join("", parts));
  }
}
