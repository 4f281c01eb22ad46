package io.plimsoll.core.request;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A request as it reaches the API server over HTTP.
 *
 * @param method {@code GET}, {@code POST}, …
 * @param path the path, decoded, such as {@code /api/v1/namespaces/shop/pods}
 * @param query the parameters after the path, in order
 * @param headers the headers, in order
 * @param body what is sent
 * @param certificates the client's certificate and those that lead from it to its authority; empty if it showed none
 * @param user who asks, if that is taken for granted: as if a proxy that the server trusts had said so
 */
public record ApiRequest(
    String method,
    String path,
    List<Parameter> query,
    List<Header> headers,
    RequestBody body,
    List<X509Certificate> certificates,
    Optional<User> user) {

  public ApiRequest {
    query = List.copyOf(query);
    headers = List.copyOf(headers);
    certificates = List.copyOf(certificates);
  }

  /**
   * A parameter after the path.
   *
   * @param name its name, decoded
   * @param value its value, decoded; empty if it has none
   */
  public record Parameter(String name, String value) {}

  /**
   * A header.
   *
   * @param name its name; case does not matter
   * @param value its value
   */
  public record Header(String name, String value) {

    /** The headers, in lower case, that may say who somebody is in a way that others could repeat. */
    private static final Set<String> SECRET =
        Set.of("authorization", "cookie", "proxy-authorization", "sec-websocket-protocol");

    /** Returns the name and the value; without the value if that may be secret, as a token is. */
    @Override
    public String toString() {
      return name + ": " + (SECRET.contains(name.toLowerCase(Locale.ROOT)) ? "(hidden)" : value);
    }
  }

  /** Returns a request without parameters, headers, body and credentials. */
  public static ApiRequest of(String method, String path) {
    return new ApiRequest(
        method, path, List.of(), List.of(), RequestBody.empty(), List.of(), Optional.empty());
  }

  /** Returns this request with another parameter. */
  public ApiRequest withParameter(String name, String value) {
    List<Parameter> all = new ArrayList<>(query);
    all.add(new Parameter(name, value));
    return new ApiRequest(method, path, all, headers, body, certificates, user);
  }

  /** Returns this request with another header. */
  public ApiRequest withHeader(String name, String value) {
    return withHeaders(List.of(new Header(name, value)));
  }

  /** Returns this request with further headers, in order. */
  public ApiRequest withHeaders(List<Header> more) {
    List<Header> all = new ArrayList<>(headers);
    all.addAll(more);
    return new ApiRequest(method, path, query, all, body, certificates, user);
  }

  /** Returns this request without the headers of a name. */
  public ApiRequest withoutHeader(String name) {
    List<Header> rest =
        headers.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList();
    return new ApiRequest(method, path, query, rest, body, certificates, user);
  }

  /** Returns this request with a body of a content type. */
  public ApiRequest withBody(String contentType, String text) {
    return withBody(contentType, RequestBody.of(text));
  }

  /** Returns this request with an object, sent as JSON. */
  public ApiRequest withBody(MappingValue object) {
    return withBody("application/json", RequestBody.of(object));
  }

  private ApiRequest withBody(String contentType, RequestBody sent) {
    ApiRequest typed = withoutHeader("Content-Type").withHeader("Content-Type", contentType);
    return new ApiRequest(method, path, query, typed.headers, sent, certificates, user);
  }

  /** Returns this request with a client's certificates, its own first. */
  public ApiRequest withCertificates(List<X509Certificate> shown) {
    return new ApiRequest(method, path, query, headers, body, shown, user);
  }

  /** Returns this request with a bearer token. */
  public ApiRequest withToken(String token) {
    return withHeader("Authorization", "Bearer " + token);
  }

  /** Returns this request from a user that is taken for granted. */
  public ApiRequest as(User known) {
    return new ApiRequest(method, path, query, headers, body, certificates, Optional.of(known));
  }

  /** Returns the values of a header, in order. */
  public List<String> headerValues(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /** Returns the first value of a header, empty if it is not there. */
  public String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return "";
  }

  /** Returns the values of a parameter, in order. */
  public List<String> parameterValues(String name) {
    List<String> values = new ArrayList<>();
    for (Parameter parameter : query) {
      if (parameter.name().equals(name)) {
        values.add(parameter.value());
      }
    }
    return values;
  }

  /** Returns the first value of a parameter, empty if it is not there. */
  public String parameter(String name) {
    for (Parameter parameter : query) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return "";
  }

  /**
   * Returns whether a parameter is on, which is any value but {@code 0} and {@code false}; empty if it is not there. Mirrors {@code
   * Convert_Slice_string_To_bool} of {@code k8s.io/apimachinery/pkg/runtime}.
   */
  public Optional<Boolean> booleanParameter(String name) {
    List<String> values = parameterValues(name);
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(!values.get(0).equals("0") && !GoText.equalFold(values.get(0), "false"));
  }

  /** Returns the path and the parameters, encoded as they are sent. Mirrors {@code http.Request.RequestURI}. */
  public String uri() {
    if (query.isEmpty()) {
      return path;
    }
    StringJoiner parameters = new StringJoiner("&", path + "?", "");
    for (Parameter parameter : query) {
      String name = URLEncoder.encode(parameter.name(), StandardCharsets.UTF_8);
      parameters.add(name + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8));
    }
    return parameters.toString();
  }

  /** Returns the method and the path, without anything secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
