package io.plimsoll.core.authn;

import io.plimsoll.core.authn.AuthenticationConfiguration.AnonymousAuthConfig;
import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.GoText;
import io.plimsoll.core.manifest.GoUrl;
import io.plimsoll.core.validation.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the settings of authentication, each and together. Mirrors {@code Validate} and {@code
 * ToAuthenticationConfig} of {@code pkg/kubeapiserver/options/authentication.go}, but that issuer and keys of service accounts
 * need not be given.
 */
final class AuthenticationSettings {

  private AuthenticationSettings() {}

  /** Checks flags that do not go together. */
  static void check(Authenticators.Builder settings) {
    List<String> errors = new ArrayList<>();
    settings.oidc.ifPresent(flags -> {
      if (settings.authenticationConfig.isPresent()) {
        errors.add("authentication-config file and oidc-* flags are mutually exclusive");
      } else if (flags.issuerUrl().isEmpty() || flags.clientId().isEmpty()) {
        errors.add(
            "oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set");
      }
    });
    checkIssuers(settings.serviceAccountIssuers, errors);
    settings.requestHeader.ifPresent(config -> {
      checkRequestHeader(config, errors);
      checkOverlap(settings, config, errors);
    });
    if (!errors.isEmpty()) {
      throw new AuthenticationSettingsException(GoText.aggregate(errors));
    }
  }

  private static void checkIssuers(List<String> issuers, List<String> errors) {
    Set<String> seen = new HashSet<>();
    for (String issuer : issuers) {
      String start = "service-account-issuer " + GoText.quote(issuer);
      String malformed = issuer.contains(":") ? GoUrl.parse(issuer).error() : "";
      if (!malformed.isEmpty()) {
        errors.add(start + " contained a ':' but was not a valid URL: " + malformed);
      } else if (issuer.isEmpty()) {
        errors.add("service-account-issuer should not be an empty string");
      } else if (!seen.add(issuer)) {
        errors.add(start + " is already specified");
      }
    }
  }

  private static void checkRequestHeader(RequestHeaderConfig config, List<String> errors) {
    checkNotBlank("requestheader-username-headers", config.usernameHeaders(), errors);
    checkNotBlank("requestheader-group-headers", config.groupHeaders(), errors);
    checkNotBlank("requestheader-extra-headers-prefix", config.extraHeadersPrefixes(), errors);
    checkNotBlank("requestheader-allowed-names", config.allowedNames(), errors);
    checkNotBlank("requestheader-uid-headers", config.uidHeaders(), errors);
    if (!config.uidHeaders().isEmpty()
        && config.uidHeaders().stream().noneMatch("X-Remote-Uid"::equalsIgnoreCase)) {
      errors.add(
          "--requestheader-uid-headers is set without specifying the standard X-Remote-Uid header - API aggregation will not"
              + " work");
    }
  }

  private static void checkNotBlank(String flag, List<String> values, List<String> errors) {
    if (values.stream().anyMatch(String::isBlank)) {
      errors.add("empty value in " + GoText.quote(flag));
    }
  }

  private static void checkOverlap(
      Authenticators.Builder settings, RequestHeaderConfig config, List<String> errors) {
    if (config.allowedNames().isEmpty()
        && config.clientCa().stream().anyMatch(settings.clientCa::contains)) {
      errors.add(
          "--requestheader-client-ca-file and --client-ca-file contain overlapping certificates;"
              + " --requestheader-allowed-names must be specified to ensure regular client certificates cannot set"
              + " authenticating proxy headers for arbitrary users");
    }
  }

  /** Returns the issuers and what is said of anonymous requests, by the file or by flags. */
  static AuthenticationConfiguration configuration(Authenticators.Builder settings) {
    return settings
        .authenticationConfig
        .or(() -> settings.oidc.map(flags ->
            new AuthenticationConfiguration(List.of(flags.toJwtAuthenticator()), Optional.empty())))
        .orElse(AuthenticationConfiguration.empty());
  }

  /** Returns who may ask without credentials. */
  static AnonymousAuthConfig anonymous(
      Authenticators.Builder settings, AuthenticationConfiguration configuration) {
    if (configuration.anonymous().isPresent()) {
      if (settings.anonymousAuth.isPresent()) {
        throw new AuthenticationSettingsException(FieldError.forbidden(
                FieldPath.of("anonymous"),
                "--anonymous-auth flag cannot be set when anonymous field is configured in authentication"
                    + " configuration file")
            .toString());
      }
      return configuration.anonymous().get();
    }
    boolean allow = settings.anonymousAuth.orElse(true) && !settings.authorizesAlways;
    return new AnonymousAuthConfig(allow, List.of());
  }

  /** Checks the issuers by themselves. */
  static void validate(AuthenticationConfiguration configuration) {
    List<FieldError> errors = AuthenticationConfigurationValidation.errors(configuration);
    if (!errors.isEmpty()) {
      throw new AuthenticationSettingsException(
          "invalid authentication configuration: " + FieldError.aggregate(errors));
    }
  }
}
