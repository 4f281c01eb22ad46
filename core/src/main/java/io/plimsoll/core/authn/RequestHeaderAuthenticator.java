package io.plimsoll.core.authn;

import io.plimsoll.core.authn.Authentication.Authenticated;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.request.ApiRequest;
import io.plimsoll.core.request.User;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user that a proxy names in headers, if its certificate is one that may. Mirrors {@code request/headerrequest} and {@code
 * Verifier} of {@code request/x509}.
 */
final class RequestHeaderAuthenticator implements Authenticator {

  private final RequestHeaderConfig config;
  private final ClientAuthorities authorities;

  RequestHeaderAuthenticator(RequestHeaderConfig config) {
    this.config = config;
    this.authorities = new ClientAuthorities(config.clientCa());
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    List<X509Certificate> shown = request.http().certificates();
    if (shown.isEmpty()) {
      return Authentication.NO_OPINION;
    }
    return authorities
        .error(shown, request.now())
        .or(() -> subjectError(shown.get(0)))
        .map(Authentication::failed)
        .orElseGet(() -> user(request.http()));
  }

  private Optional<String> subjectError(X509Certificate certificate) {
    if (config.allowedNames().isEmpty()) {
      return Optional.empty();
    }
    String name = DistinguishedName.of(certificate.getSubjectX500Principal()).commonName();
    return config.allowedNames().contains(name)
        ? Optional.empty()
        : Optional.of("x509: subject with cn=" + name + " is not in the allowed list");
  }

  private Authentication user(ApiRequest http) {
    String name = first(http, config.usernameHeaders());
    if (name.isEmpty()) {
      return Authentication.NO_OPINION;
    }
    User user = new User(name, first(http, config.uidHeaders()), groups(http), extra(http));
    return new Authenticated(user, List.of(), List.of());
  }

  /** Of each header only the first value is looked at. */
  private static String first(ApiRequest http, List<String> headers) {
    for (String header : headers) {
      String value = http.header(header);
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private List<String> groups(ApiRequest http) {
    List<String> groups = new ArrayList<>();
    for (String header : config.groupHeaders()) {
      for (String value : http.headerValues(header)) {
        if (!value.isEmpty()) {
          groups.add(value);
        }
      }
    }
    return groups;
  }

  private Map<String, List<String>> extra(ApiRequest http) {
    Map<String, List<String>> extra = new LinkedHashMap<>();
    for (String prefix : config.extraHeadersPrefixes()) {
      for (ApiRequest.Header header : http.headers()) {
        if (header.name().regionMatches(true, 0, prefix, 0, prefix.length())) {
          String key = header.name().substring(prefix.length()).toLowerCase(Locale.ROOT);
          extra
              .computeIfAbsent(GoUrl.pathUnescaped(key), k -> new ArrayList<>())
              .add(header.value());
        }
      }
    }
    return extra;
  }
}
