package io.plimsoll.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.apiserver.ApiServer;
import io.plimsoll.core.apiserver.Response;
import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.request.ApiRequest;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent as a token or a password, nothing that the server says has it. */
class SecrecyProperties {

  private static final String SECRET = "S3CR3T";
  private static final Cluster CLUSTER = Posture.running(Cluster.empty());

  private static final List<ApiServer> SERVERS = List.of(
      Posture.apiServer(ServerFlags.kubeadm()),
      Posture.apiServer(ServerFlags.kubeadm()
          .with("basic-auth-file", "users.csv")
          .withFile("users.csv", "S3CR3T-password,alice,1\n")
          .with("token-auth-file", "tokens.csv")
          .withFile("tokens.csv", "S3CR3T-token,bob,2\n")));

  @Property(tries = 300)
  void whatIsSentIsNotSaid(
      @ForAll("tokens") String token,
      @ForAll("schemes") String scheme,
      @ForAll("paths") String path) {
    for (ApiServer server : SERVERS) {
      Response response = server.handle(
          CLUSTER, ApiRequest.of("GET", path).withHeader("Authorization", scheme + token));

      assertThat(response.code()).isIn(200, 401, 403, 404);
      assertThat(BadInputTest.said(response)).doesNotContain(SECRET);
    }
  }

  /** Tokens that look a little like those that there are. */
  @Provide
  Arbitrary<String> tokens() {
    Arbitrary<String> parts = Arbitraries.oneOf(
        Arbitraries.of(
            SECRET,
            "eyJhbGciOiJub25lIn0",
            "eyJhbGciOiJSUzI1NiJ9",
            "e30",
            "eyJpc3MiOiJodHRwczovL2t1YmVybmV0ZXMuZGVmYXVsdC5zdmMifQ",
            "abcdef",
            "S3CR3T-token",
            ""),
        Arbitraries.strings().ofMaxLength(12));
    return Combinators.combine(
            parts.list().ofMinSize(1).ofMaxSize(4), Arbitraries.of(".", ":", " ", ","))
        .as((all, separator) -> String.join(
            separator, Stream.concat(all.stream(), Stream.of(SECRET)).toList()));
  }

  @Provide
  Arbitrary<String> schemes() {
    return Arbitraries.of("Bearer ", "bearer ", "Bearer  ", "Basic ", "basic", "", "Bearer\t");
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
        "/api/v1/pods", "/version", "/livez", "/api/v1/namespaces/default/secrets/s");
  }
}
