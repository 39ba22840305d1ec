import type { SheetStatus } from './sheetStatus.ts';

/** The one thing to do next: insert a template, or look at a sheet. */
export type NextStep =
  | { readonly is: 'insert'; readonly template: string; readonly why: 'start' | 'follow' | 'close' | 'explain' | 'pay' }
  | { readonly is: 'look'; readonly sheet: SheetStatus; readonly why: 'fill' | 'red' | 'amber'; readonly rows: number }
  /** Lights that cannot be read: what is red is not known. */
  | { readonly is: 'mend'; readonly sheet: SheetStatus; readonly rows: number }
  | { readonly is: 'wait' }
  | { readonly is: 'fine' };

/** What follows once a month is tracked and nothing is red. */
const THEN = [
  ['analysis', 'explain'],
  ['incentive', 'pay'],
  ['history', 'close'],
] as const;

/**
 * Targets first, then their tracker; its figures before everything that reads them; red rows before anything new, and nothing
 * is said to be fine before every light was read.
 * `templates` are those that can be inserted.
 */
export function nextStep(sheets: readonly SheetStatus[], templates: readonly string[]): NextStep {
  const has = (template: string): boolean => sheets.some(sheet => sheet.template === template);
  const offer = (template: string): boolean => !has(template) && templates.includes(template);
  if (!has('tracker')) {
    if (sheets.length === 0 && offer('target-split')) return { is: 'insert', template: 'target-split', why: 'start' };
    if (offer('tracker')) return { is: 'insert', template: 'tracker', why: 'follow' };
  }
  for (const sheet of latestFirst(sheets)) {
    if (!sheet.lights) continue;
    const { red, amber, green, none } = sheet.lights;
    if (none > 0 && red + amber + green === 0) return { is: 'look', sheet, why: 'fill', rows: none };
    if (red > 0) return { is: 'look', sheet, why: 'red', rows: red };
  }
  const lit = latestFirst(sheets).flatMap(({ lights, ...sheet }) => (lights ? [{ ...sheet, lights }] : []));
  const broken = lit.find(({ lights }) => lights.unread > 0);
  if (broken) return { is: 'mend', sheet: broken, rows: broken.lights.unread };
  if (lit.some(({ lights }) => lights.waiting > 0)) return { is: 'wait' };
  const then = THEN.find(([template]) => offer(template));
  if (then && has('tracker')) return { is: 'insert', template: then[0], why: then[1] };
  const [amber] = latestFirst(sheets).filter(({ lights }) => (lights?.amber ?? 0) > 0);
  if (amber?.lights) return { is: 'look', sheet: amber, why: 'amber', rows: amber.lights.amber };
  return { is: 'fine' };
}

/** The latest period matters most; sheets without one come last. */
function latestFirst(sheets: readonly SheetStatus[]): SheetStatus[] {
  const latest = ({ end, asOf }: SheetStatus): number => end ?? asOf ?? 0;
  return [...sheets].sort((a, b) => latest(b) - latest(a));
}
