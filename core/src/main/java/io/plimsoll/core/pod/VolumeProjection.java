package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import org.jspecify.annotations.Nullable;

/** One source of a projected volume. Mirrors {@code core/v1 VolumeProjection}. */
public record VolumeProjection(
    @Nullable ClusterTrustBundleProjection clusterTrustBundle,
    @Nullable ConfigMapProjection configMap,
    @Nullable DownwardApiProjection downwardAPI,
    @Nullable PodCertificateProjection podCertificate,
    @Nullable SecretProjection secret,
    @Nullable ServiceAccountTokenProjection serviceAccountToken) {

  /** Reads the record from a tree. */
  public static VolumeProjection from(Fields fields) {
    return new VolumeProjection(
        fields.object("clusterTrustBundle", ClusterTrustBundleProjection::from),
        fields.object("configMap", ConfigMapProjection::from),
        fields.object("downwardAPI", DownwardApiProjection::from),
        fields.object("podCertificate", PodCertificateProjection::from),
        fields.object("secret", SecretProjection::from),
        fields.object("serviceAccountToken", ServiceAccountTokenProjection::from));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .clusterTrustBundle(clusterTrustBundle)
        .configMap(configMap)
        .downwardAPI(downwardAPI)
        .podCertificate(podCertificate)
        .secret(secret)
        .serviceAccountToken(serviceAccountToken);
  }

  /** Makes a {@link VolumeProjection}; what is not set is absent. */
  public static final class Builder {
    private @Nullable ClusterTrustBundleProjection clusterTrustBundle;
    private @Nullable ConfigMapProjection configMap;
    private @Nullable DownwardApiProjection downwardAPI;
    private @Nullable PodCertificateProjection podCertificate;
    private @Nullable SecretProjection secret;
    private @Nullable ServiceAccountTokenProjection serviceAccountToken;

    private Builder() {}

    /** Sets {@code clusterTrustBundle}. */
    public Builder clusterTrustBundle(@Nullable ClusterTrustBundleProjection clusterTrustBundle) {
      this.clusterTrustBundle = clusterTrustBundle;
      return this;
    }

    /** Sets {@code configMap}. */
    public Builder configMap(@Nullable ConfigMapProjection configMap) {
      this.configMap = configMap;
      return this;
    }

    /** Sets {@code downwardAPI}. */
    public Builder downwardAPI(@Nullable DownwardApiProjection downwardAPI) {
      this.downwardAPI = downwardAPI;
      return this;
    }

    /** Sets {@code podCertificate}. */
    public Builder podCertificate(@Nullable PodCertificateProjection podCertificate) {
      this.podCertificate = podCertificate;
      return this;
    }

    /** Sets {@code secret}. */
    public Builder secret(@Nullable SecretProjection secret) {
      this.secret = secret;
      return this;
    }

    /** Sets {@code serviceAccountToken}. */
    public Builder serviceAccountToken(
        @Nullable ServiceAccountTokenProjection serviceAccountToken) {
      this.serviceAccountToken = serviceAccountToken;
      return this;
    }

    /** Returns the record. */
    public VolumeProjection build() {
      return new VolumeProjection(
          clusterTrustBundle, configMap, downwardAPI, podCertificate, secret, serviceAccountToken);
    }
  }
}
