package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.manifest.Source;
import io.plimsoll.psa.apparmor.ProfileDifference.Side;
import io.plimsoll.psa.apparmor.ProfileDifference.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileComparisonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a r,|/a r,",
        "/a r,\\n/b w,|/b w,\\n/a r,",
        "/{a,b} r,|/a r, /b r,",
        "/a rw,|/a r, /a w,",
        "/a* r,|/a r, /a?* r,",
        "deny /a r,|",
        "/** r, deny /a/** r,|/** r, deny /a/* r, deny /a/**/ r, deny /a/**/** r,",
        "capability kill,|capability kill, capability kill,",
        "network inet,|network inet stream, network inet dgram, network inet raw, network inet rdm, network inet seqpacket, network inet packet,",
        "file,|/{**,} rwlkmix,",
        "signal,|signal send, signal receive,",
        "mount /a -> /b/,|mount /a -> /b/, mount /a -> /b/,",
      })
  void whatAllowsTheSameIsTheSame(String first, String second) {
    ProfileComparison comparison = compare(first, second == null ? "" : second);

    assertThat(comparison.toString()).isEmpty();
    assertThat(comparison.isSame()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "/a r,|-|FIRST FILE r /a: allowed by first:2:1: /a r,; denied by nothing",
        "-|/a* rw,|SECOND FILE rwa /a: allowed by second:2:1: /a* rw,; denied by nothing",
        "/a r, deny /a r,|/a r,|SECOND FILE r /a: allowed by second:2:1: /a r,; denied by first:2:7: deny /a r,",
        "owner /a r,|-|FIRST FILE owner r /a: allowed by first:2:1: owner /a r,; denied by nothing",
        "/a r,|owner /a r,|FIRST FILE other r /a: allowed by first:2:1: /a r,; denied by nothing",
        "/a/** r,|/a/* r,|FIRST FILE r /a/a/: allowed by first:2:1: /a/** r,; denied by nothing",
        "/.* r,|-|FIRST FILE r /.a: allowed by first:2:1: /.* r,; denied by nothing",
        "/a ix,|/a px,|BOTH EXEC ix against px /a: allowed by first:2:1: /a ix,, second:2:1: /a px,",
        "link /a -> /b,|-|FIRST LINK l /a -> /b: allowed by first:2:1: link /a -> /b,; denied by nothing",
        "change_profile -> b,|-|FIRST CHANGE_PROFILE change_profile b: allowed by first:2:1: change_profile -> b,; denied by nothing",
        "capability kill,|capability,deny capability kill,|SECOND CAPABILITY capability chown",
        "network inet tcp,|-|FIRST NETWORK network inet stream: allowed by first:2:1: network inet tcp,; denied by nothing",
        "mount fstype=ext4 options=(ro,nosuid) /d -> /m/,|-|FIRST MOUNT mount /d -> /m/ fstype=ext4 options=(ro,nosuid): allowed by",
        "mount options=rbind /d/ -> /m/,|-|FIRST MOUNT mount /d/ -> /m/ options=(rbind): allowed by",
        "umount /m/,|-|FIRST UMOUNT umount /m/: allowed by first:2:1: umount /m/,; denied by nothing",
        "pivot_root oldroot=/o/ /n/,|-|FIRST PIVOT_ROOT pivot_root /n/ /o/: allowed by",
        "signal send set=(term) peer=b,|-|FIRST SIGNAL send term b: allowed by",
        "ptrace read peer=b,|-|FIRST PTRACE read b: allowed by first:2:1: ptrace read peer=b,; denied by nothing",
        "set rlimit nofile <= 10,|-|SECOND LIMIT nofile more than 10: allowed by nothing; denied by first:2:1: set rlimit nofile <= 10,",
        "set rlimit nofile <= 10,|set rlimit nofile <= 20,|SECOND LIMIT nofile more than 10: allowed by second",
      })
  void differencesNameAnExampleAndTheRules(String first, String second, String difference) {
    ProfileComparison comparison =
        compare(first == null ? "" : first, second == null ? "" : second);

    assertThat(comparison.complete()).isTrue();
    assertThat(comparison.differences()).isNotEmpty();
    assertThat(comparison.toString().lines())
        .anySatisfy(line -> assertThat(line).startsWith(difference));
  }

  @Test
  void theModeCounts() {
    ProfileComparison comparison = ProfileComparison.of(
        profile("first", "profile p flags=(complain) {\n}\n"),
        profile("second", "profile p {\n}\n"));

    assertThat(comparison)
        .hasToString(
            "FIRST MODE complain against enforce what no rule allows: allowed by nothing; denied by nothing\n");
  }

  @Test
  void differencesAreSortedAndOfBothSides() {
    ProfileComparison comparison = compare("/a r,\n/c r,\ncapability kill,", "/b w,\n/c w,");

    assertThat(comparison.differences())
        .extracting(d -> d.topic() + " " + d.side() + " " + d.permissions() + " " + d.examples())
        .containsExactly(
            "FILE FIRST r [/a]",
            "FILE FIRST r [/c]",
            "FILE SECOND wa [/b]",
            "FILE SECOND wa [/c]",
            "CAPABILITY FIRST capability [kill]");
    assertThat(comparison.only(Side.SECOND)).hasSize(2);
    assertThat(compare("/a r,\n/c r,\ncapability kill,", "/b w,\n/c w,")).isEqualTo(comparison);
  }

  @Test
  void examplesOfFilesAreTrue() {
    String first = "file,\ndeny /etc/** wl,\ndeny /proc/{[^1-9],[^1-9][^0-9]}/** w,\n/usr/x px,";
    String second =
        "/etc/*.conf rw,\n/usr/{bin,lib}/** rix,\nowner /home/*/** rwl,\n/tmp/[a-f]?? rw,";
    Profile a = profile("first", "profile p {\n" + first + "\n}\n");
    Profile b = profile("second", "profile p {\n" + second + "\n}\n");

    ProfileComparison comparison = ProfileComparison.of(a, b);

    assertThat(comparison.complete()).isTrue();
    assertThat(comparison.only(Side.SECOND)).isNotEmpty();
    for (ProfileDifference difference : comparison.differences()) {
      if (difference.topic() == Topic.FILE) {
        boolean owner = !difference.permissions().startsWith("other ");
        String letters = difference.permissions().replaceAll(".* ", "");
        Profile allowing = difference.side() == Side.FIRST ? a : b;
        Profile other = difference.side() == Side.FIRST ? b : a;
        String path = difference.examples().get(0);
        assertThat(allowing.file(path, owner).allows(letters)).isTrue();
        for (String letter : letters.split("", -1)) {
          assertThat(letter.isEmpty() || !other.file(path, owner).allows(letter))
              .isTrue();
        }
      }
    }
  }

  @Test
  void tooManyCombinationsAreSaidToBeSo() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rules
          .append("/**")
          .append((char) ('a' + i % 26))
          .append("?".repeat(i % 20))
          .append(" r,\n");
    }

    ProfileComparison comparison = compare(rules.toString(), "");

    assertThat(comparison.complete()).isFalse();
    assertThat(comparison.isSame()).isFalse();
  }

  @Test
  void twoBaneProfilesDifferInWhatTheirFilesSay() {
    Profile before = bane("Name='a'\n[Filesystem]\nReadOnlyPaths=['/etc/**']\n");
    Profile after = bane("Name='a'\n[Filesystem]\nReadOnlyPaths=['/etc/*']\n[Network]\nRaw=true\n");

    ProfileComparison change = ProfileComparison.of(before, after);

    assertThat(change.complete()).isTrue();
    assertThat(change.only(Side.FIRST)).isEmpty();
    assertThat(change.differences())
        .extracting(d -> d.topic() + " " + d.permissions() + " " + d.examples().get(0))
        .contains("FILE wa /etc/a/", "NETWORK network unspec raw");
  }

  private static Profile bane(String toml) {
    BaneFile file = BaneFile.read(Source.of("a.toml", toml)).file().orElseThrow();
    return file.compile(IncludeSource.NONE).policy().orElseThrow().profiles().get(0);
  }

  private static ProfileComparison compare(String first, String second) {
    return ProfileComparison.of(
        profile("first", "profile p {\n" + first.replace("\\n", "\n") + "\n}\n"),
        profile("second", "profile p {\n" + second.replace("\\n", "\n") + "\n}\n"));
  }

  private static Profile profile(String name, String text) {
    AppArmorReading reading = AppArmorPolicy.read(Source.of(name, text), IncludeSource.NONE);
    assertThat(reading.problem()).isEmpty();
    List<Profile> profiles = reading.policy().orElseThrow().profiles();
    return profiles.get(0);
  }
}
