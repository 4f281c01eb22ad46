package io.plimsoll.core.authn;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the {@code --requestheader-*} flags say of a proxy that authenticates. Mirrors {@code RequestHeaderConfig} of {@code
 * k8s.io/apiserver/pkg/authentication/authenticatorfactory}.
 *
 * @param clientCa the authorities that sign the proxy's certificate; if there are none, no header is believed
 * @param allowedNames the common names it may have; any if empty
 * @param usernameHeaders the headers that may hold the user's name; the first that is not empty counts
 * @param uidHeaders the headers that may hold the uid; the first that is not empty counts
 * @param groupHeaders the headers that hold groups; all count
 * @param extraHeadersPrefixes what the names of headers with further attributes start with
 */
public record RequestHeaderConfig(
    List<X509Certificate> clientCa,
    List<String> allowedNames,
    List<String> usernameHeaders,
    List<String> uidHeaders,
    List<String> groupHeaders,
    List<String> extraHeadersPrefixes) {

  public RequestHeaderConfig {
    clientCa = List.copyOf(clientCa);
    allowedNames = List.copyOf(allowedNames);
    usernameHeaders = List.copyOf(usernameHeaders);
    uidHeaders = List.copyOf(uidHeaders);
    groupHeaders = List.copyOf(groupHeaders);
    extraHeadersPrefixes = List.copyOf(extraHeadersPrefixes);
  }

  /**
   * Returns the usual headers, believed of whoever has a certificate of the authorities in a file. A server that is not told the
   * names of headers by its flags has none.
   *
   * @throws IllegalArgumentException if the file holds no certificate
   */
  public static RequestHeaderConfig ofFile(String pem) {
    return of(Pem.certificates(pem));
  }

  /** Returns what kubeadm sets, but for any name: {@code X-Remote-User}, {@code X-Remote-Uid} and so on. */
  public static RequestHeaderConfig of(List<X509Certificate> clientCa) {
    return new RequestHeaderConfig(
        clientCa,
        List.of(),
        List.of("X-Remote-User"),
        List.of("X-Remote-Uid"),
        List.of("X-Remote-Group"),
        List.of("X-Remote-Extra-"));
  }
}
