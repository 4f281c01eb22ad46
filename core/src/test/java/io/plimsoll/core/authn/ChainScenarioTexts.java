package io.plimsoll.core.authn;

import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.manifest.ScalarValue;
import io.plimsoll.core.manifest.Source;
import io.plimsoll.core.manifest.Value;
import io.plimsoll.core.model.Fields;

/** What the recordings leave out or call by another name, and what need not be compared: the patterns are all here. */
final class ChainScenarioTexts {

  private ChainScenarioTexts() {}

  /** Returns a text without what differs each time, up to what only Go's decoder would say. */
  static String comparable(String text) {
    String normal = text.replaceAll("SN=[0-9]+", "SN=<n>")
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "TIME")
        .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}(\\.[0-9]+)? \\+0000 UTC", "TIME")
        .replaceAll("X509SHA256=[0-9a-f]{64}", "X509SHA256=<sha256 of the certificate>")
        .replaceAll("JTI=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "JTI=<jti>");
    int decoder = normal.indexOf("json: ");
    return decoder < 0 ? normal : normal.substring(0, decoder);
  }

  /** Returns an answer of the TokenRequest API without its token and times. */
  static MappingValue normalized(MappingValue tokenRequest) {
    Fields fields = Fields.of(tokenRequest);
    MappingValue metadata =
        Fields.of(fields.value("metadata")).tree().without("uid").without("creationTimestamp");
    MappingValue status = Fields.of(fields.value("status"))
        .tree()
        .with("token", ScalarValue.of("<token>"))
        .with("expirationTimestamp", ScalarValue.of("TIME"));
    return tokenRequest.with("metadata", metadata).with("status", status);
  }

  /** Returns what a token says, with how long it is good in the place of its times. */
  static MappingValue normalizedClaims(String json) {
    Fields claims = Fields.of(Value.parseJson(Source.of("", json)));
    long exp = orZero(claims, "exp");
    long lifetime = exp - orZero(claims, "iat");
    return claims
        .tree()
        .without("exp")
        .without("iat")
        .without("nbf")
        .with("jti", ScalarValue.of("<jti>"))
        .with("lifetimeSeconds", ScalarValue.of(lifetime));
  }

  private static long orZero(Fields claims, String name) {
    Long number = claims.int64(name);
    return number == null ? 0 : number;
  }
}
