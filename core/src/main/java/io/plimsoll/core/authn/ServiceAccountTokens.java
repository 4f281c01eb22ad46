package io.plimsoll.core.authn;

import io.plimsoll.core.cluster.Cluster;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Maps;
import io.plimsoll.core.request.Status;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The issuer of tokens of service accounts: what answers a {@code TokenRequest}. Mirrors {@code
 * pkg/registry/core/serviceaccount/storage/token.go}.
 */
public final class ServiceAccountTokens {

  final String issuer;
  final TokenSigner signer;
  final List<String> apiAudiences;
  final long maxExpirationSeconds;
  final boolean extendExpiration;

  private ServiceAccountTokens(
      String issuer,
      TokenSigner signer,
      List<String> apiAudiences,
      long maxExpirationSeconds,
      boolean extendExpiration) {
    this.issuer = issuer;
    this.signer = signer;
    this.apiAudiences = List.copyOf(apiAudiences);
    this.maxExpirationSeconds = maxExpirationSeconds;
    this.extendExpiration = extendExpiration;
  }

  /**
   * Returns an issuer by the first {@code --service-account-issuer} and the key of {@code --service-account-signing-key-file};
   * the server takes itself to be the issuer.
   *
   * @throws IllegalArgumentException if tokens cannot be signed with the key, which must be of RSA, or of P-256, P-384 or P-521
   */
  public static ServiceAccountTokens of(String issuer, KeyPair key) {
    return new ServiceAccountTokens(issuer, new TokenSigner(key), List.of(issuer), 0, true);
  }

  /**
   * Reads the file of {@code --service-account-signing-key-file}: a private key of RSA or of an elliptic curve, as PKCS #1, SEC 1 or
   * PKCS #8.
   *
   * @param name the name of the file, which messages show
   * @throws IllegalArgumentException if it holds none that tokens can be signed with, with upstream's message
   */
  public static KeyPair signingKey(String name, String pem) {
    PrivateKey key;
    try {
      key = Pem.privateKey(pem);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          "failed to parse service-account-issuer-key-file: error reading private key file " + name
              + ": " + none.getMessage(),
          none);
    }
    try {
      return PrivateKeys.withPublic(key);
    } catch (IllegalArgumentException another) {
      throw new IllegalArgumentException(
          "failed to build token generator: " + another.getMessage(), another);
    }
  }

  /** Returns this issuer in a server that takes itself to be others: {@code --api-audiences}. */
  public ServiceAccountTokens withApiAudiences(List<String> audiences) {
    return new ServiceAccountTokens(
        issuer, signer, audiences, maxExpirationSeconds, extendExpiration);
  }

  /** Returns this issuer with a limit of how long its tokens are good: {@code --service-account-max-token-expiration}. */
  public ServiceAccountTokens withMaxExpirationSeconds(long seconds) {
    return new ServiceAccountTokens(issuer, signer, apiAudiences, seconds, extendExpiration);
  }

  /**
   * Returns this issuer with or without longer life for the tokens that kubelets ask for: {@code
   * --service-account-extend-token-expiration}.
   */
  public ServiceAccountTokens withExtendExpiration(boolean extend) {
    return new ServiceAccountTokens(issuer, signer, apiAudiences, maxExpirationSeconds, extend);
  }

  /** What becomes of a {@code TokenRequest}. */
  public sealed interface Answer {

    /**
     * A token was issued.
     *
     * @param tokenRequest the request with its status, in which the token is
     * @param warnings texts for the client
     * @param auditAnnotations annotations of the audit event
     */
    record Issued(
        MappingValue tokenRequest, List<String> warnings, Map<String, String> auditAnnotations)
        implements Answer {
      public Issued {
        warnings = List.copyOf(warnings);
        auditAnnotations = Maps.copy(auditAnnotations);
      }

      /** Returns nothing of the token. */
      @Override
      public String toString() {
        return "issued a token";
      }
    }

    /**
     * None was.
     *
     * @param status why not
     */
    record Refused(Status status) implements Answer {}
  }

  /**
   * Answers a {@code TokenRequest} for a service account.
   *
   * @param namespace the namespace of the account
   * @param name the account
   * @param tokenRequest what was sent, decoded
   * @param random what the token's id is made of
   * @param admission what refuses the request once it is known to be valid, such as validating admission
   */
  public Answer create(
      String namespace,
      String name,
      MappingValue tokenRequest,
      Cluster cluster,
      Instant now,
      RandomGenerator random,
      Function<MappingValue, Optional<Status>> admission) {
    return new TokenRequestCreation(this, namespace, name, cluster, now)
        .create(tokenRequest, random, admission);
  }
}
