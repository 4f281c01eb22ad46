package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.SequenceValue;
import io.plimsoll.core.manifest.Value;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that every issuer makes. Mirrors {@code idToken} of {@code github.com/coreos/go-oidc}.
 *
 * @param issuer who made it
 * @param audience whom it is for
 * @param expiry until when it is good; long ago if it does not say
 * @param notBefore from when on it is good
 * @param claimNames the claims that are elsewhere, and the names of where they are
 * @param claimSources where that is
 */
record IdToken(
    String issuer,
    List<String> audience,
    Instant expiry,
    Instant notBefore,
    MappingValue claimNames,
    MappingValue claimSources) {

  /** Go's time that was never set. */
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

  static IdToken read(Members claims) throws TokenException {
    for (String name : List.of("sub", "nonce", "at_hash")) {
      claims.string(name);
    }
    time(claims.find("iat"));
    MappingValue names = members(claims, "_claim_names", "map[string]string");
    for (int i = 0; i < names.size(); i++) {
      Members.string(names.value(i));
    }
    return new IdToken(
        claims.string("iss"),
        audience(claims.find("aud")),
        time(claims.find("exp")),
        time(claims.find("nbf")),
        names,
        members(claims, "_claim_sources", "map[string]oidc.claimSource"));
  }

  private static List<String> audience(@Nullable Value value) throws TokenException {
    if (value == null) {
      return List.of();
    }
    return value instanceof SequenceValue ? Members.strings(value) : List.of(single(value));
  }

  private static String single(Value value) throws TokenException {
    if (value instanceof ScalarValue scalar && scalar.isString()) {
      return scalar.text();
    }
    throw Members.unexpected(value, "[]string");
  }

  /** A time is a number, or a string that holds one. */
  private static Instant time(@Nullable Value value) throws TokenException {
    if (value == null) {
      return ZERO;
    }
    if (value instanceof ScalarValue scalar && scalar.isNumber()) {
      OptionalLong whole = GoText.parseInt64(scalar.text());
      return GoTimes.ofSeconds(whole.orElseGet(() -> Members.seconds(scalar)));
    }
    throw Members.unexpected(value, "json.Number");
  }

  /** Where claims are elsewhere, the token must say where. */
  void checkSources() throws TokenException {
    for (int i = 0; i < claimNames.size(); i++) {
      String source = Members.string(claimNames.value(i));
      if (source.isEmpty()) {
        throw new TokenException("oidc: failed to obtain source from claim name");
      }
      if (claimSources.get(source) == null) {
        throw new TokenException("oidc: source does not exist");
      }
    }
  }

  private static MappingValue members(Members claims, String name, String type)
      throws TokenException {
    return claims.object(name, type).map(Members::tree).orElse(MappingValue.empty());
  }
}
