package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.FieldValidation;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.netpol.ConnectivityOptions.CidrScope;
import io.plimsoll.netpol.ConnectivityOptions.HostNetwork;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the suites about np-guard's answers have in common: how cases are read, and how lines are compared. */
final class NetpolCases {

  private static final ReadOptions READING = ReadOptions.DEFAULT
      .withFieldValidation(FieldValidation.WARN)
      .withSubdirectories();

  private NetpolCases() {}

  static Connectivity read(JsonNode manifests, JsonNode options) {
    Cluster cluster = Cluster.of(
        Manifests.read("manifests.yaml", manifests.asText(), READING).objects());
    return Connectivity.of(cluster, options(options));
  }

  static Connectivity read(Path directory) {
    Cluster cluster = Cluster.of(Manifests.read(directory, READING).objects());
    return Connectivity.of(cluster, ConnectivityOptions.NP_GUARD);
  }

  private static ConnectivityOptions options(JsonNode options) {
    boolean pods = options.path("ipBlockMatchesPods").asBoolean();
    boolean asPod = options.path("hostNetwork").asText("as-pod").equals("as-pod");
    return ConnectivityOptions.NP_GUARD.toBuilder()
        .hostNetwork(asPod ? HostNetwork.AS_POD : HostNetwork.AS_NODE)
        .ipBlocks(pods ? CidrScope.EVERYWHERE : CidrScope.OUTSIDE)
        .networks(pods ? CidrScope.EVERYWHERE : CidrScope.OUTSIDE)
        .build();
  }

  static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static <T> Set<String> texts(Collection<T> lines) {
    return lines.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns what only one of two sets has, with a sign before it; nothing if they are equal. */
  static Set<String> difference(Set<String> wanted, Set<String> got) {
    Set<String> signed = new TreeSet<>();
    wanted.stream().filter(line -> !got.contains(line)).forEach(line -> signed.add("- " + line));
    got.stream().filter(line -> !wanted.contains(line)).forEach(line -> signed.add("+ " + line));
    return signed;
  }
}
