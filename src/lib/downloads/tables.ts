/** Every table that the site offers for download, in the order of the data page. */
import type { Data } from '../data.ts';
import type { MissingReport } from '../missing/missing.ts';
import type { Observatory } from '../observatory.ts';
import { benchmarksTable } from './benchmarks.ts';
import { densitiesTable, partsTable } from './densities.ts';
import { excludedTable } from './exclusions.ts';
import { ledgerTable } from './ledger.ts';
import { missingTable } from './missing.ts';
import { modelsTable } from './models.ts';
import { rulerPointsTable, rulerTable } from './ruler.ts';
import { scoresTable } from './scores.ts';
import type { DownloadTable } from './table.ts';
import { trendsTable } from './trends.ts';

/** All tables of one edition; pure, in a fixed order. */
export function downloadTables(
  data: Data,
  observatory: Observatory,
  missing: MissingReport,
): DownloadTable[] {
  return [
    modelsTable(data),
    scoresTable(data, observatory),
    densitiesTable(observatory),
    partsTable(observatory),
    excludedTable(data, observatory),
    trendsTable(observatory),
    rulerTable(observatory),
    rulerPointsTable(observatory),
    benchmarksTable(data),
    ledgerTable(data, observatory),
    missingTable(missing),
  ];
}
