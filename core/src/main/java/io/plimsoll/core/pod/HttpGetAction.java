package io.plimsoll.core.pod;

import io.plimsoll.core.model.Fields;
import io.plimsoll.core.model.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP GET request. Mirrors {@code core/v1 HTTPGetAction}. */
public record HttpGetAction(
    @Nullable IntOrString port,
    @Nullable String host,
    List<HttpHeader> httpHeaders,
    @Nullable String path,
    @Nullable String protocol,
    @Nullable String scheme) {

  public HttpGetAction {
    httpHeaders = List.copyOf(httpHeaders);
  }

  /** Reads the record from a tree. */
  public static HttpGetAction from(Fields fields) {
    return new HttpGetAction(
        fields.intOrString("port"),
        fields.string("host"),
        fields.list("httpHeaders", HttpHeader::from),
        fields.string("path"),
        fields.string("protocol"),
        fields.string("scheme"));
  }

  /** Returns a builder in which every optional part is absent. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts with this record's parts. */
  public Builder toBuilder() {
    return new Builder()
        .port(port)
        .host(host)
        .httpHeaders(httpHeaders)
        .path(path)
        .protocol(protocol)
        .scheme(scheme);
  }

  /** Makes a {@link HttpGetAction}; what is not set is absent. */
  public static final class Builder {
    private @Nullable IntOrString port;
    private @Nullable String host;
    private List<HttpHeader> httpHeaders = List.of();
    private @Nullable String path;
    private @Nullable String protocol;
    private @Nullable String scheme;

    private Builder() {}

    /** Sets {@code port}. */
    public Builder port(@Nullable IntOrString port) {
      this.port = port;
      return this;
    }

    /** Sets {@code host}. */
    public Builder host(@Nullable String host) {
      this.host = host;
      return this;
    }

    /** Sets {@code httpHeaders}. */
    public Builder httpHeaders(List<HttpHeader> httpHeaders) {
      this.httpHeaders = httpHeaders;
      return this;
    }

    /** Sets {@code httpHeaders}. */
    public Builder httpHeaders(HttpHeader... httpHeaders) {
      return httpHeaders(List.of(httpHeaders));
    }

    /** Sets {@code path}. */
    public Builder path(@Nullable String path) {
      this.path = path;
      return this;
    }

    /** Sets {@code protocol}. */
    public Builder protocol(@Nullable String protocol) {
      this.protocol = protocol;
      return this;
    }

    /** Sets {@code scheme}. */
    public Builder scheme(@Nullable String scheme) {
      this.scheme = scheme;
      return this;
    }

    /** Returns the record. */
    public HttpGetAction build() {
      return new HttpGetAction(port, host, httpHeaders, path, protocol, scheme);
    }
  }
}
