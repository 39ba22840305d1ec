import type { Grid, SheetGrid } from '../grid/grid.ts';
import { joined, type Patch } from '../grid/patch.ts';
import type { Dialect } from '../plan/dialect.ts';
import { alike } from './alike.ts';
import { beyond } from './beyond.ts';
import { blanks } from './blanks.ts';
import { busy } from './busy.ts';
import { type Check, type HealthFinding, patientOf } from './check.ts';
import { errors } from './errors.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { lost } from './lost.ts';
import { names } from './names.ts';
import { otherHost } from './otherHost.ts';
import { outdated } from './outdated.ts';
import { percents } from './percents.ts';
import { protection } from './protection.ts';
import { references } from './references.ts';

const CHECKS: readonly Check[] = [
  lost,
  otherHost,
  names,
  busy,
  formulas,
  headings,
  beyond,
  references,
  blanks,
  percents,
  alike,
  protection,
  outdated,
];

/** Everything that is wrong with our formulas and sheets in a workbook; nothing in a healthy one. */
export function checkUp(
  grid: Grid,
  dialect: Dialect,
  versions: ReadonlyMap<string, number>,
  shared?: readonly Patch[],
): HealthFinding[] {
  const patient = patientOf(grid, dialect, versions, shared);
  const findings = CHECKS.flatMap(check => check(patient));
  // What is repaired on a sheet may be the cause of its errors: those that stay are told afterwards.
  const isMended = (sheet: SheetGrid): boolean =>
    findings.some(found => found.sheet === sheet && found.repairs.length > 0);
  return [...findings, ...errors(patient).filter(({ sheet }) => !isMended(sheet))];
}

/** All repairs at once. A protected sheet takes none. */
export function repairsOf(findings: readonly HealthFinding[]): Patch[] {
  const open = findings.filter(({ sheet }) => !sheet.locked);
  const seen = new Set<string>();
  // What several checks would write into a cell, the first of them does.
  const repairs = open
    .flatMap(finding => finding.repairs)
    .filter(({ sheetId, row, column }) => {
      const place = `${sheetId} ${row} ${column}`;
      return !seen.has(place) && seen.add(place);
    });
  return joined(repairs);
}
