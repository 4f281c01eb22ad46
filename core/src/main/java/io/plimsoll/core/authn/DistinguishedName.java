package io.plimsoll.core.authn;

import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * The name that a certificate is made out to. Mirrors {@code pkix.Name} of Go.
 *
 * @param commonName the last common name, or the empty text
 * @param organizations the organizations, in order
 * @param uids the values of the attribute that holds a user's uid, in order
 */
record DistinguishedName(String commonName, List<String> organizations, List<Der> uids) {

  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ORGANIZATION = "2.5.4.10";

  /** Mirrors {@code X509UID} of {@code k8s.io/apiserver/pkg/authentication/request/x509}. */
  private static final String UID = "1.3.6.1.4.1.57683.2";

  DistinguishedName {
    organizations = List.copyOf(organizations);
    uids = List.copyOf(uids);
  }

  static DistinguishedName of(X500Principal name) {
    String commonName = "";
    List<String> organizations = new ArrayList<>();
    List<Der> uids = new ArrayList<>();
    for (Der set : Der.of(name.getEncoded()).parts()) {
      for (Der attribute : set.parts()) {
        List<Der> pair = attribute.parts();
        Der value = pair.get(pair.size() - 1);
        switch (pair.get(0).oid()) {
          case COMMON_NAME -> commonName = value.text();
          case ORGANIZATION -> organizations.add(value.text());
          case UID -> uids.add(value);
          default -> {
            // Nothing of Kubernetes' concern.
          }
        }
      }
    }
    return new DistinguishedName(commonName, organizations, uids);
  }
}
