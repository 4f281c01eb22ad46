package io.plimsoll.core.authn;

import io.plimsoll.core.request.ApiRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The token that a web socket's client passes for one of its protocols. Mirrors {@code request/websocket}. */
final class ProtocolAuthenticator implements Authenticator {

  private static final String PREFIX = "base64url.bearer.authorization.k8s.io.";

  private final TokenAuthenticator tokens;

  ProtocolAuthenticator(TokenAuthenticator tokens) {
    this.tokens = tokens;
  }

  @Override
  public Authentication authenticate(AuthenticationRequest request) {
    if (!isWebSocket(request.http())) {
      return Authentication.NO_OPINION;
    }
    try {
      String token = token(request.http());
      return token.isEmpty()
          ? Authentication.NO_OPINION
          : BearerTokenAuthenticator.orInvalid(tokens.authenticate(token, request));
    } catch (TokenException malformed) {
      return Authentication.failed(malformed.text());
    }
  }

  private static boolean isWebSocket(ApiRequest http) {
    return http.header("Upgrade").equalsIgnoreCase("websocket")
        && Arrays.stream(http.header("Connection").split(","))
            .anyMatch(part -> part.strip().equalsIgnoreCase("upgrade"));
  }

  private static String token(ApiRequest http) throws TokenException {
    String token = "";
    boolean seen = false;
    boolean others = false;
    for (String header : http.headerValues("Sec-WebSocket-Protocol")) {
      for (String part : header.split(",", -1)) {
        String protocol = part.strip();
        if (!protocol.startsWith(PREFIX)) {
          others = true;
        } else if (seen) {
          throw new TokenException("multiple base64.bearer.authorization tokens specified");
        } else {
          seen = true;
          token = decode(protocol.substring(PREFIX.length()));
        }
      }
    }
    if (!token.isEmpty() && !others) {
      throw new TokenException("missing additional subprotocol");
    }
    return token;
  }

  private static String decode(String encoded) throws TokenException {
    byte[] bytes;
    try {
      bytes = RawUrlBase64.decode(encoded);
    } catch (TokenException malformed) {
      throw new TokenException("invalid base64.bearer.authorization token encoding");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new TokenException("invalid base64.bearer.authorization token");
    }
  }
}
