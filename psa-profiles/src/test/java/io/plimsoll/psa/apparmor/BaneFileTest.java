package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaneFileTest {

  private static final String TAIL = """

        deny @{PROC}/* w,   # deny write for all files directly in /proc (not in a subdir)
        deny @{PROC}/{[^1-9],[^1-9][^0-9],[^1-9s][^0-9y][^0-9s],[^1-9][^0-9][^0-9][^0-9]*}/** w,
        deny @{PROC}/sys/[^k]** w,  # deny /proc/sys except /proc/sys/k* (effectively /proc/sys/kernel)
        deny @{PROC}/sys/kernel/{?,??,[^s][^h][^m]**} w,  # deny everything except shm* in /proc/sys/kernel/
        deny @{PROC}/sysrq-trigger rwklx,
        deny @{PROC}/mem rwklx,
        deny @{PROC}/kmem rwklx,
        deny @{PROC}/kcore rwklx,
        deny mount,
        deny /sys/[^f]*/** wklx,
        deny /sys/f[^s]*/** wklx,
        deny /sys/fs/[^c]*/** wklx,
        deny /sys/fs/c[^g]*/** wklx,
        deny /sys/fs/cg[^r]*/** wklx,
        deny /sys/firmware/efi/efivars/** rwklx,
        deny /sys/kernel/security/** rwklx,
      }
      """;

  private static final IncludeSource DEBIAN = IncludeSource.of(
      Map.of("tunables/global", "@{PROC}=/proc/\n", "abstractions/base", "/etc/ld.so.cache r,\n"));

  @Test
  void everyFieldHasItsPlace() {
    BaneFile file = file("""
        Name = "web"
        Imports = ["@{A}=/a"]
        InnerImports = ["signal,"]

        [Filesystem]
        ReadOnlyPaths = ["/bin/**", "/etc/**"]
        LogOnWritePaths = ["/log/**"]
        WritablePaths = ["/run/web.pid"]
        AllowExec = ["/usr/bin/web"]
        DenyExec = ["/bin/sh"]

        [Capabilities]
        Allow = ["chown"]
        Deny = ["sys_admin", "net_raw"]

        [Network]
        Raw = true
        Packet = false
        Protocols = ["tcp", "udp"]
        """);

    assertThat(file.profile(DEBIAN)).isEqualTo("""

            @{A}=/a
            #include <tunables/global>


            profile docker-web flags=(attach_disconnected,mediate_deleted) {
              signal,
              #include <abstractions/base>



              network inet tcp,
              network inet udp,


              deny network packet,

              file,
              umount,

              deny /bin/** wl,
              deny /etc/** wl,

              audit /log/** w,

              /run/web.pid w,

              /usr/bin/web ix,

              deny /bin/sh mrwklx,


              capability,
              deny capability sys_admin,
              deny capability net_raw,
            """ + TAIL);
  }

  @Test
  void anEmptyFileMakesAProfileThatDeniesTheUsual() {
    BaneReading reading = read("");

    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly("web.toml:1:1: warning: Name: there is no \"Name\": the profile is called"
            + " \"docker-\" [missing-field]");
    assertThat(reading.file().orElseThrow().profile(IncludeSource.NONE)).isEqualTo("""

            @{PROC}=/proc/


            profile docker- flags=(attach_disconnected,mediate_deleted) {



              network,

              deny network raw,

              deny network packet,

              file,
              umount,







            """ + TAIL);
  }

  @Test
  void capabilitiesAreListedUnlessSomeAreDenied() {
    assertThat(file("Name='a'\n[Capabilities]\nAllow=['chown','kill']").profile(DEBIAN))
        .contains("\n\n\n  capability chown,\n  capability kill,\n\n  deny @{PROC}/* w,");
    assertThat(file("Name='a'\n[Capabilities]\nAllow=['chown']\nDeny=['kill']").profile(DEBIAN))
        .contains("\n\n\n  capability,\n  deny capability kill,\n\n  deny @{PROC}/* w,")
        .doesNotContain("chown");
  }

  @ParameterizedTest
  @CsvSource({"web, docker-web", "docker-web, docker-web", "dockerweb, docker-dockerweb"})
  void theNameGetsAPrefixOnce(String name, String profile) {
    assertThat(file("Name = \"" + name + "\"").profileName()).isEqualTo(profile);
  }

  @Test
  void fieldsMatchWithoutRegardToCase() {
    BaneReading reading =
        read("name = 'a'\n[FILESYSTEM]\nreadonlypaths = ['/a']\n[network]\nRAW = true\n");

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.file().orElseThrow().filesystem().readOnlyPaths()).containsExactly("/a");
    assertThat(reading.file().orElseThrow().network().raw()).isTrue();
  }

  @Test
  void theProfileIsLoadedAndAnswers() {
    BaneFile file = file("""
        Name = "web"
        [Filesystem]
        ReadOnlyPaths = ["/etc/**"]
        WritablePaths = ["/etc/web/**"]
        DenyExec = ["/bin/sh"]
        [Network]
        Protocols = ["tcp"]
        [Capabilities]
        Allow = ["chown"]
        """);

    AppArmorReading reading = file.compile(DEBIAN);

    assertThat(reading.problem()).isEmpty();
    Profile web = reading.policy().orElseThrow().profile("docker-web").orElseThrow();
    assertThat(web.file("/etc/web/a", true).allow()).isEqualTo("rkmx");
    assertThat(web.file("/bin/sh", true).allow()).isEmpty();
    assertThat(web.file("/srv/a", false).allows("rwx")).isTrue();
    assertThat(web.capability("chown").allowed()).isTrue();
    assertThat(web.capability("kill").allowed()).isFalse();
    assertThat(web.network("inet", "stream").allowed()).isTrue();
    assertThat(web.network("inet", "raw").deniedBy()).hasSize(1);
    assertThat(web.hasFlag("mediate_deleted")).isTrue();
  }

  @Test
  void whatIsNoRuleIsFoundWhenTheProfileIsLoaded() {
    assertThat(file("Name='a'\n[Filesystem]\nWritablePaths=['no path']")
            .compile(DEBIAN)
            .problem())
        .hasValueSatisfying(problem -> assertThat(problem.toString()).startsWith("docker-a:"));
  }

  @Test
  void problemsNameTheirPlace() {
    BaneReading reading = read("""
        Name = 3
        Colour = "red"
        Imports = "a"
        InnerImports = ["ok", 1.5, "fine",
          [1], {a = 1}, 1979-05-27]

        [Filesystem]
        ReadOnlyPath = ["/a"]  # a letter is missing
        "WritablePaths" = ["a]b", '''#''', true]

        [[Capabilities]]
        Allow = []

        [Network]
        Raw = "yes"
        Packet = 1
        packet = true
        """);

    assertThat(reading.file()).isEmpty();
    assertThat(reading.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "web.toml:1:8: error: Name: must be a string, but is an integer [wrong-type]",
            "web.toml:2:1: warning: Colour: bane knows no field \"Colour\" here [unknown-field]",
            "web.toml:3:11: error: Imports: must be an array of strings, but is a string"
                + " [wrong-type]",
            "web.toml:4:23: error: InnerImports[1]: must be a string, but is a float [wrong-type]",
            "web.toml:5:3: error: InnerImports[3]: must be a string, but is an array [wrong-type]",
            "web.toml:5:8: error: InnerImports[4]: must be a string, but is a table [wrong-type]",
            "web.toml:5:17: error: InnerImports[5]: must be a string, but is a date or time"
                + " [wrong-type]",
            "web.toml:8:1: warning: Filesystem.ReadOnlyPath: bane knows no field"
                + " \"ReadOnlyPath\" here; did you mean \"ReadOnlyPaths\"? [unknown-field]",
            "web.toml:9:36: error: Filesystem.WritablePaths[2]: must be a string, but is a"
                + " boolean [wrong-type]",
            "web.toml:11:1: error: Capabilities: must be a table, but is an array [wrong-type]",
            "web.toml:15:7: error: Network.Raw: must be a boolean, but is a string [wrong-type]",
            "web.toml:16:10: error: Network.Packet: must be a boolean, but is an integer"
                + " [wrong-type]",
            "web.toml:17:1: error: Network.packet: \"Packet\" is written twice; which one counts"
                + " is up to chance [duplicate-field]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | Name",
        "1 | Name = ",
        "2 | Name = 'a'\\nName = 'b'",
        "3 | Name = 'a'\\n\\n[Network",
        "1 | Name = \"a",
        "2 | Name = 'a'\\nImports = ['a' 'b']",
        "1 | Name = 'a' x",
        "2 | [Network]\\n[Network]",
        "1 | Name = \"\\\\q\"",
      })
  void whatIsNoTomlIsRefusedWithItsLine(int line, String text) {
    BaneReading reading = read(text.replace("\\n", "\n").replace("\\\\", "\\"));

    assertThat(reading.file()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    Problem problem = reading.problems().get(0);
    assertThat(problem.code()).isEqualTo("toml-syntax");
    assertThat(problem.message()).startsWith("not valid TOML: ");
    assertThat(problem.place().orElseThrow().start().line()).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "a.", "[[", "\"", "'''", "{a=", "[a."})
  void whatNestsOrNeverEndsIsRefused(String part) {
    for (String before : List.of("", "Name = ", "Imports = ")) {
      assertThat(read(before + part.repeat(20_000)).file()).isEmpty();
    }
  }

  @Test
  void numbersOfAnySizeAreWrongTypes() {
    for (String number : List.of("1" + "0".repeat(900), "1e999999999", "-inf", "nan", "0xff")) {
      assertThat(read("Name = " + number).problems())
          .as(number)
          .allSatisfy(problem -> assertThat(problem.code()).isIn("wrong-type", "toml-syntax"))
          .hasSize(1);
    }
  }

  private static BaneFile file(String text) {
    BaneReading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    return reading.file().orElseThrow();
  }

  private static BaneReading read(String text) {
    return BaneFile.read(Source.of("web.toml", text));
  }
}
