package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Maps;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A private key and certificate issued for the pod. Mirrors {@code core/v1 PodCertificateProjection}. */
public record PodCertificateProjection(
    String keyType,
    String signerName,
    @Nullable String certificateChainPath,
    @Nullable String credentialBundlePath,
    @Nullable String keyPath,
    @Nullable Integer maxExpirationSeconds,
    @Nullable Long user,
    Map<String, String> userAnnotations) {

  public PodCertificateProjection {
    userAnnotations = Maps.copy(userAnnotations);
  }

  /** Reads the record from a tree. */
  public static PodCertificateProjection from(Fields fields) {
    return new PodCertificateProjection(
        fields.text("keyType"),
        fields.text("signerName"),
        fields.string("certificateChainPath"),
        fields.string("credentialBundlePath"),
        fields.string("keyPath"),
        fields.int32("maxExpirationSeconds"),
        fields.int64("user"),
        fields.stringMap("userAnnotations"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder(String keyType, String signerName) {
    return new Builder(keyType, signerName);
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder(keyType, signerName)
        .certificateChainPath(certificateChainPath)
        .credentialBundlePath(credentialBundlePath)
        .keyPath(keyPath)
        .maxExpirationSeconds(maxExpirationSeconds)
        .user(user)
        .userAnnotations(userAnnotations);
  }

  /** Makes a {@link PodCertificateProjection}; what is not set is absent. */
  public static final class Builder {
    private final String keyType;
    private final String signerName;
    private @Nullable String certificateChainPath;
    private @Nullable String credentialBundlePath;
    private @Nullable String keyPath;
    private @Nullable Integer maxExpirationSeconds;
    private @Nullable Long user;
    private Map<String, String> userAnnotations = Map.of();

    private Builder(String keyType, String signerName) {
      this.keyType = keyType;
      this.signerName = signerName;
    }

    /** Sets {@code certificateChainPath}. */
    public Builder certificateChainPath(@Nullable String certificateChainPath) {
      this.certificateChainPath = certificateChainPath;
      return this;
    }

    /** Sets {@code credentialBundlePath}. */
    public Builder credentialBundlePath(@Nullable String credentialBundlePath) {
      this.credentialBundlePath = credentialBundlePath;
      return this;
    }

    /** Sets {@code keyPath}. */
    public Builder keyPath(@Nullable String keyPath) {
      this.keyPath = keyPath;
      return this;
    }

    /** Sets {@code maxExpirationSeconds}. */
    public Builder maxExpirationSeconds(@Nullable Integer maxExpirationSeconds) {
      this.maxExpirationSeconds = maxExpirationSeconds;
      return this;
    }

    /** Sets {@code user}. */
    public Builder user(@Nullable Long user) {
      this.user = user;
      return this;
    }

    /** Sets {@code userAnnotations}. */
    public Builder userAnnotations(Map<String, String> userAnnotations) {
      this.userAnnotations = userAnnotations;
      return this;
    }

    /** Returns the record. */
    public PodCertificateProjection build() {
      return new PodCertificateProjection(
          keyType,
          signerName,
          certificateChainPath,
          credentialBundlePath,
          keyPath,
          maxExpirationSeconds,
          user,
          userAnnotations);
    }
  }
}
