package io.plimsoll.core.registry.system;

import io.plimsoll.core.manifest.GoText;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of a text in PEM. Mirrors {@code Decode} of Go's {@code encoding/pem}. */
final class PemBlocks {

  private static final Pattern BLOCK = Pattern.compile(
      "(?m)^-----BEGIN ([^\\r\\n]*)-----[ \\t]*\\r?\\n([^-]*)^-----END \\1-----[ \\t\\r]*$");

  private PemBlocks() {}

  /**
   * A block.
   *
   * @param type what it says it is
   * @param hasHeaders whether there is more than what is encoded
   * @param base64 what is encoded
   */
  record Block(String type, boolean hasHeaders, String base64) {

    /** Returns the certificate that the block is; empty if it is none. */
    Optional<X509Certificate> certificate() {
      byte[] der = GoText.base64(base64).orElse(new byte[0]);
      try {
        return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der)));
      } catch (CertificateException malformed) {
        return Optional.empty();
      }
    }
  }

  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      String body = found.group(2);
      boolean hasHeaders = body.indexOf(':') >= 0;
      String base64 = body.replaceAll("[ \\t\\r\\n]", "");
      if (hasHeaders || GoText.base64Error(base64).isEmpty()) {
        blocks.add(new Block(found.group(1), hasHeaders, base64));
      }
    }
    return blocks;
  }
}
