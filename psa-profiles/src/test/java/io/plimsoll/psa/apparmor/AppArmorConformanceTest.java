package io.plimsoll.psa.apparmor;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.manifest.Problem;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.testkit.Conformance;
import io.plimsoll.testkit.ConformanceCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("conformance")
class AppArmorConformanceTest {

  private static final List<String> FAMILIES = List.of(
      "unix", "inet", "ax25", "inet6", "netlink", "packet", "can", "bluetooth", "alg", "vsock");
  private static final List<String> TYPES =
      List.of("stream", "dgram", "raw", "rdm", "seqpacket", "packet");

  @Test
  void everyAnswerIsThatOfTheCompiledPolicy() {
    Conformance.suite("apparmor/random").lines(AppArmorConformanceTest::judge);
  }

  private static void judge(ConformanceCase random) {
    JsonNode json = random.json();
    Map<String, String> includes = new TreeMap<>();
    json.get("includes")
        .properties()
        .forEach(f -> includes.put(f.getKey(), f.getValue().asText()));
    AppArmorReading reading = AppArmorPolicy.read(
        Source.of("input", json.get("profile").asText()), IncludeSource.of(includes));
    String error = json.get("error").asText();
    String problem = reading.problem().map(Problem::toString).orElse("");
    if (error.isEmpty() != problem.isEmpty()) {
      random.mismatch("error: " + error, "error: " + problem);
      return;
    }
    if (!error.isEmpty()) {
      random.same("", "");
      return;
    }
    AppArmorPolicy policy = reading.policy().orElseThrow();
    random.same(
        list(json.get("profiles"), AppArmorConformanceTest::profile),
        policy.profiles().stream().map(AppArmorConformanceTest::profile).toList());
    Profile profile = policy.profile(json.get("evaluated").asText()).orElseThrow();
    for (JsonNode row : json.get("file")) {
      random.same(row.toString(), file(profile, row));
    }
    for (JsonNode row : json.get("link")) {
      LinkAccess access = profile.link(
          row.get("path").asText(), row.get("target").asText(), row.get("owner").asBoolean());
      String reason = row.has("reason") ? row.get("reason").asText() : "allowed";
      random.same(row + " " + reason, row + " " + access.verdict().name().toLowerCase(Locale.ROOT));
      random.same(row.get("allow").asBoolean(), access.allowed());
    }
    random.same(sets(json.get("capability")), sets(Profile.allCapabilities(), profile::capability));
    Map<String, Access> sockets = new LinkedHashMap<>();
    for (String family : FAMILIES) {
      TYPES.forEach(type -> sockets.put(family + " " + type, profile.network(family, type)));
    }
    random.same(sets(json.get("network")), sets(List.copyOf(sockets.keySet()), sockets::get));
    for (JsonNode row : json.path("mount")) {
      same(
          random,
          row,
          profile.mount(new MountRequest(
              row.get("source").asText(),
              row.get("target").asText(),
              row.get("fstype").asText(),
              list(row.get("flags"), JsonNode::asText))));
    }
    for (JsonNode row : json.path("umount")) {
      same(random, row, profile.umount(row.get("target").asText()));
    }
    for (JsonNode row : json.path("signal")) {
      same(
          random,
          row,
          profile.signal(
              row.get("access").asText(),
              row.get("signal").asText(),
              row.get("peer").asText()));
    }
    for (JsonNode row : json.path("ptrace")) {
      same(
          random,
          row,
          profile.ptrace(row.get("access").asText(), row.get("peer").asText()));
    }
  }

  private static String profile(JsonNode json) {
    return json.get("name").asText() + " " + json.get("mode").asText() + " "
        + json.get("audit").asBoolean() + json.get("hat").asBoolean()
        + json.get("attached").asBoolean() + json.get("attachDisconnected").asBoolean()
        + json.get("mediateDeleted").asBoolean() + json.get("chrootRelative").asBoolean();
  }

  private static String profile(Profile profile) {
    return profile.name() + " " + profile.mode().flag() + " "
        + profile.audit() + profile.isHat()
        + profile.isAttached() + profile.hasFlag("attach_disconnected")
        + profile.hasFlag("mediate_deleted") + profile.hasFlag("chroot_relative");
  }

  /** The answer in the form of the row. */
  private static String file(Profile profile, JsonNode row) {
    String path = row.get("path").asText();
    boolean owner = row.get("owner").asBoolean();
    FileAccess access = profile.file(path, owner);
    com.fasterxml.jackson.databind.node.ObjectNode answer =
        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    answer.put("path", path).put("owner", owner).put("allow", access.allow());
    if (row.has("deny")) {
      answer.put("deny", access.deny());
    }
    if (!access.audit().isEmpty()) {
      answer.put("audit", access.audit());
    }
    if (!access.quiet().isEmpty()) {
      answer.put("quiet", access.quiet());
    }
    access.exec().ifPresent(exec -> answer.put("exec", exec.toString()));
    return sameOrder(answer, row);
  }

  private static String sameOrder(
      com.fasterxml.jackson.databind.node.ObjectNode answer, JsonNode row) {
    return answer.equals(row) ? row.toString() : answer.toString();
  }

  private static void same(ConformanceCase random, JsonNode row, Access access) {
    random.same(
        row + " " + row.get("allow").asBoolean() + row.path("audit").asBoolean()
            + row.path("quiet").asBoolean(),
        row + " " + access.allowed() + access.audit() + access.quiet());
  }

  private static String sets(JsonNode json) {
    StringBuilder all = new StringBuilder();
    for (String set : List.of("allowed", "audit", "quiet")) {
      List<String> names = new ArrayList<>();
      json.path(set).forEach(name -> names.add(name.asText()));
      names.sort(null);
      all.append(set).append(names);
    }
    return all.toString();
  }

  private static String sets(List<String> all, Function<String, Access> answer) {
    List<String> names = all.stream().sorted().toList();
    return "allowed" + names.stream().filter(n -> answer.apply(n).allowed()).toList()
        + "audit" + names.stream().filter(n -> answer.apply(n).audit()).toList()
        + "quiet" + names.stream().filter(n -> answer.apply(n).quiet()).toList();
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
    return StreamSupport.stream(array.spliterator(), false).map(read).toList();
  }
}
