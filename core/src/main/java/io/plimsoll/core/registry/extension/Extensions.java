package io.plimsoll.core.registry.extension;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Extensions {

  private Extensions() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(
        new ApiServiceStrategy(),
        new CustomResourceDefinitionStrategy(),
        new FlowSchemaStrategy(),
        new PriorityLevelConfigurationStrategy());
  }
}
