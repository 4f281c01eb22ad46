package io.plimsoll.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.testkit.CertificateAuthority.Subject;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys and authorities behind the certificates and tokens of recorded requests ({@code chain/README.md}), which the
 * recordings describe but do not hold. They are made anew, once, for one time.
 */
public final class ChainScenarioCredentials {

  private static final Pattern TIME = Pattern.compile("now(?:([+-][0-9]+)(d?))?");
  private static final String UID = "subject OID 1.3.6.1.4.1.57683.2";

  private final Instant now;
  private final Map<String, CertificateAuthority> authorities;
  private final KeyPair serviceAccountKey = JsonWebTokens.newRsaKey();
  private final KeyPair secondServiceAccountKey = JsonWebTokens.newRsaKey();
  private final KeyPair anotherKey = JsonWebTokens.newRsaKey();
  private final KeyPair issuerRsaKey = JsonWebTokens.newRsaKey();
  private final KeyPair issuerEllipticKey = JsonWebTokens.newEllipticKey("secp256r1");

  /** Makes the credentials of requests that are sent at a time. */
  public ChainScenarioCredentials(Instant now) {
    this.now = now;
    this.authorities = Map.of(
        "client CA", CertificateAuthority.root("client-ca", now),
        "request header CA", CertificateAuthority.root("request-header-ca", now),
        "unknown CA", CertificateAuthority.root("unknown-ca", now));
  }

  /** Returns the certificate of an authority, by the name that {@code signedBy} gives it. */
  public X509Certificate authority(String name) {
    return known(name).certificate();
  }

  private CertificateAuthority known(String name) {
    CertificateAuthority authority = authorities.get(name);
    if (authority == null) {
      throw new IllegalArgumentException("no authority: \"" + name + "\"");
    }
    return authority;
  }

  /** Returns the key pair that the server signs tokens with. */
  public KeyPair signingKey() {
    return serviceAccountKey;
  }

  /** Returns so many keys of {@code --service-account-key-file}. */
  public List<PublicKey> serviceAccountKeys(int count) {
    return List.of(serviceAccountKey.getPublic(), secondServiceAccountKey.getPublic())
        .subList(0, count);
  }

  /** Returns the keys that an issuer publishes, by their ids. */
  public Map<String, PublicKey> issuerKeys() {
    return Map.of("k1", issuerRsaKey.getPublic(), "k2", issuerEllipticKey.getPublic());
  }

  /** Returns the certificate that a {@code clientCertificate} describes. */
  public X509Certificate certificate(JsonNode described) {
    List<String> usages = described.has("extendedKeyUsage")
        ? texts(described.get("extendedKeyUsage"))
        : List.of("clientAuth");
    return known(described.get("signedBy").asText())
        .sign(new Subject(
            Optional.ofNullable(described.get("commonName")).map(JsonNode::asText),
            texts(described.path("organizations")),
            texts(described.path(UID)),
            time(described.path("notBefore").asText("now-1d")),
            time(described.path("notAfter").asText("now+1d")),
            usages));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /**
   * Returns the token that a {@code token} describes.
   *
   * @param keyId what stands for {@code <key id>}; if empty, the id of the key that signs
   */
  public String token(JsonNode described, Optional<String> keyId) {
    ObjectNode header = described.has("header")
        ? described.get("header").deepCopy()
        : JsonNodeFactory.instance.objectNode().put("alg", "RS256").put("kid", "<key id>");
    String algorithm = header.path("alg").asText();
    KeyPair key = key(described.get("signedBy").asText(), algorithm);
    if (header.path("kid").asText().equals("<key id>")) {
      header.put("kid", keyId.orElseGet(() -> JsonWebTokens.keyId(key.getPublic())));
    }
    ObjectNode claims = described.get("claims").deepCopy();
    for (String name : List.of("iat", "nbf", "exp")) {
      if (claims.path(name).isTextual()) {
        claims.put(name, time(claims.get(name).asText()).getEpochSecond());
      }
    }
    return JsonWebTokens.sign(algorithm, header.toString(), claims.toString(), key.getPrivate());
  }

  private KeyPair key(String name, String algorithm) {
    return switch (name) {
      case "service account key" -> serviceAccountKey;
      case "second service account key" -> secondServiceAccountKey;
      case "another key" -> anotherKey;
      case "the issuer" -> algorithm.startsWith("ES") ? issuerEllipticKey : issuerRsaKey;
      default -> throw new IllegalArgumentException("no key: \"" + name + "\"");
    };
  }

  /** Returns the time that {@code now-9d}, or in seconds {@code now+600}, means. */
  private Instant time(String text) {
    Matcher found = TIME.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("no time: \"" + text + "\"");
    }
    long amount = found.group(1) == null ? 0 : Long.parseLong(found.group(1));
    boolean days = "d".equals(found.group(2));
    return now.plus(days ? Duration.ofDays(amount) : Duration.ofSeconds(amount));
  }
}
