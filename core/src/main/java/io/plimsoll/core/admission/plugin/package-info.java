/**
 * The admission plug-ins of Kubernetes, each a class with upstream's name.
 *
 * <p>They are package-private: {@link io.plimsoll.core.admission.plugin.AdmissionPlugins} has them in upstream's order.
 *
 * <pre>{@code
 * List<AdmissionPlugin> plugins = AdmissionPlugins.defaults();
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.admission.plugin;

import org.jspecify.annotations.NullMarked;
