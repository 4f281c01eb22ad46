package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.KindStrategy;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.registry.StatusRules;
import io.plimsoll.core.registry.pod.SignerRules;
import io.plimsoll.core.validation.Draft;
import io.plimsoll.core.validation.FieldError;
import io.plimsoll.core.validation.Strategy;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CertificateSigningRequests, whole or by way of their status or approval. Mirrors {@code
 * pkg/registry/certificates/certificates/strategy.go} and {@code validateCertificateSigningRequest} of {@code
 * pkg/apis/certificates/validation}. Of the request itself, only the kind of block is looked at: neither what is in it nor its
 * signature.
 */
final class CertificateSigningRequestStrategy extends KindStrategy {

  private static final String LEGACY_SIGNER = "kubernetes.io/legacy-unknown";
  private static final long SHORTEST = 600;
  private static final Pattern BLOCK = Pattern.compile(
      "(?m)^-----BEGIN ([^\\n-]*)-----[ \\t\\r]*\\n[^-]*^-----END \\1-----[ \\t\\r]*$");
  private static final List<String> USAGES = List.of(
      "any",
      "cert sign",
      "client auth",
      "code signing",
      "content commitment",
      "crl sign",
      "data encipherment",
      "decipher only",
      "digital signature",
      "email protection",
      "encipher only",
      "ipsec end system",
      "ipsec tunnel",
      "ipsec user",
      "key agreement",
      "key encipherment",
      "microsoft sgc",
      "netscape sgc",
      "ocsp signing",
      "s/mime",
      "server auth",
      "signing",
      "timestamping");

  /** What may be written of a request. */
  enum Scope {
    WHOLE,
    STATUS,
    APPROVAL
  }

  private final Scope scope;

  CertificateSigningRequestStrategy(Scope scope) {
    super(
        "certificates.k8s.io/v1", "CertificateSigningRequest", false, (name, prefix) -> List.of());
    this.scope = scope;
  }

  @Override
  public Optional<Strategy> subresource(String name) {
    return switch (name) {
      case "status" -> Optional.of(new CertificateSigningRequestStrategy(Scope.STATUS));
      case "approval" -> Optional.of(new CertificateSigningRequestStrategy(Scope.APPROVAL));
      default -> Optional.empty();
    };
  }

  @Override
  public MappingValue prepareForCreate(MappingValue object) {
    return StatusRules.reset(object);
  }

  /** What is asked for stays; of the answer, only what may be written changes. */
  @Override
  public MappingValue prepareForUpdate(MappingValue object, MappingValue old) {
    MappingValue asked = object.with("spec", Draft.of(old).object("spec"));
    return switch (scope) {
      case WHOLE -> StatusRules.keep(asked, old);
      case STATUS -> CertificateConditions.withOldDecisions(asked, old);
      case APPROVAL -> CertificateConditions.only(asked, old);
    };
  }

  @Override
  public List<FieldError> validate(MappingValue object) {
    Part part = part(object);
    check(part, false, false, false);
    CertificateConditions.check(part, part(MappingValue.empty()));
    return part.errors();
  }

  @Override
  public List<FieldError> validateUpdate(MappingValue object, MappingValue old) {
    Part part = part(object);
    Part before = part(old).object("spec");
    List<String> usages = before.strings("usages");
    check(
        part,
        before.text("signerName").equals(LEGACY_SIGNER),
        !USAGES.containsAll(usages),
        new HashSet<>(usages).size() < usages.size());
    Part whole = part(old);
    CertificateConditions.check(part, whole);
    CertificateConditions.checkUpdate(part, whole, scope);
    checkMetadataUpdate(part, old);
    return part.errors();
  }

  @Override
  public List<FieldError> validateDeclaratively(MappingValue object) {
    return CertificateConditions.declared(part(object), part(MappingValue.empty()));
  }

  @Override
  public List<FieldError> validateUpdateDeclaratively(MappingValue object, MappingValue old) {
    return CertificateConditions.declared(part(object), part(old));
  }

  private void check(Part part, boolean anySigner, boolean anyUsage, boolean sameUsages) {
    checkMetadata(part);
    Part spec = part.object("spec");
    if (!isRequest(spec.text("request"))) {
      spec.invalid("request", "PEM block type must be CERTIFICATE REQUEST");
    }
    List<String> usages = spec.strings("usages");
    if (usages.isEmpty()) {
      spec.required("usages", "");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < usages.size() && !anyUsage; i++) {
      if (!USAGES.contains(usages.get(i))) {
        spec.error(FieldError.notSupported(usage(spec, i), usages.get(i), USAGES));
      }
    }
    for (int i = 0; i < usages.size() && !sameUsages; i++) {
      if (!seen.add(usages.get(i))) {
        spec.error(FieldError.duplicate(usage(spec, i), usages.get(i)));
      }
    }
    String signer = spec.text("signerName");
    if (!anySigner && signer.equals(LEGACY_SIGNER)) {
      spec.invalid(
          "signerName", List.of("the legacy signerName is not allowed via this API version"));
    } else {
      SignerRules.signerName(spec.errors(), spec.at("signerName"), signer);
    }
    if (spec.has("expirationSeconds") && spec.number("expirationSeconds") < SHORTEST) {
      spec.invalid(
          "expirationSeconds", "may not specify a duration less than 600 seconds (10 minutes)");
    }
  }

  private static FieldPath usage(Part spec, int index) {
    return spec.at("usages").index(index);
  }

  private static boolean isRequest(String base64) {
    return GoText.base64(base64)
        .map(bytes -> BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1)))
        .filter(block -> block.find() && block.group(1).equals("CERTIFICATE REQUEST"))
        .isPresent();
  }

  @Override
  public Optional<String> unvalidated() {
    return Optional.of("the content and the signature of the request are not validated");
  }
}
