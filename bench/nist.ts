/**
 * Prints to how many digits the least-squares fitter agrees with NIST's certified values: 27
 * nonlinear problems, two starts each.
 */
import { type CertifiedRun, runCertified } from '../tests/lib/numerics/nist.ts';

function report(title: string, runs: readonly CertifiedRun[]): void {
  console.log(`\n${title}\n`);
  console.log('problem    start  parameters  errors  iterations      ms  stopped because');
  for (const { name, start, parameterDigits, errorDigits, fit, milliseconds } of runs) {
    const mark = fit.converged ? '' : 'not converged: ';
    console.log(
      `${name.padEnd(11)}${start}    ${parameterDigits.toFixed(1).padStart(11)}${errorDigits.toFixed(1).padStart(8)}${String(fit.iterations).padStart(12)}` +
        `${milliseconds.toFixed(1).padStart(8)}  ${mark}${fit.reason}`,
    );
  }
  const count = (digits: number, part: 'parameterDigits' | 'errorDigits') =>
    runs.filter((run) => run[part] >= digits).length;
  const total = runs.reduce((sum, run) => sum + run.milliseconds, 0);
  console.log(
    `\nof ${runs.length} runs: parameters to 6 digits ${count(6, 'parameterDigits')}, to 4 digits ${count(4, 'parameterDigits')};` +
      ` standard errors to 6 digits ${count(6, 'errorDigits')}, to 4 digits ${count(4, 'errorDigits')}; ${total.toFixed(0)} ms`,
  );
}

report('Central differences (default)', runCertified(false));
report('Exact derivatives', runCertified(true));
