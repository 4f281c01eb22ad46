package io.plimsoll.core.registry.pod;

import io.plimsoll.core.manifest.FieldPath;
import io.plimsoll.core.manifest.MappingValue;
import io.plimsoll.core.registry.Part;
import io.plimsoll.core.validation.Draft;
import java.util.List;

/**
 * The template of a pod within an object that makes pods: defaults, validation, warnings.
 */
public final class PodTemplates {

  private PodTemplates() {}

  /** Returns a template with what it does not say filled in: {@code SetDefaults_PodSpec} and the defaults of its parts. */
  public static MappingValue withDefaults(MappingValue template) {
    return Draft.edit(template, draft -> draft.editOrCreate("spec", PodDefaults::setSpec));
  }

  /** Returns a template without the fields of features that are off: {@code DropDisabledTemplateFields}. */
  public static MappingValue withoutDisabledFields(MappingValue template) {
    return withoutDisabledFields(template, MappingValue.empty());
  }

  /** Returns a template without the fields of features that are off, unless the old one has them. */
  public static MappingValue withoutDisabledFields(MappingValue template, MappingValue old) {
    return Draft.edit(template, draft -> DisabledFields.drop(draft, old));
  }

  /**
   * Adds what is wrong with a template: {@code ValidatePodTemplateSpec} with the options of {@code
   * GetValidationOptionsFromPodTemplate}.
   */
  public static void check(Part template) {
    PodRules.checkTemplate(template, PodLeniency.NONE);
  }

  /** Adds what is wrong with a template that is to take the place of an old one, which may be lenient where the old one is. */
  public static void checkUpdate(Part template, MappingValue old) {
    PodRules.checkTemplate(template, OldPods.leniency(Part.of(old, PodTypes.TEMPLATE)));
  }

  /** Returns what the server remarks of a template, new or changed: {@code GetWarningsForPodTemplate}. */
  public static List<String> warnings(FieldPath path, MappingValue template) {
    return PodWarnings.of(Part.of(template, PodTypes.TEMPLATE).under(path), false);
  }
}
