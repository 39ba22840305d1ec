import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { sizesOf } from '../scripts/build/sizes.ts';
import type { Comparison } from './compare.ts';
import { timed } from './measure.ts';
import { PLAN, people } from './tasks/incentives.ts';

export interface Budget {
  readonly what: string;
  readonly value: number;
  readonly most: number;
}

export function sizeBudgets(dist: string): readonly Budget[] {
  return sizesOf(dist).map(({ what, bytes, budget }) => ({ what, value: bytes, most: budget }));
}

/** List functions take at most so many times the bare loop. */
const LOOPS = 2;
/** Map functions take at most this share of the time of a spreadsheet's engine. */
const OF_ENGINES = 1 / 3;
/** A busy machine is no regression. */
const SLACK = 1.5;

export function ratioBudgets(comparisons: readonly Comparison[]): readonly Budget[] {
  return comparisons.flatMap(
    ({
      task,
      size,
      kind,
      budget,
      against: bareIs = 'the bare loop',
      measured: { ours, bare, hyperFormula, univer },
    }) => {
      const against = (peer: string, time: number | undefined, most: number | undefined): Budget[] =>
        !ours || time === undefined || most === undefined
          ? []
          : [{ what: `${task}, ${size}, by ${peer}`, value: ours.time / time, most: most * SLACK }];
      const ofEngines = kind === 'map' ? OF_ENGINES : undefined;
      return [
        ...against(bareIs, bare?.time, budget?.bare ?? (kind === 'list' ? LOOPS : undefined)),
        ...against('HyperFormula', hyperFormula?.time, budget?.hyperFormula ?? ofEngines),
        ...against('Univer', univer?.time, ofEngines),
      ];
    },
  );
}

const STARTS = 15;

/** The script where there is nothing but the language, as it starts before every custom function: what is timed, again and again. */
function coldTime(dist: string, time: (script: vm.Script, context: vm.Context) => number): number {
  // Google loads all files of a project, whatever is called.
  const code = ['Code.js', 'Server.js'].map(name => readFileSync(join(dist, 'sheets', name), 'utf8')).join('\n');
  const starts = Array.from({ length: STARTS }, () => time(new vm.Script(code), vm.createContext(Object.create(null))));
  return starts.sort((a, b) => a - b)[Math.floor(STARTS / 2)] ?? Number.NaN;
}

/** Milliseconds that it takes to load. */
export function loadTime(dist: string): number {
  return coldTime(dist, (script, context) => timed(() => script.runInContext(context)));
}

/** Milliseconds of KPI_COMMISSION over a column in a script that has just been loaded. */
export function coldCommissionTime(dist: string, rows: number): number {
  const { sales, targets } = people(rows);
  const given = JSON.stringify([sales, targets, PLAN]);
  return coldTime(dist, (script, context) => {
    script.runInContext(context);
    vm.runInContext(`given = ${given}`, context);
    return timed(() => vm.runInContext('KPI_COMMISSION(given[0], given[1], given[2])', context));
  });
}
