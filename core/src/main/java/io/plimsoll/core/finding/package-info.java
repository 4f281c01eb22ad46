/**
 * The shape of an answer's <em>why</em>: what was found, in which field, and the change that would mend it.
 *
 * <p>A finding's path is absolute in its object; where it stands in a text is looked up in the object's tree when it is shown.
 *
 * <pre>{@code
 * Finding finding = result.findings().get(0);
 * finding.path();                          // spec.containers[0].securityContext.privileged
 * finding.fix().map(patch -> patch.apply(object.tree()));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.finding;

import org.jspecify.annotations.NullMarked;
