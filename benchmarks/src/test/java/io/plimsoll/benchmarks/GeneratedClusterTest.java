package io.plimsoll.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.load.Manifests;
import io.plimsoll.core.model.KubeObject;
import io.plimsoll.netpol.ConnectionLine;
import io.plimsoll.netpol.Connectivity;
import io.plimsoll.netpol.ConnectivityOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedClusterTest {

  @ParameterizedTest(name = "{0} workloads")
  @CsvSource({
    "100, 419d388778077a40a160d08414a625fb9d07d537100012126b25feb97240b4ed, 451, 2ffb65dba7f5c6ce0bdc4b1e259468593cf24da59650d058849f2c92c8ccf02d",
    "300, 5df5eb2322035b2d28504081082b2d9566cf791c8315a631e4373595b37c6a44, 1355, ee0b26cee666a3f2eb897dc9d902f4d156b6b600f7a0b174720f7537a6e83037",
    "1000, 44575a5f16f187b9d3e4b322420e6dd02eb4008e92aec2031cc8c10cdd247e21, 4147, 20de2ff8468012346342db252de4285991cafa87f2a141c4d02a17cd2fe218f6",
  })
  void theLinesOfALargeClusterAreThoseOfTheReference(
      int workloads, String input, int count, String lines) {
    Map<String, String> files = GeneratedCluster.files(workloads, 1);
    List<KubeObject> objects = new ArrayList<>();
    files.forEach(
        (name, text) -> objects.addAll(Manifests.read(name, text).orThrow().objects()));

    Connectivity connectivity = Connectivity.of(Cluster.of(objects), ConnectivityOptions.NP_GUARD);
    List<String> actual =
        connectivity.lines().map(ConnectionLine::toString).sorted().toList();

    assertThat(sha256(String.join("", files.values()))).isEqualTo(input);
    assertThat(actual).hasSize(count);
    assertThat(sha256(actual.stream().collect(Collectors.joining("\n")))).isEqualTo(lines);
    assertThat(connectivity.problems()).isEmpty();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
