package io.plimsoll.core.registry.autoscaling;

import io.plimsoll.core.validation.Strategy;
import java.util.List;

/** The strategies of this package. */
public final class Autoscalers {

  private Autoscalers() {}

  /** Returns them. */
  public static List<Strategy> strategies() {
    return List.of(new HorizontalPodAutoscalerStrategy(), new AutoscalerV1Strategy());
  }
}
