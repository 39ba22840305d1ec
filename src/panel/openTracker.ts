import type { OurSheet } from '../port/port.ts';

/** The tracker of the month at hand: the last one that was not rolled over. */
export function openTracker<Sheet extends OurSheet>(ours: readonly Sheet[]): Sheet | undefined {
  return [...ours].reverse().find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
}
