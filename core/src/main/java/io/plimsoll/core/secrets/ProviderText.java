package io.plimsoll.core.secrets;

import io.plimsoll.core.manifest.GoDuration;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.secrets.EncryptionConfiguration.KmsConfiguration;
import io.plimsoll.core.secrets.EncryptionConfiguration.ProviderConfiguration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A provider as upstream's message about a malformed one shows it: its own struct as JSON, under Go's names. */
final class ProviderText {

  private static final String NULL = "null";

  private ProviderText() {}

  static String json(ProviderConfiguration provider) {
    return "{" + member(Provider.AESGCM, keys(provider.aesgcm())) + ","
        + member(Provider.AESCBC, keys(provider.aescbc())) + ","
        + member(Provider.SECRETBOX, keys(provider.secretbox())) + ","
        + member(Provider.IDENTITY, provider.identity() ? "{}" : NULL) + ","
        + member(Provider.KMS, service(provider.kms())) + "}";
  }

  private static String member(Provider kind, String value) {
    return member(kind.goName(), value);
  }

  private static String member(String name, String value) {
    return "\"" + name + "\":" + value;
  }

  private static String keys(EncryptionConfiguration.@Nullable Keys keys) {
    if (keys == null) {
      return NULL;
    }
    List<EncryptionConfiguration.Key> list = keys.keys();
    String text = list == null
        ? NULL
        : list.stream().map(ProviderText::key).collect(Collectors.joining(",", "[", "]"));
    return "{" + member("Keys", text) + "}";
  }

  private static String key(EncryptionConfiguration.Key key) {
    return "{" + member("Name", GoText.json(key.name())) + ","
        + member("Secret", GoText.json(key.secret())) + "}";
  }

  private static String service(@Nullable KmsConfiguration service) {
    return service == null
        ? NULL
        : "{" + member("APIVersion", GoText.json(service.apiVersion())) + ","
            + member("Name", GoText.json(service.name())) + ","
            + member("CacheSize", String.valueOf(service.cachesize())) + ","
            + member("Endpoint", GoText.json(service.endpoint())) + ","
            + member("Timeout", GoText.json(GoDuration.toString(service.timeout()))) + "}";
  }
}
