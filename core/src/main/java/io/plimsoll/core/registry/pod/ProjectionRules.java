package io.plimsoll.core.registry.pod;

import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.SelectorRules;
import io.plimsoll.core.validation.FieldError;
import java.util.List;

/** Volumes that gather files from several sources. Mirrors {@code validateProjectedVolumeSource}. */
final class ProjectionRules {

  private static final List<String> KEY_TYPES =
      List.of("RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519");
  private static final List<String> KINDS = List.of(
      "secret",
      "configMap",
      "downwardAPI",
      "serviceAccountToken",
      "clusterTrustBundle",
      "podCertificate");
  private static final int LEAST_TOKEN_SECONDS = 10 * 60;
  private static final long MOST_TOKEN_SECONDS = 1L << 32;
  private static final int LEAST_CERTIFICATE_SECONDS = 60 * 60;
  private static final int MOST_CERTIFICATE_SECONDS = 91 * 24 * 60 * 60;
  private static final int MOST_KUBERNETES_CERTIFICATE_SECONDS = 24 * 60 * 60;

  private final Part volume;
  private final PodContext pod;
  private final MetTexts paths = new MetTexts();

  private ProjectionRules(Part volume, PodContext pod) {
    this.volume = volume;
    this.pod = pod;
  }

  static void check(Part volume, PodContext pod) {
    FileRules.mode(volume, "defaultMode");
    FileRules.id(volume, "defaultUser");
    ProjectionRules rules = new ProjectionRules(volume, pod);
    for (Part source : volume.list("sources")) {
      rules.source(source);
    }
  }

  private void source(Part source) {
    if (source.tree().size() == 1 && KINDS.contains(source.tree().key(0))) {
      content(source, source.tree().key(0));
      return;
    }
    int count = 0;
    for (String kind : KINDS) {
      count += content(source, kind) ? 1 : 0;
    }
    if (count > 1) {
      source.error(FieldError.forbidden(
          source.path(), "may not specify more than 1 volume type per source"));
    }
  }

  /** Checks what a source has of a kind; returns whether it has anything. */
  private boolean content(Part source, String kind) {
    Part content = source.find(kind);
    if (content == null) {
      return false;
    }
    switch (kind) {
      case "secret", "configMap" -> keys(content);
      case "downwardAPI" -> downward(content);
      case "serviceAccountToken" -> token(content);
      case "clusterTrustBundle" -> trustBundle(content);
      default -> certificate(content);
    }
    return true;
  }

  /** A path may come from one source only; what is shown is the path or the name of what it comes from. */
  private void unique(String path, String shown) {
    if (!paths.add(path)) {
      volume.error(FieldError.invalid(volume.path(), shown, "conflicting duplicate paths"));
    }
  }

  private void keys(Part source) {
    VolumeSourceRules.required(source, "name");
    for (Part item : source.list("items")) {
      FileRules.keyToPath(item);
      String path = item.text("path");
      if (!path.isEmpty()) {
        unique(path, source.text("name"));
      }
    }
  }

  private void downward(Part source) {
    for (Part file : source.list("items")) {
      FileRules.downwardFile(file.under(source));
      String path = file.text("path");
      if (!path.isEmpty()) {
        unique(path, path);
      }
    }
  }

  private void token(Part token) {
    long seconds = token.number("expirationSeconds");
    if (!token.has("expirationSeconds")) {
      token.required("expirationSeconds", "");
    } else if (seconds < LEAST_TOKEN_SECONDS) {
      token.invalid("expirationSeconds", "may not specify a duration less than 10 minutes");
    } else if (seconds > MOST_TOKEN_SECONDS) {
      token.invalid("expirationSeconds", "may not specify a duration larger than 2^32 seconds");
    }
    String path = token.text("path");
    if (path.isEmpty()) {
      volume.required("path", "");
    } else if (!pod.leniency().nonLocalTokenPaths()) {
      FileRules.nonReserved(volume, "path", path);
    }
    FileRules.id(token, "user");
  }

  private void trustBundle(Part bundle) {
    if (bundle.has("name") && bundle.has("signerName")) {
      bundle.error(FieldError.invalidPrinted(
          bundle.path(), bundle.json(), "only one of name and signerName may be used"));
    } else if (bundle.has("name")) {
      SignerRules.bundleName(bundle);
      if (bundle.has("labelSelector")) {
        bundle.invalid("labelSelector", "labelSelector must be unset if name is specified");
      }
    } else if (bundle.has("signerName")) {
      String signer = bundle.text("signerName");
      if (signer.isEmpty()) {
        bundle.required("signerName", "must be a valid signer name");
      }
      SignerRules.signerName(bundle.errors(), bundle.at("signerName"), signer);
      if (bundle.has("labelSelector")) {
        bundle
            .errors()
            .addAll(
                SelectorRules.errors(bundle.at("labelSelector"), bundle.selector("labelSelector")));
      }
    } else {
      bundle.error(
          FieldError.required(bundle.path(), "either name or signerName must be specified"));
    }
    String path = bundle.text("path");
    VolumeSourceRules.required(bundle, "path");
    FileRules.id(bundle, "user");
    FileRules.nonReserved(bundle, "path", path);
    unique(path, path);
  }

  private void certificate(Part certificate) {
    String signer = certificate.text("signerName");
    SignerRules.signerName(certificate.errors(), certificate.at("signerName"), signer);
    SignerRules.userAnnotations(certificate);
    FileRules.id(certificate, "user");
    if (!KEY_TYPES.contains(certificate.text("keyType"))) {
      certificate.error(FieldError.notSupported(
          certificate.at("keyType"), certificate.text("keyType"), KEY_TYPES));
    }
    if (certificate.has("maxExpirationSeconds")) {
      expiration(certificate, signer);
    }
    boolean any = false;
    for (String field : List.of("credentialBundlePath", "keyPath", "certificateChainPath")) {
      String path = certificate.text(field);
      if (!path.isEmpty()) {
        any = true;
        FileRules.nonReserved(certificate, field, path);
        unique(path, path);
      }
    }
    if (!any) {
      certificate.error(FieldError.required(
          certificate.path(),
          "specify at least one of credentialBundlePath, keyPath, and certificateChainPath"));
    }
  }

  private static void expiration(Part certificate, String signer) {
    long seconds = certificate.number("maxExpirationSeconds");
    long most = SignerRules.isKubernetes(signer)
        ? MOST_KUBERNETES_CERTIFICATE_SECONDS
        : MOST_CERTIFICATE_SECONDS;
    if (seconds < LEAST_CERTIFICATE_SECONDS) {
      certificate.invalid(
          "maxExpirationSeconds",
          "if provided, maxExpirationSeconds must be >= " + LEAST_CERTIFICATE_SECONDS);
    }
    if (seconds > most) {
      certificate.invalid(
          "maxExpirationSeconds", "if provided, maxExpirationSeconds must be <= " + most);
    }
  }
}
