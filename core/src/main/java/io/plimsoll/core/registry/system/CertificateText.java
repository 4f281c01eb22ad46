package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.GoText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The certificates in the answer to a request, as PEM. Mirrors {@code validateCertificate} of {@code
 * pkg/apis/certificates/validation}; where Go finds something wrong within a certificate, the text says only that it is malformed.
 */
final class CertificateText {

  private CertificateText() {}

  /** Returns what is wrong with what is written in base64; empty if nothing is, or nothing is there. */
  static Optional<String> error(String base64) {
    if (base64.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = GoText.base64(base64).orElse(new byte[0]);
    List<PemBlocks.Block> blocks = PemBlocks.of(new String(bytes, StandardCharsets.ISO_8859_1));
    for (PemBlocks.Block block : blocks) {
      if (!block.type().equals("CERTIFICATE")) {
        return Optional.of(
            "only CERTIFICATE PEM blocks are allowed, found " + GoText.quote(block.type()));
      }
      if (block.hasHeaders()) {
        return Optional.of("no PEM block headers are permitted");
      }
      if (block.certificate().isEmpty()) {
        return Optional.of("x509: malformed certificate");
      }
    }
    return blocks.isEmpty()
        ? Optional.of("must contain at least one CERTIFICATE PEM block")
        : Optional.empty();
  }
}
