package io.plimsoll.psa.apparmor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassRulesTest {

  @Test
  void capabilitiesAddUpAndDenyWins() {
    Profile profile = Policies.profile(
        "capability kill chown,\naudit capability setuid,\ncapability setgid,\ndeny capability chown,");

    assertThat(profile.capability("kill").allowed()).isTrue();
    assertThat(profile.capability("chown").allowed()).isFalse();
    assertThat(profile.capability("chown").quiet()).isTrue();
    assertThat(profile.capability("chown").deniedBy())
        .map(PolicyRule::text)
        .containsExactly("deny capability chown,");
    assertThat(profile.capability("setuid").audit()).isTrue();
    assertThat(profile.capability("setgid").audit()).isFalse();
    assertThat(profile.capability("sys_admin").allowed()).isFalse();
    assertThat(profile.capability("sys_admin").quiet()).isFalse();
  }

  @Test
  void capabilitiesAreNamedAsPodsDoToo() {
    Profile profile = Policies.profile("capability net_raw,");

    assertThat(List.of("net_raw", "NET_RAW", "CAP_NET_RAW", "cap_net_raw"))
        .allSatisfy(name -> assertThat(profile.capability(name).allowed()).isTrue());
  }

  @Test
  void whatThereIsNotIsNotAnswered() {
    Profile profile = Policies.profile("capability,\nnetwork,");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.capability("zz"))
        .withMessage("no capability: \"zz\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.network("foo", "stream"))
        .withMessage("no family of sockets: \"foo\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> profile.network("inet", "tcp"))
        .withMessage("no type of sockets: \"tcp\"");
  }

  @Test
  void capabilityAloneIsAll() {
    Profile profile = Policies.profile("capability,\naudit deny capability bpf,");

    assertThat(Profile.allCapabilities())
        .hasSize(41)
        .allSatisfy(
            name -> assertThat(profile.capability(name).allowed()).isEqualTo(!name.equals("bpf")));
    assertThat(profile.capability("bpf").quiet()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network,|inet stream,unix dgram,packet raw,alg seqpacket|",
        "network inet,|inet stream,inet raw|inet6 stream,unix stream",
        "network inet stream,|inet stream|inet dgram,inet6 stream",
        "network stream,|inet stream,unix stream,vsock stream|inet dgram",
        "network tcp,|inet stream,inet6 stream|unix stream,inet dgram",
        "network udp,|inet dgram,inet6 dgram|unix dgram",
        "network icmp,|inet raw|inet6 raw,packet raw",
        "network inet icmp,|inet raw|inet dgram",
        "network raw,|inet raw,packet raw,unix raw|inet stream",
        "network packet,|packet stream,packet raw|inet packet",
        "network inet packet,|inet packet|packet raw",
        "network inet, deny network raw,|inet stream|inet raw",
        "deny network inet stream, network,|inet dgram|inet stream",
        "unix,|unix stream,unix dgram|inet stream",
        "unix type=stream,|unix stream|unix dgram",
        "deny unix, network,|unix stream|",
        "capability,||inet stream,unix stream",
      })
  void socketsAreOfAFamilyAndAType(String rules, String allowed, String denied) {
    Profile profile = Policies.profile(rules);

    for (String socket : sockets(allowed)) {
      assertThat(socket(profile, socket).allowed()).as(socket).isTrue();
    }
    for (String socket : sockets(denied)) {
      assertThat(socket(profile, socket).allowed()).as(socket).isFalse();
    }
  }

  private static List<String> sockets(String list) {
    return list == null ? List.of() : List.of(list.split(",", -1));
  }

  private static Access socket(Profile profile, String socket) {
    String[] words = socket.split(" ", -1);
    return profile.network(words[0], words[1]);
  }

  @Test
  void mountsAreJudgedByDeviceTargetTypeAndOptions() {
    Profile profile = Policies.profile("""
        mount fstype=ext4 options=(ro,nosuid) /dev/* -> /mnt/**,
        mount options in (ro,noexec) fstype=tmpfs -> /tmp/,
        mount options=(rw,bind) /a/ -> /b/,
        remount /r/,
        mount options=(make-private) -> /p/,
        umount /mnt/**,
        deny umount /mnt/x/,
        pivot_root oldroot=/new/old/ /new/,
        """);

    assertThat(mount(profile, "/dev/sda", "/mnt/a/", "ext4", "ro", "nosuid")).isTrue();
    assertThat(mount(profile, "/dev/sda", "/mnt/a/", "ext4", "ro")).isFalse();
    assertThat(mount(profile, "/dev/sda", "/mnt/a/", "xfs", "ro", "nosuid")).isFalse();
    assertThat(mount(profile, "/sda", "/mnt/a/", "ext4", "ro", "nosuid")).isFalse();
    assertThat(mount(profile, "tmpfs", "/tmp/", "tmpfs")).isTrue();
    assertThat(mount(profile, "tmpfs", "/tmp/", "tmpfs", "ro")).isTrue();
    assertThat(mount(profile, "tmpfs", "/tmp/", "tmpfs", "ro", "noexec")).isTrue();
    assertThat(mount(profile, "tmpfs", "/tmp/", "tmpfs", "nodev")).isFalse();
    assertThat(mount(profile, "/a/", "/b/", "", "bind")).isTrue();
    assertThat(mount(profile, "/a/", "/c/", "", "bind")).isFalse();
    assertThat(mount(profile, "", "/r/", "", "remount")).isTrue();
    assertThat(mount(profile, "", "/p/", "", "make-private")).isTrue();
    assertThat(mount(profile, "", "/p/", "", "make-shared")).isFalse();
    assertThat(profile.umount("/mnt/a/").allowed()).isTrue();
    assertThat(profile.umount("/mnt/x/").deniedBy()).hasSize(1);
    assertThat(profile.umount("/tmp/").allowed()).isFalse();
    assertThat(profile.pivotRoot("/new/", "/new/old/").allowed()).isTrue();
    assertThat(profile.pivotRoot("/new/", "/old/").allowed()).isFalse();
  }

  private static boolean mount(
      Profile profile, String source, String target, String fstype, String... flags) {
    return profile
        .mount(new MountRequest(source, target, fstype, List.of(flags)))
        .allowed();
  }

  @Test
  void flagsOfMountsAreKnown() {
    assertThatThrownBy(() -> new MountRequest("", "/", "", List.of("fast")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no flag of a mount: \"fast\"");
  }

  @Test
  void signalsAreSentAndReceived() {
    Profile profile = Policies.profile(
        "signal send set=(term, kill) peer=b,\naudit signal receive,\ndeny signal receive set=rtmin+3,");

    assertThat(profile.signal("send", "term", "b").allowed()).isTrue();
    assertThat(profile.signal("send", "hup", "b").allowed()).isFalse();
    assertThat(profile.signal("send", "term", "c").allowed()).isFalse();
    assertThat(profile.signal("receive", "hup", "c").audit()).isTrue();
    assertThat(profile.signal("receive", "rtmin+3", "c").quiet()).isTrue();
    assertThat(profile.signal("receive", "rtmin+4", "c").allowed()).isTrue();
    assertThatThrownBy(() -> profile.signal("send", "huh", "b")).hasMessage("no signal: \"huh\"");
    assertThatThrownBy(() -> profile.signal("eat", "hup", "b"))
        .hasMessage("no access of a signal: \"eat\"");
  }

  @Test
  void tracingHasFourAccesses() {
    Profile profile =
        Policies.profile("ptrace (read, tracedby) peer=/usr/bin/*,\ndeny ptrace trace,");

    assertThat(profile.ptrace("read", "/usr/bin/a").allowed()).isTrue();
    assertThat(profile.ptrace("tracedby", "/usr/bin/a").allowed()).isTrue();
    assertThat(profile.ptrace("readby", "/usr/bin/a").allowed()).isFalse();
    assertThat(profile.ptrace("read", "a").allowed()).isFalse();
    assertThat(profile.ptrace("trace", "a").quiet()).isTrue();
    assertThatThrownBy(() -> profile.ptrace("look", "a"))
        .hasMessage("no access of ptrace: \"look\"");
  }

  @Test
  void classesWithoutRulesAreDenied() {
    Profile profile = Policies.profile("file,");

    assertThat(profile.capability("kill").allowed()).isFalse();
    assertThat(profile.network("inet", "stream").allowed()).isFalse();
    assertThat(mount(profile, "a", "/b/", "c")).isFalse();
    assertThat(profile.umount("/a/").allowed()).isFalse();
    assertThat(profile.signal("send", "hup", "p").allowed()).isFalse();
    assertThat(profile.ptrace("read", "p").allowed()).isFalse();
    assertThat(profile.changeProfile("p").allowed()).isFalse();
  }

  @Test
  void limitsAreInTheUnitsOfTheKernel() {
    Profile profile = Policies.profile(
        "set rlimit nofile <= 1024,\nset rlimit fsize <= 2K,\nset rlimit nproc <= infinity,");

    assertThat(profile.limits())
        .map(limit -> limit.resource() + " " + limit.value())
        .containsExactlyInAnyOrder("nofile 1024", "fsize 2048", "nproc -1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "capability KILL,",
        "capability cap_kill,",
        "capability none,",
        "network inet6 icmp,",
        "network inet http,",
        "network nowhere,",
        "signal set=huh,",
        "signal (eat),",
        "ptrace set=a,",
        "ptrace (look),",
        "mount options=(fast) /a -> /b/,",
        "mount color=red,",
        "unix addr=nowhere,",
        "unix protocol=1,",
        "unix (bind) peer=(addr=@a),",
        "dbus label=a,",
        "dbus (bind) path=/a,",
        "dbus (send) name=a,",
        "dbus (eavesdrop) path=/a,",
        "dbus color=red,",
        "set rlimit nowhere <= 1,",
        "set rlimit nofile <= x,",
      })
  void rulesThatAreNoneAreErrors(String rules) {
    assertThat(Policies.errorOfRules(rules)).matches("web:2:[0-9]+: error: .*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dbus,",
        "dbus send bus=session path=/a interface=b member=c peer=(name=d label=e),",
        "dbus bind bus=system name=a,",
        "dbus (send, receive),",
        "dbus eavesdrop bus=session,",
        "unix (bind, listen) type=stream addr=@a,",
        "unix (send) peer=(label=a addr=@b),",
      })
  void rulesAboutMessagesAreCheckedOnly(String rules) {
    assertThat(Policies.profile(rules).file("/a", true).allow()).isEmpty();
  }
}
