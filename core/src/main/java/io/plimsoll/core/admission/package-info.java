/**
 * May this object be stored, and how: the plug-ins that change or refuse what a request would store.
 *
 * <p>An {@link io.plimsoll.core.admission.AdmissionPlugin} is asked twice: to change the object, and to judge it once it is
 * valid.
 *
 * <pre>{@code
 * final class NoLatest implements AdmissionPlugin {
 *   public String name() { return "NoLatest"; }
 *   public Admission validate(AdmissionCall call) {
 *     return usesLatest(call.attributes()) ? Admission.refused(call.attributes().forbidden("no tag")) : Admission.UNCHANGED;
 *   }
 * }
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.admission;

import org.jspecify.annotations.NullMarked;
