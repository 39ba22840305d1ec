import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { sizesOf } from '../scripts/build/sizes.ts';
import type { Comparison } from './compare.ts';
import { timed } from './measure.ts';

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
  return comparisons.flatMap(({ task, size, kind, measured: { ours, bare, hyperFormula, univer } }) => {
    if (!ours) return [];
    const against = (peer: string, time: number | undefined, most: number): Budget[] =>
      time === undefined ? [] : [{ what: `${task}, ${size}, by ${peer}`, value: ours.time / time, most: most * SLACK }];
    if (kind === 'list') return against('the bare loop', bare?.time, LOOPS);
    if (kind === 'map')
      return [
        ...against('HyperFormula', hyperFormula?.time, OF_ENGINES),
        ...against('Univer', univer?.time, OF_ENGINES),
      ];
    return [];
  });
}

const LOADS = 15;

/** Milliseconds that Code.js takes to load where there is nothing but the language, as before every custom function. */
export function loadTime(dist: string): number {
  const code = readFileSync(join(dist, 'sheets/Code.js'), 'utf8');
  const loads = Array.from({ length: LOADS }, () => {
    const context = vm.createContext(Object.create(null));
    return timed(() => new vm.Script(code).runInContext(context));
  });
  return loads.sort((a, b) => a - b)[Math.floor(LOADS / 2)] ?? Number.NaN;
}
