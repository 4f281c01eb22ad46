package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Source;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a r,/b w,",
        "/a r,#x",
        "/a r, # c\n",
        "/a\nr\n,",
        "rw /a,",
        "file rw /a,",
        "\"/a b\" r,",
        "# include <nothing>\n/a r,",
        "owner { /a r, }",
        "audit { /a r, }",
        "/a,b r,",
        "/a RW,",
        "audit deny owner /a r,",
        "audit allow owner /a r,",
        "/a r,\n\n\n",
        "",
        "if defined @{A} { /a r, }",
        "if not defined @{A} { /a r, } else { /b r, }",
      })
  void rulesAreReadAsTheParserDoes(String rules) {
    assertThat(Policies.profile(rules).name()).isEqualTo("p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a r",
        "/a! r,",
        "/a r,,",
        "deny { /a r, }",
        "file rw,",
        "deny audit /a r,",
        "owner audit /a r,",
        "/a r,\\\n/b r,",
        "capability,#x\n!",
        "a r,",
        "/a \"r,",
        "}",
        "{",
        "include",
        "if $A { /a r, }",
        "nonsense,",
        "profile",
      })
  void otherTextsAreErrorsWithAPlace(String rules) {
    assertThat(Policies.errorOfRules(rules)).matches("(?s)web:[0-9]+:[0-9]+: error: .*");
  }

  @Test
  void aGluedCommentIsAnError() {
    assertThat(Policies.errorOfRules("network inet,# close by")).startsWith("web:");
    assertThat(Policies.profile("capability kill,#x").capability("kill").allowed())
        .isTrue();
  }

  @Test
  void aCommentNeedsTheEndOfItsLine() {
    assertThat(Policies.error("profile p {\n}\n# the end")).startsWith("web:3:");
    assertThat(Policies.first("profile p {\n}\n# the end\n").name()).isEqualTo("p");
  }

  @Test
  void errorsNameFileLineAndColumn() {
    assertThat(Policies.errorOfRules("  /a r,\n  /b wa,")).startsWith("web:3:6: error: ");
    assertThat(Policies.errorOfRules("network inet http,")).startsWith("web:2:");
    assertThat(Policies.error("profile p {\n  /a r,\n")).startsWith("web:");
    assertThat(Policies.error("profile p {\n#include <b>\n}\n", Map.of("b", "/a r,\n/b wa,\n")))
        .startsWith("b:2:4: error: ");
  }

  @Test
  void variablesAreExpanded() {
    Profile profile = Policies.first("""
        @{HOME}=/home/*/
        @{DIRS}=/a /b/
        @{DIRS}+=/c
        @{NESTED}=@{HOME}x @{DIRS}/y
        profile p {
          @{HOME}/one r,
          @{DIRS}/two w,
          @{NESTED} k,
          /\\@\\{HOME\\} m,
          /run/@{profile_name} l,
        }
        """);

    assertThat(profile.file("/home/me/one", true).allow()).isEqualTo("r");
    for (String directory : new String[] {"/a", "/b", "/c"}) {
      assertThat(profile.file(directory + "/two", true).allow()).isEqualTo("wa");
      assertThat(profile.file(directory + "/y", true).allow()).isEqualTo("k");
    }
    assertThat(profile.file("/home/me/x", true).allow()).isEqualTo("k");
    assertThat(profile.file("/run/p", true).allow()).isEqualTo("l");
    assertThat(profile.file("/@{HOME}", true).allow()).isEqualTo("m");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@{A}=/a\\n@{A}=/b\\nprofile p {\\n}|2|was previously declared",
        "@{A}+=/a\\nprofile p {\\n}|1|was not previously declared",
        "@{A}=/a,\\nprofile p {\\n}|1|",
        "$A=maybe\\nprofile p {\\n}|1|is not true or false",
        "profile p {\\n@{A}/b r,\\n}|2|is never declared",
        "@{A}=@{B}\\n@{B}=@{A}\\nprofile p {\\n@{A} r,\\n}|4|is referenced recursively",
        "@{A}=@{B}\\nprofile p {\\n@{A} r,\\n}|3|references undefined variable @{B}",
      })
  void variablesMustBeSound(String text, int line, String message) {
    assertThat(Policies.error(text.replace("\\n", "\n") + "\n"))
        .startsWith("web:" + line + ":")
        .contains(message == null ? "" : message);
  }

  @Test
  void conditionsChooseABlock() {
    String text = "$ON=%s\nprofile p {\nif $ON { /a r, } else { /b r, }\nif not $ON { /c r, }\n}\n";

    Profile on = Policies.first(text.formatted("true"));
    Profile off = Policies.first(text.formatted("false"));

    assertThat(on.file("/a", true).allow() + on.file("/b", true).allow()).isEqualTo("r");
    assertThat(on.file("/c", true).allow()).isEmpty();
    assertThat(off.file("/a", true).allow()).isEmpty();
    assertThat(off.file("/b", true).allow() + off.file("/c", true).allow()).isEqualTo("rr");
  }

  @Test
  void includesAreFilesAndFolders() {
    Map<String, String> files = Map.of(
        "tunables/global", "@{A}=/a\n",
        "abstractions/base", "/base r,\n",
        "local.d/one", "/one r,\n",
        "local.d/two.orig", "/two r,\n",
        "local.d/README", "nonsense\n",
        "local.d/.hidden", "nonsense\n");
    Profile profile = Policies.policy("""
            #include <tunables/global>
            profile p {
              include <abstractions/base>
              #include <local.d>
              include if exists <gone>
              @{A} r,
            }
            """, files).profiles().get(0);

    assertThat(profile.file("/base", true).allow()).isEqualTo("r");
    assertThat(profile.file("/base", true).allowedBy())
        .map(PolicyRule::toString)
        .containsExactly("abstractions/base:1:1: /base r,");
    assertThat(profile.file("/one", true).allow()).isEqualTo("r");
    assertThat(profile.file("/two", true).allow()).isEmpty();
    assertThat(profile.file("/a", true).allow()).isEqualTo("r");
    assertThat(Policies.error("profile p {\ninclude <gone>\n}\n"))
        .isEqualTo("web:2:9: error: Could not open 'gone' [apparmor-include]");
  }

  @Test
  void anInclusionMayStandOnTheNextLine() {
    Profile profile = Policies.policy("profile p {\n#include\n<a>\n}\n", Map.of("a", "/a r,\n"))
        .profiles()
        .get(0);

    assertThat(profile.file("/a", true).allow()).isEqualTo("r");
  }

  @Test
  void aliasesGivePathsASecondTime() {
    Profile profile =
        Policies.first("alias /a/ -> /mnt/a/,\nprofile p {\n/a/b r,\ndeny /a/c r,\n/** k,\n}\n");

    assertThat(profile.file("/a/b", true).allow()).isEqualTo("rk");
    assertThat(profile.file("/mnt/a/b", true).allow()).isEqualTo("rk");
    assertThat(profile.file("/mnt/a/c", true).deny()).isEqualTo("r");
  }

  @Test
  void hatsAndChildrenAreProfilesOfTheirOwn() {
    AppArmorPolicy policy = Policies.policy("""
        profile p {
          /a r,
          ^h {
            /h r,
          }
          hat i {
          }
          profile k {
            /k r,
          }
        }
        /bin/q {
        }
        profile r /bin/r* {
        }
        """, Map.of());

    assertThat(policy.profiles())
        .map(profile -> profile + " " + profile.isHat() + " " + profile.isAttached())
        .containsExactly(
            "/bin/q false false",
            "p false false",
            "p//h true false",
            "p//i true false",
            "p//k false false",
            "r false true");
    assertThat(policy.profile("p//h").orElseThrow().file("/h", true).allow()).isEqualTo("r");
    assertThat(policy.profile("p//h").orElseThrow().file("/a", true).allow()).isEmpty();
    assertThat(policy.profile("r").orElseThrow().attachment()).contains("/bin/r*");
    assertThat(policy.profile("r").orElseThrow().location().orElseThrow()).hasToString("web:14:1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|ENFORCE",
        "flags=(complain)|COMPLAIN",
        "flags=(enforce)|ENFORCE",
        "flags=(kill)|KILL",
        "flags=(unconfined)|UNCONFINED",
        "flags=(audit complain)|COMPLAIN",
        "flags=(attach_disconnected,mediate_deleted)|ENFORCE",
        "(complain)|COMPLAIN",
      })
  void flagsSayTheMode(String flags, ProfileMode mode) {
    Profile profile =
        Policies.first("profile p " + (flags == null ? "" : flags) + " {\n/a r,\n}\n");

    assertThat(profile.mode()).isEqualTo(mode);
    assertThat(profile.audit()).isEqualTo(flags != null && flags.contains("audit"));
    assertThat(profile.hasFlag("mediate_deleted"))
        .isEqualTo(flags != null && flags.contains("mediate_deleted"));
    assertThat(profile.file("/b", true).allow()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile p flags=(complain,kill) {\n}\n",
        "profile p flags=(fast) {\n}\n",
        "profile p flags=() {\n}\n",
        "profile p {\n}\nprofile p {\n}\n",
        "p {\n}\n",
        "profile p {\n^h {\n}\n^h {\n}\n}\n",
        "profile p x {\n}\n",
        "profile {\n}\n",
      })
  void profilesMustBeSound(String text) {
    assertThat(Policies.error(text)).matches("web:[0-9]+:[0-9]+: error: .*");
  }

  @Test
  void anEmptyTextHasNoProfiles() {
    assertThat(Policies.policy("", Map.of()).profiles()).isEmpty();
  }

  @Test
  void deepBlocksAreRefused() {
    String deep = "owner {\n".repeat(10_000);

    assertThat(Policies.errorOfRules(deep)).endsWith("blocks are nested too deep [apparmor-limit]");
    assertThat(Policies.errorOfRules("if defined @{A} {\n".repeat(10_000)))
        .endsWith("blocks are nested too deep [apparmor-limit]");
  }

  @Test
  void filesThatIncludeThemselvesEnd() {
    assertThat(Policies.error(
            "profile p {\ninclude <a>\n}\n", Map.of("a", "profile x {\ninclude <a>\n}\n")))
        .contains("[apparmor-limit]");
    assertThat(Policies.policy("profile p {\ninclude <a>\n}\n", Map.of("a", "include <a>\n/a r,\n"))
            .profiles())
        .hasSize(1);
  }

  @Test
  void variablesThatMultiplyAreRefused() {
    StringBuilder text = new StringBuilder("@{V0}=a b c d e f g h\n");
    for (int i = 1; i < 10; i++) {
      text.append("@{V%d}=@{V%d}@{V%d}\n".formatted(i, i - 1, i - 1));
    }

    assertThat(Policies.error(text + "profile p {\n/@{V9} r,\n}\n"))
        .contains("has too many values")
        .endsWith("[apparmor-limit]");
  }

  @Test
  void globsDoNotBacktrack() {
    Profile profile = Policies.profile("/" + "*a".repeat(200) + " r,");

    assertThat(profile.file("/" + "a".repeat(4000) + "b", true).allow()).isEmpty();
  }

  @Test
  void textsOfAnyBytesEndWithAnAnswer() {
    for (String text :
        new String[] {"\0", "\ud800", "\ufeffprofile p {\n}\n", "é", "/é {\n/é r,\n}\n"}) {
      AppArmorReading reading = AppArmorPolicy.read(Source.of("web", text), IncludeSource.NONE);
      assertThat(reading.policy().isPresent()).isNotEqualTo(reading.problem().isPresent());
    }
  }

  @Test
  void patternsTooLargeToBeComparedAreRefused() {
    String large = "?".repeat(20_000);

    assertThat(Policies.errorOfRules("/" + large + "* px,\n/" + large + "a* ix,"))
        .startsWith("web:")
        .endsWith("two patterns are too large to be compared [apparmor-limit]");
  }
}
