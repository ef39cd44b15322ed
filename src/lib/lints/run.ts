/** Runs every lint on one record. */
import { lints } from './all.ts';
import type { Finding, Lint, LintContext, Severity, Subject } from './lint.ts';

/** A finding with the lint that made it. */
export interface LintFinding extends Finding {
  lint: string;
  severity: Severity;
}

/** What the lints find in a record that the schema accepted, in the order of the lints. */
export function runLints(
  subject: Subject,
  context: LintContext,
  some: readonly Lint[] = lints,
): LintFinding[] {
  return some.flatMap((lint) =>
    lint
      .check(subject, context)
      .map((finding) => ({ lint: lint.id, severity: lint.severity, ...finding })),
  );
}
