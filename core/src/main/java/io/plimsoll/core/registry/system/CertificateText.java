package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.GoText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates in the answer to a request, as PEM. Mirrors {@code validateCertificate} of {@code
 * pkg/apis/certificates/validation}; where Go finds something wrong within a certificate, the text says only that it is malformed.
 */
final class CertificateText {

  private static final Pattern BLOCK = Pattern.compile(
      "(?m)^-----BEGIN ([^\\r\\n]*)-----[ \\t]*\\r?\\n([^-]*)^-----END \\1-----[ \\t\\r]*$");

  private CertificateText() {}

  /** Returns what is wrong with what is written in base64; empty if nothing is, or nothing is there. */
  static Optional<String> error(String base64) {
    if (base64.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = GoText.base64(base64).orElse(new byte[0]);
    Matcher block = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    int blocks = 0;
    while (block.find()) {
      String body = block.group(2);
      if (!block.group(1).equals("CERTIFICATE")) {
        return Optional.of(
            "only CERTIFICATE PEM blocks are allowed, found " + GoText.quote(block.group(1)));
      }
      if (body.indexOf(':') >= 0) {
        return Optional.of("no PEM block headers are permitted");
      }
      if (!isCertificate(body.replaceAll("[ \\t\\r\\n]", ""))) {
        return Optional.of("x509: malformed certificate");
      }
      blocks++;
    }
    return blocks == 0
        ? Optional.of("must contain at least one CERTIFICATE PEM block")
        : Optional.empty();
  }

  private static boolean isCertificate(String base64) {
    try {
      byte[] der = GoText.base64(base64).orElse(new byte[0]);
      CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
      return true;
    } catch (CertificateException malformed) {
      return false;
    }
  }
}
