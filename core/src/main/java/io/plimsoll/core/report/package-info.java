/**
 * Answers to show: problems and findings as text with the line they are about, and as JSON.
 *
 * <p>A {@link io.plimsoll.core.report.Report} gathers what is to be shown; there is one class for
 * each format. Output depends on the input only: it is sorted, and has no times in it.
 * A {@link io.plimsoll.core.report.Graph} is a picture, which is drawn by Mermaid or Graphviz.
 *
 * <pre>{@code
 * Report report = Report.of(manifests.problems(), findings, cluster);
 * System.out.print(TextReport.of(report));
 * Files.writeString(Path.of("report.json"), JsonReport.of(report));
 * }</pre>
 */
@NullMarked
package io.plimsoll.core.report;

import org.jspecify.annotations.NullMarked;
