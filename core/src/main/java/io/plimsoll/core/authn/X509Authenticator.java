package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.request.User;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The client's certificate, signed by an authority of {@code --client-ca-file}: its common name is the user, its organizations
 * are the groups. Mirrors {@code request/x509}.
 */
final class X509Authenticator implements Authenticator {

  private final ClientAuthorities authorities;
  private final Memo<X509Certificate, Authentication> users = new Memo<>();

  X509Authenticator(List<X509Certificate> authorities) {
    this.authorities = new ClientAuthorities(authorities);
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    List<X509Certificate> shown = request.http().certificates();
    if (shown.isEmpty()) {
      return Authentication.NO_OPINION;
    }
    X509Certificate own = shown.get(0);
    Optional<String> error = authorities.error(shown, request.now());
    return error
        .map(text -> Authentication.failed(
            "verifying certificate " + KeyIdentifiers.print(own) + " failed: " + text))
        .orElseGet(() -> users.get(own, X509Authenticator::user));
  }

  /** Mirrors {@code CommonNameUserConversion}. */
  private static Authentication user(X509Certificate certificate) {
    DistinguishedName name = DistinguishedName.of(certificate.getSubjectX500Principal());
    if (name.commonName().isEmpty()) {
      return Authentication.NO_OPINION;
    }
    try {
      User user = new User(
          name.commonName(),
          uid(name.uids()),
          name.organizations(),
          Map.of(Credentials.ID_KEY, List.of("X509SHA256=" + hash(certificate))));
      return new Authenticated(user, List.of(), List.of());
    } catch (TokenException wrong) {
      return Authentication.failed(wrong.text());
    }
  }

  private static String uid(List<Der> uids) throws TokenException {
    if (!uids.stream().allMatch(Der::isText)) {
      throw new TokenException("unable to parse UID into a string");
    }
    if (uids.size() > 1) {
      throw new TokenException("expected 1 UID, but found multiple: "
          + uids.stream().map(Der::text).collect(Collectors.joining(" ", "[", "]")));
    }
    if (uids.size() == 1 && uids.get(0).text().isEmpty()) {
      throw new TokenException("UID cannot be an empty string");
    }
    return uids.isEmpty() ? "" : uids.get(0).text();
  }

  private static String hash(X509Certificate certificate) throws TokenException {
    try {
      return HexFormat.of().formatHex(ServiceAccountKeys.sha256(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new TokenException("the certificate cannot be encoded");
    }
  }
}
