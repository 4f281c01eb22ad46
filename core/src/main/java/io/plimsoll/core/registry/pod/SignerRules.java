package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.model.LabelSyntax;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.MapOrder;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of those who sign certificates, and of the bundles of them that are trusted. Mirrors {@code names.go}. */
public final class SignerRules {

  private static final int MAX_DOMAIN = 253;
  private static final int MAX_NAME = MAX_DOMAIN + 1 + 253 + 63 + 1;
  private static final int MAX_ANNOTATIONS_SIZE = 256 * 1024;

  private SignerRules() {}

  /** Returns whether it is one of Kubernetes' own signers: {@code IsKubernetesSignerName}. */
  static boolean isKubernetes(String signer) {
    int slash = signer.indexOf('/');
    String host = slash < 0 ? signer : signer.substring(0, slash);
    return host.equals("kubernetes.io") || host.endsWith(".kubernetes.io");
  }

  /** A domain and a path: {@code ValidateSignerName}. */
  public static void signerName(List<FieldError> errors, FieldPath path, String signer) {
    if (signer.isEmpty()) {
      errors.add(FieldError.required(path, ""));
      return;
    }
    int slash = signer.indexOf('/');
    if (slash < 0 || signer.indexOf('/', slash + 1) >= 0) {
      errors.add(FieldError.invalid(
          path,
          signer,
          "must be a fully qualified domain and path of the form 'example.com/signer-name'"));
      return;
    }
    String domain = signer.substring(0, slash);
    String rest = signer.substring(slash + 1);
    if (GoText.length(domain) > MAX_DOMAIN) {
      errors.add(FieldError.tooLong(path, MAX_DOMAIN));
    }
    for (String label : domain.split("\\.", -1)) {
      if (labelErrors(errors, path, domain, label, Names.dnsLabelErrors(label))) {
        break;
      }
    }
    if (domain.indexOf('.') < 0) {
      errors.add(FieldError.invalid(
          path, domain, "should be a domain with at least two segments separated by dots"));
    }
    for (String label : rest.split("\\.", -1)) {
      if (labelErrors(errors, path, rest, label, Names.dnsSubdomainErrors(label))) {
        break;
      }
    }
    if (GoText.length(signer) > MAX_NAME) {
      errors.add(FieldError.tooLong(path, MAX_NAME));
    }
  }

  private static boolean labelErrors(
      List<FieldError> errors, FieldPath path, String value, String label, List<String> details) {
    for (String detail : details) {
      errors.add(FieldError.invalid(
          path, value, "validating label " + GoText.quote(label) + ": " + detail));
    }
    return !details.isEmpty();
  }

  /** The name of a bundle starts with that of its signer, if it has one: {@code ValidateClusterTrustBundleName}. */
  static void bundleName(Part bundle) {
    String name = bundle.text("name");
    if (name.isEmpty()) {
      bundle.required("name", "must be a valid object name");
    }
    for (String detail : bundleErrors(name)) {
      bundle.error(FieldError.invalid(
          bundle.at("name"), name, "not a valid clustertrustbundlename: " + detail));
    }
  }

  private static List<String> bundleErrors(String name) {
    int colon = name.lastIndexOf(':');
    if (colon == 0) {
      return List.of("ClusterTrustBundle without signer name must not have \":\" in its name");
    }
    String prefix = name.substring(0, colon + 1);
    if (prefix.indexOf('/') >= 0) {
      return List.of("ClusterTrustBundle for signerName "
          + prefix.substring(0, colon).replace(':', '/') + " must be named with prefix "
          + prefix.replace('/', ':'));
    }
    return Names.dnsSubdomainErrors(name.substring(colon + 1));
  }

  /** Annotations that the signer gets to see: {@code ValidateUserAnnotations}. */
  static void userAnnotations(Part certificate) {
    FieldPath path = certificate.at("userAnnotations");
    long size = 0;
    for (Map.Entry<String, String> annotation :
        MapOrder.byKey(certificate.stringMap("userAnnotations"))) {
      size += GoText.length(annotation.getKey()) + GoText.length(annotation.getValue());
      annotationKey(certificate, path, annotation.getKey().toLowerCase(Locale.ROOT));
    }
    if (size > MAX_ANNOTATIONS_SIZE) {
      certificate.error(FieldError.tooLong(path, MAX_ANNOTATIONS_SIZE));
    }
  }

  /** Mirrors {@code IsDomainPrefixedKey}. */
  private static void annotationKey(Part certificate, FieldPath path, String key) {
    if (key.isEmpty()) {
      certificate.error(FieldError.required(path, ""));
      return;
    }
    List<String> details = LabelSyntax.keyErrors(key);
    for (String detail : details) {
      certificate.error(FieldError.invalid(path, key, detail));
    }
    if (details.isEmpty() && key.indexOf('/') < 0) {
      certificate.error(
          FieldError.invalid(path, key, "must be a domain-prefixed key (such as \"acme.io/foo\")"));
    }
  }
}
