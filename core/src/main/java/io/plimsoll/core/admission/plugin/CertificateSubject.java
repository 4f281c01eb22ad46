package io.plimsoll.core.admission.plugin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Whom a certificate is asked for. Mirrors what {@code ParseCSR} of {@code pkg/apis/certificates} leaves in {@code Subject}.
 *
 * @param commonName the last common name, or the empty text
 * @param organizations the organizations, in order
 */
record CertificateSubject(String commonName, List<String> organizations) {

  private static final String BEGIN = "-----BEGIN CERTIFICATE REQUEST-----";
  private static final String END = "-----END CERTIFICATE REQUEST-----";

  /** The encoded object identifiers 2.5.4.3 and 2.5.4.10. */
  private static final String COMMON_NAME = "550403";

  private static final String ORGANIZATION = "55040a";

  CertificateSubject {
    organizations = List.copyOf(organizations);
  }

  /**
   * Reads the subject of a request as an object has it: PEM in base64.
   *
   * @throws IllegalArgumentException if it is none
   */
  static CertificateSubject ofRequest(String base64) {
    String pem = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("PEM block type must be CERTIFICATE REQUEST");
    }
    byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    // CertificationRequest ::= SEQUENCE { SEQUENCE { version, subject, ... }, ... }
    List<DerValue> info = DerValue.parse(der).part(0).parts();
    if (info.size() < 2) {
      throw new IllegalArgumentException("the request has no subject");
    }
    String commonName = "";
    List<String> organizations = new ArrayList<>();
    for (DerValue set : info.get(1).parts()) {
      for (DerValue attribute : set.parts()) {
        String value = attribute.part(1).text();
        switch (attribute.part(0).hex()) {
          case COMMON_NAME -> commonName = value;
          case ORGANIZATION -> organizations.add(value);
          default -> {
            // Nothing that a plug-in looks at.
          }
        }
      }
    }
    return new CertificateSubject(commonName, organizations);
  }
}
