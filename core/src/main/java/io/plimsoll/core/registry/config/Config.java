package io.plimsoll.core.registry.config;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Config {

  private Config() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new ConfigMapStrategy(),
        new SecretStrategy(),
        new ServiceAccountStrategy(),
        new NamespaceStrategy());
  }
}
