package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.Names;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Messages;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.pod.SignerRules;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.NameRule;
import io.plimsoll.core.validation.ObjectMetaRules;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ClusterTrustBundles. Mirrors {@code pkg/registry/certificates/clustertrustbundle/strategy.go} and {@code
 * ValidateClusterTrustBundle} of {@code pkg/apis/certificates/validation}.
 */
final class ClusterTrustBundleStrategy extends KindStrategy {

  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final FieldPath BUNDLE = FieldPath.of("spec", "trustBundle");
  private static final int LARGEST = 1 << 20;
  private static final String SIGNER = "signerName";

  ClusterTrustBundleStrategy() {
    super("certificates.k8s.io/v1", "ClusterTrustBundle", false, NameRule.DNS_SUBDOMAIN);
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part);
    checkBundle(part);
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    Part before = part(old).object("spec");
    check(part);
    Part spec = part.object("spec");
    if (!spec.text("trustBundle").equals(before.text("trustBundle"))) {
      checkBundle(part);
    }
    checkMetadataUpdate(part, old);
    if (!spec.text(SIGNER).equals(before.text(SIGNER))) {
      spec.invalid(SIGNER, List.of(Messages.IMMUTABLE));
    }
    return part.errors();
  }

  private static void check(Part part) {
    String signer = part.object("spec").text(SIGNER);
    Fields metadata = Fields.of(part.value("metadata"));
    part.errors()
        .addAll(ObjectMetaRules.validate(
            METADATA, metadata, false, (name, prefix) -> nameErrors(signer, name)));
    if (!signer.isEmpty()) {
      SignerRules.signerName(part.errors(), FieldPath.of("spec", SIGNER), signer);
    }
  }

  private static List<String> nameErrors(String signer, String name) {
    if (signer.isEmpty()) {
      return name.contains(":")
          ? List.of("ClusterTrustBundle without signer name must not have \":\" in its name")
          : Names.dnsSubdomainErrors(name);
    }
    String start = signer.replace('/', ':') + ":";
    return name.startsWith(start)
        ? Names.dnsSubdomainErrors(name.substring(start.length()))
        : List.of(
            "ClusterTrustBundle for signerName " + signer + " must be named with prefix " + start);
  }

  private static void checkBundle(Part part) {
    String text = part.object("spec").text("trustBundle");
    if (GoText.length(text) > LARGEST) {
      part.error(FieldError.tooLong(BUNDLE, LARGEST));
      return;
    }
    List<PemBlocks.Block> blocks = PemBlocks.of(text);
    Map<String, List<String>> places = new LinkedHashMap<>();
    List<String> errors = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String error = blockError(blocks.get(i));
      if (error.isEmpty()) {
        places
            .computeIfAbsent(blocks.get(i).base64(), any -> new ArrayList<>())
            .add(Integer.toString(i));
      } else {
        errors.add("entry " + i + " " + error);
      }
    }
    if (errors.isEmpty() && places.isEmpty()) {
      errors.add("at least one trust anchor must be provided");
    } else if (errors.isEmpty()) {
      for (List<String> indices : places.values()) {
        if (indices.size() > 1) {
          errors.add("duplicate trust anchor (indices [" + String.join(" ", indices) + "])");
        }
      }
    }
    errors.forEach(error -> part.error(FieldError.invalid(BUNDLE, "<value omitted>", error)));
  }

  private static String blockError(PemBlocks.Block block) {
    if (!block.type().equals("CERTIFICATE")) {
      return "has bad block type: " + block.type();
    }
    if (block.hasHeaders()) {
      return "has PEM block headers";
    }
    Optional<X509Certificate> certificate = block.certificate();
    if (certificate.isEmpty()) {
      return "does not parse as X.509";
    }
    return certificate.get().getBasicConstraints() < 0 ? "does not have the CA bit set" : "";
  }

  @Override
  public boolean allowsUnconditionalUpdate() {
    return false;
  }
}
