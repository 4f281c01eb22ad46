package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // a star wants one character between a slash and a slash or the end only
        "/dir/*; /dir/a /dir/ab /dir/.a; /dir/ /dir /dir/a/ /dir/a/b",
        "/dir/a*; /dir/a /dir/ab; /dir/ /dir/a/",
        "/dir/*.png; /dir/a.png /dir/.png; /dir/png /dir/a/b.png",
        "/dir/**; /dir/a /dir/a/b /dir/a/; /dir/ /dir",
        "/dir/**/; /dir/a/ /dir/a/b/; /dir/ /dir/a",
        "/e**; /e /ea /e/ /e/a; /",
        "/g/**x; /g/x /g/ax /g/a/x; /gx /g/",
        "/a/***; /a/b /a/b/c; /a/",
        "/a/*/b; /a/x/b; /a//b /a/b /a/x/y/b",
        // one byte
        "/a?; /ab /a.; /a /a/ /abc /aé",
        "/a??; /aé /abc; /a",
        // sets
        "/[ab]; /a /b; /c /ab",
        "/[^ab]; /c //; /a /",
        "/[a-c]x; /ax /bx /cx; /dx",
        "/[z-a]; /a /m /z; /A",
        "/[-a]; /- /a; /b",
        "/a[^x]b; /a/b /ayb; /axb",
        "/[0-9*]; /0] /] /[]; /0 /a",
        // alternation
        "/{a,b}c; /ac /bc; /c /abc",
        "/a{,b}; /a /ab; /b",
        "/a/{*,b}; /a/ /a/b /a/c; /a",
        "/{a,{b,c}}; /a /b /c; /ab",
        "/{a/b,c}; /a/b /c; /a",
        // escapes
        "/a\\040b; '/a b'; /a040b",
        "/\\x41; /A; /x41",
        "/\\q; /q; /\\q",
        "/a\\*; /a*; /ab",
        // slashes
        "/a//b; /a/b; /a//b",
        "//a; //a; /a",
        "/a/; /a/; /a",
      })
  void globsMatchAsInTheKernel(String glob, String matching, String others) {
    Profile profile = Policies.profile(glob + " r,");

    for (String path : paths(matching)) {
      assertThat(profile.file(path, true).allow()).as(path).isEqualTo("r");
    }
    for (String path : paths(others)) {
      assertThat(profile.file(path, true).allow()).as(path).isEmpty();
    }
  }

  private static List<String> paths(String text) {
    return text.startsWith("/a b") ? List.of(text) : List.of(text.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/[a-]", "/[]", "/[!a]", "/{b}", "/{}", "/a}", "/a]", "/{a,b", "/[a", "/a\\"})
  void globsThatAreNoneAreErrors(String glob) {
    assertThat(Policies.errorOfRules(glob + " r,")).startsWith("web:");
  }

  @Test
  void fileAloneIsEverything() {
    Profile profile = Policies.profile("file,");

    for (String path : List.of("/", "/a", "/a/b/", "//a")) {
      assertThat(profile.file(path, false).allow()).isEqualTo("rwalkmx");
      assertThat(profile.file(path, false).exec().orElseThrow()).hasToString("ix");
    }
    assertThat(Policies.errorOfRules("deny file,")).startsWith("web:2:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-| |",
        "/a r,|r|",
        "/a w,|wa|",
        "/a a,|a|",
        "/a rwklm,|rwalkm|",
        "/a RW,|rwa|",
        "/a r, /* w,|rwa|",
        "/a rw, deny /a w,|r|wa",
        "deny /a w, /a rw,|r|wa",
        "/a rw, deny /a a,|rw|a",
        "/a r, deny /* k,|r|k",
        "/** rwk, deny /a rwk,||rwak",
        "rw /a,|rwa|",
        "file rw /a,|rwa|",
        "file /a rw,|rwa|",
        "allow /a r,|r|",
        "/a rix,|rmx|",
        "/a rix, deny /a x,|rm|x",
        "/a rix, deny /a m,|rx|m",
        "deny /a mrwklx,||rwalkmx",
      })
  void whatIsAllowedIsTheUnionLessWhatIsDenied(String rules, String allow, String deny) {
    FileAccess access = Policies.profile(rules == null ? "" : rules).file("/a", true);

    assertThat(access.allow()).isEqualTo(allow == null ? "" : allow.strip());
    assertThat(access.deny()).isEqualTo(deny == null ? "" : deny.strip());
  }

  @Test
  void theDecidingRulesAreNamed() {
    FileAccess access = Policies.profile("/a rw,\n/* r,\n/b r,\ndeny /a w,").file("/a", true);

    assertThat(access.allowedBy())
        .map(PolicyRule::toString)
        .containsExactlyInAnyOrder("web:2:1: /a rw,", "web:3:1: /* r,");
    assertThat(access.deniedBy()).map(PolicyRule::text).containsExactly("deny /a w,");
    assertThat(access.allows("r")).isTrue();
    assertThat(access.allows("rw")).isFalse();
  }

  @Test
  void auditIsForWhatIsAllowedAndQuietForWhatIsDenied() {
    Profile profile = Policies.profile("""
        audit /a r,
        /a rwk,
        deny /a w,
        audit /b w,
        audit deny /b w,
        deny /c r,
        audit deny /c r,
        """);

    assertThat(profile.file("/a", true).audit()).isEqualTo("r");
    assertThat(profile.file("/a", true).quiet()).isEqualTo("wa");
    assertThat(profile.file("/b", true).audit()).isEmpty();
    assertThat(profile.file("/b", true).quiet()).isEmpty();
    assertThat(profile.file("/c", true).quiet()).isEqualTo("r");
  }

  @Test
  void ownerRulesAreForTheOwnerOnly() {
    Profile profile =
        Policies.profile("owner /a rw,\n/a k,\nowner { /b r, }\nowner deny /c r,\n/c r,"
            .replace("owner deny", "deny owner"));

    assertThat(profile.file("/a", true).allow()).isEqualTo("rwak");
    assertThat(profile.file("/a", false).allow()).isEqualTo("k");
    assertThat(profile.file("/b", true).allow()).isEqualTo("r");
    assertThat(profile.file("/b", false).allow()).isEmpty();
    assertThat(profile.file("/c", true).allow()).isEmpty();
    assertThat(profile.file("/c", false).allow()).isEqualTo("r");
  }

  @ParameterizedTest
  @CsvSource({
    "ix, ix",
    "px, px",
    "Px, Px",
    "cx, cx",
    "Cx, Cx",
    "ux, ux",
    "Ux, Ux",
    "pix, pix",
    "Pix, Pix",
    "pux, pux",
    "PUx, PUx",
    "cix, cix",
    "Cix, Cix",
    "cux, cux",
    "CUx, CUx",
    "px -> b, px -> b",
    "Px -> b, Px -> b",
    "pix -> b, pix -> b",
    "cx -> k, px -> p//k",
    "ix -> b, pix -> b",
    "ux -> b, px -> b",
  })
  void anExecLeadsToATransition(String permission, String transition) {
    FileAccess access = Policies.profile("/a " + permission + ",").file("/a", true);

    assertThat(access.exec().orElseThrow()).hasToString(transition);
    assertThat(access.allow()).isEqualTo(transition.contains("ix") ? "mx" : "x");
  }

  @Test
  void unsafeAndSafeSayWhetherTheEnvironmentIsKept() {
    assertThat(exec("unsafe /a Px,")).isEqualTo("px");
    assertThat(exec("safe /a px,")).isEqualTo("Px");
  }

  private static String exec(String rules) {
    return Policies.profile(rules).file("/a", true).exec().orElseThrow().toString();
  }

  @Test
  void anExactRuleBeatsAPatternOnExec() {
    Profile profile = Policies.profile("/x* px,\n/xy ix,\n/{z,xz} ix,");

    assertThat(profile.file("/xy", true).exec().orElseThrow()).hasToString("ix");
    assertThat(profile.file("/xa", true).exec().orElseThrow()).hasToString("px");
    assertThat(profile.file("/xz", true).exec().orElseThrow()).hasToString("ix");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a px,\n/a ix,",
        "/x* px,\n/*y ix,",
        "file,\n/x* px,",
        "owner /a px,\n/a ix,",
        "/x* px,\n/*y ix,\ndeny /xy x,",
        "/[ab] px,\n/b* ix,",
      })
  void rulesOfOnePathMustAgreeAboutExec(String rules) {
    assertThat(Policies.errorOfRules(rules))
        .startsWith("web:")
        .contains("conflicting x modifiers")
        .endsWith("[apparmor-exec]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x* px,\n/y* ix,", "/a px,\n/a px,", "/a px,\n/a* r,", "file,\n/a px,"})
  void rulesThatDoNotMeetMayDiffer(String rules) {
    assertThat(Policies.profile(rules).name()).isEqualTo("p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a x,",
        "deny /a ix,",
        "/a wa,",
        "/a aw,",
        "/a ixpx,",
        "/a pxux,",
        "/a q,",
        "/a ,",
        "/a",
        "file rw,",
        "unsafe /a r,",
        "deny { /a r, }",
        "owner deny /a r,",
        "/a r /b r,",
      })
  void permissionsThatAreNoneAreErrors(String rules) {
    assertThat(Policies.errorOfRules(rules)).matches("web:[23]:[0-9]+: error: .*");
  }

  @Test
  void writeAndAppendInOneRuleExcludeEachOther() {
    assertThat(Policies.errorOfRules("/a wa,"))
        .isEqualTo("web:2:4: error: Conflict 'a' and 'w' perms are mutually exclusive."
            + " [apparmor-rule]");
  }

  @Test
  void aProfileHasTwelveNamedTransitions() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rules.append("/").append((char) ('a' + i)).append(" px -> t").append(i).append(",\n");
    }

    assertThat(Policies.profile(rules.toString()).transitions()).hasSize(12);
    assertThat(Policies.errorOfRules(rules + "/z px -> t12,"))
        .contains("has too many specified profile transitions");
  }

  @Test
  void linksAreAboutNameAndTarget() {
    Profile profile = Policies.profile("link /a -> /b,\n/c l,\n/d l,\ndeny link /d -> /x,");

    assertThat(profile.link("/a", "/b", true).allowed()).isTrue();
    assertThat(profile.link("/a", "/c", true).verdict()).isEqualTo(LinkAccess.Verdict.PAIR);
    assertThat(profile.link("/x", "/b", true).verdict()).isEqualTo(LinkAccess.Verdict.LINK);
    assertThat(profile.link("/c", "/b", true).allowed()).isTrue();
    assertThat(profile.link("/d", "/y", true).allowed()).isTrue();
    assertThat(profile.link("/d", "/x", true).verdict()).isEqualTo(LinkAccess.Verdict.PAIR);
    assertThat(profile.link("/d", "/x", true).deniedBy())
        .map(PolicyRule::text)
        .containsExactly("deny link /d -> /x,");
  }

  @Test
  void aLinkMustNotGrantMoreThanItsTargetWhereThatIsTested() {
    Profile profile = Policies.profile("""
        /a rl,
        link /b -> /*,
        /b r,
        link subset /c -> /*,
        /c r,
        /r r,
        /x px,
        /y ix,
        /z lpx,
        """);

    assertThat(profile.link("/a", "/r", true).allowed()).isTrue();
    assertThat(profile.link("/a", "/n", true).verdict()).isEqualTo(LinkAccess.Verdict.SUBSET);
    assertThat(profile.link("/a", "/n", false).allowed()).isTrue();
    assertThat(profile.link("/b", "/n", true).allowed()).isTrue();
    assertThat(profile.link("/c", "/n", true).verdict()).isEqualTo(LinkAccess.Verdict.SUBSET);
    assertThat(profile.link("/c", "/r", true).allowed()).isTrue();
    assertThat(profile.link("/z", "/x", true).allowed()).isTrue();
    assertThat(profile.link("/z", "/y", true).verdict()).isEqualTo(LinkAccess.Verdict.EXEC);
  }

  @Test
  void hatsAndChangesOfTheProfileImplyTheFilesTheyNeed() {
    Profile parent = Policies.first("profile p {\n^h {\n}\n}\n");
    Profile changing = Policies.profile("change_profile -> b,");

    assertThat(parent.file("/proc/1/attr/current", true).allow()).isEqualTo("w");
    assertThat(parent.file("/proc/1/attr/apparmor/current", true).allow()).isEqualTo("w");
    assertThat(parent.file("/proc/1/attr/current", false).allow()).isEmpty();
    assertThat(parent.file("/sys/module/apparmor/parameters/enabled", true).allow())
        .isEqualTo("r");
    assertThat(parent.file("/proc/1/attr/apparmor/", true).allow()).isEqualTo("r");
    assertThat(parent.file("/sys/module/apparmor/parameters/enabled", true).allowedBy())
        .allSatisfy(rule -> assertThat(rule.location()).isEmpty());
    assertThat(changing.file("/proc/1/attr/exec", true).allow()).isEqualTo("w");
    assertThat(changing.changeProfile("b").allowed()).isTrue();
    assertThat(changing.changeProfile("c").allowed()).isFalse();
  }
}
