package io.plimsoll.core.authn;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;

/** What a certificate calls its own key and that of its authority; empty if it does not. */
final class KeyIdentifiers {

  private static final String SUBJECT = "2.5.29.14";
  private static final String AUTHORITY = "2.5.29.35";
  private static final int KEY_IDENTIFIER = 0x80;
  private static final byte[] NONE = {};
  private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  private KeyIdentifiers() {}

  static byte[] subject(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(SUBJECT);
    return extension == null ? NONE : inner(extension).content();
  }

  static byte[] authority(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(AUTHORITY);
    List<Der> parts = extension == null ? List.of() : inner(extension).parts();
    return parts.isEmpty() || parts.get(0).tag() != KEY_IDENTIFIER
        ? NONE
        : parts.get(0).content();
  }

  /** The value of an extension is a string of bytes that holds an element. */
  private static Der inner(byte[] extension) {
    return Der.of(Der.of(extension).content());
  }

  /** Returns how upstream names a certificate in an error. Mirrors {@code certificateIdentifier}. */
  static String print(X509Certificate certificate) {
    return "SN=" + certificate.getSerialNumber()
        + ", SKID=" + COLONS.formatHex(subject(certificate))
        + ", AKID=" + COLONS.formatHex(authority(certificate));
  }
}
