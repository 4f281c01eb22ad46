package io.plimsoll.netpol;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.load.ReadOptions;
import io.plimsoll.core.schema.FieldValidation;
import io.plimsoll.netpol.ConnectivityOptions.CidrScope;
import io.plimsoll.netpol.ConnectivityOptions.Granularity;
import io.plimsoll.netpol.ConnectivityOptions.HostNetwork;
import io.plimsoll.netpol.ConnectivityOptions.LocalNode;
import io.plimsoll.netpol.ConnectivityOptions.SelfPairs;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How the cases of the conformance data are read. */
public final class Cases {

  private static final ReadOptions LENIENT =
      ReadOptions.DEFAULT.withFieldValidation(FieldValidation.WARN).withSubdirectories();

  private Cases() {}

  public static Manifests read(Path directory) {
    return Manifests.read(directory, LENIENT);
  }

  public static Manifests read(String text) {
    return Manifests.read("case.yaml", text, LENIENT);
  }

  public static Cluster cluster(String text) {
    return Cluster.of(read(text).objects());
  }

  @SuppressWarnings("exports")
  public static ConnectivityOptions options(JsonNode options) {
    return ConnectivityOptions.NP_GUARD.toBuilder()
        .hostNetwork(
            options.path("hostNetwork").asText().equals("spec")
                ? HostNetwork.AS_NODE
                : HostNetwork.AS_POD)
        .ipBlocks(scope(options.path("ipBlockMatchesPods")))
        .networks(scope(options.path("networksMatchPods")))
        .localNode(
            options.path("localNode").asText().equals("allow")
                ? LocalNode.ALLOWED
                : LocalNode.BY_POLICY)
        .granularity(
            options.path("granularity").asText().equals("pod")
                ? Granularity.POD
                : Granularity.WORKLOAD)
        .selfPairs(
            options.path("selfPairs").asText().equals("list") ? SelfPairs.LIST : SelfPairs.OMIT)
        .build();
  }

  private static CidrScope scope(JsonNode matchesPods) {
    return matchesPods.asBoolean() ? CidrScope.EVERYWHERE : CidrScope.OUTSIDE;
  }

  public static String text(Connectivity connectivity) {
    TreeSet<String> lines = connectivity
        .lines()
        .map(ConnectionLine::toString)
        .collect(Collectors.toCollection(TreeSet::new));
    return text(lines);
  }

  public static String text(SortedSet<String> lines) {
    return String.join("\n", lines);
  }
}
