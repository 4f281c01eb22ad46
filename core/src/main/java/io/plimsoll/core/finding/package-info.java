/**
 * The shape of an answer's <em>why</em>: what was found, in which field, and the change that would mend it.
 *
 * <p>A finding's path is absolute in its object, and if that was read from a text the finding knows its place there.
 *
 * <pre>{@code
 * Finding finding = result.findings().get(0);
 * finding.path();                          // spec.containers[0].securityContext.privileged
 * finding.location();                      // web.yaml:12:9
 * finding.fix().map(patch -> patch.apply(object.tree()));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.finding;

import org.jspecify.annotations.NullMarked;
