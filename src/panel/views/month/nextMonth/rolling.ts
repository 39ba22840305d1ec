import { isoOf } from '../../../../kernel/calendar.ts';
import { decimal } from '../../../../kernel/decimal.ts';
import type { Value } from '../../../../kernel/json.ts';
import { labelKey } from '../../../../kernel/label.ts';
import { periodOf } from '../../../../kernel/period.ts';
import type { Language, Text } from '../../../../kernel/text.ts';
import type { Request } from '../../../../month/change/locate.ts';
import { prefixIn } from '../../../../month/change/sheetChanges.ts';
import { planSheet } from '../../../../month/change/sheetPlan.ts';
import { type LastTracker, nextTracker, rollOverSet } from '../../../../month/close/changeSets.ts';
import { withoutCurrency } from '../../../../month/import/currencies.ts';
import { unitScale } from '../../../../month/import/unit.ts';
import type { RollOver } from '../../../../month/rollOver/rollOver.ts';
import { belowHeadings, namesAtHeadings } from '../../../../plan/namedColumns.ts';
import { initialValues, Problems, type Template } from '../../../../plan/template.ts';
import type { NamedColumn } from '../../../../port/monthPort.ts';
import type { Inventory, OurSheet, PanelPort } from '../../../../port/port.ts';
import { readSplit, SPLIT_NAMES, type SplitPlan } from '../../../../sheets/targetSplit.ts';
import { calendarIn, calendarNames, type TrackerSheet } from '../../../../sheets/trackerSheet.ts';
import { TRACKER_COLUMN } from '../../../../templates/shared/fromTracker.ts';
import { formOf } from '../monthSheets.ts';

/** What rolling over needs beside the tracker's rows and the history. */
export interface RollPlace {
  readonly last: LastTracker;
  readonly split: RollSplit | undefined;
  readonly readers: readonly Reader[];
}

export interface RollSplit extends SplitPlan {
  readonly sheet: string;
  /** As its sheet says it: currency and unit. */
  readonly currency: string;
  /** What one of its unit is in the tracker's; 1 where that is not known. */
  readonly scale: number;
  /** Whether people have to be told of it. */
  readonly isOtherUnit: boolean;
}

/** A sheet that reads a tracker. */
export interface Reader extends OurSheet {
  /** People are paid by it, so that it is better left with its month. */
  readonly isStatement: boolean;
}

/** The cells of the strip that are typed in, and hold for the next month, too. */
const STRIP = ['Unit', 'Week', 'AmberFrom', 'GreenAbove', 'Green'] as const;

/** One round trip for the names, and one for the cells. */
export async function rollPlaceIn(
  port: PanelPort,
  { prefix, start }: TrackerSheet,
  templates: readonly Template[],
): Promise<RollPlace> {
  const inventory = await port.inspect();
  const newestFirst = [...inventory.ours].reverse();
  const tracker = newestFirst.find(sheet => sheet.prefix === prefix);
  const split = newestFirst.find(({ template }) => template === 'target-split');
  const names = [
    ...STRIP.map(name => `${prefix}_${name}`),
    ...calendarNames(prefix),
    ...(split ? [...SPLIT_NAMES, 'Currency'].map(name => `${split.prefix}_${name}`) : []),
  ];
  const columns = belowHeadings(await port.month.columns(names), [tracker, split]);
  const plan = split && readSplit(split.prefix, formOf(split), columns);
  const readers = readersIn(inventory, prefix, templates);
  const strip = stripIn(prefix, columns);
  const currency = split ? String(columns[`${split.prefix}_Currency`]?.cells[0] ?? '') : '';
  const isArray = port.dialect.computedColumns === 'array';
  return {
    last: {
      prefix,
      period: periodOf(start ?? 0),
      form: tracker ? formOf(tracker) : {},
      strip,
      calendar: daysIn(prefix, columns),
      below: isArray && tracker !== undefined && readers.length > 0 && namesAtHeadings(tracker).length === 0,
    },
    split: plan && split && { ...plan, sheet: split.sheet, currency, ...unitsOf(currency, String(strip.Unit ?? '')) },
    readers,
  };
}

type Columns = Readonly<Record<string, NamedColumn>>;

function stripIn(prefix: string, columns: Columns): Readonly<Record<string, Value>> {
  const entries = STRIP.flatMap((name): [string, Value][] => {
    const cell = columns[`${prefix}_${name}`]?.cells[0];
    return typeof cell === 'string' || typeof cell === 'number' ? [[name, cell]] : [];
  });
  return Object.fromEntries(entries);
}

/** How the unit of a split is taken into the tracker's: as it is where either is not known, or they are two currencies. */
function unitsOf(split: string, tracker: string): Pick<RollSplit, 'scale' | 'isOtherUnit'> {
  const [from, to] = [unitScale(split), unitScale(tracker)];
  const [ours, theirs] = [split, tracker].map(unit => withoutCurrency(unit)?.code);
  const isConverted = from !== undefined && to !== undefined && (ours === theirs || !ours || !theirs);
  // A sheet that names no unit may be in any; beside one that counts in single units nobody expects another.
  const isPlain = [split, tracker].includes('') && (from ?? 1) === 1 && (to ?? 1) === 1;
  const isOtherUnit = !isPlain && labelKey(split) !== labelKey(tracker);
  return { scale: isConverted ? Number(decimal(from).div(to)) : 1, isOtherUnit };
}

function daysIn(prefix: string, columns: Columns): LastTracker['calendar'] {
  return (calendarIn(prefix, columns) ?? []).flatMap(([day, kind]) => {
    return typeof day === 'number' && typeof kind === 'string' && kind !== '' ? [{ day: isoOf(day), kind }] : [];
  });
}

/** What reads a tracker says so itself, where there is one. */
function readersIn({ ours }: Inventory, prefix: string, templates: readonly Template[]): Reader[] {
  const context = { language: 'en', today: '2026-01-01', names: [TRACKER_COLUMN] } as const;
  const reading = new Map(
    templates.flatMap((template): [string, boolean][] => {
      const spec = template.build(initialValues(template, context), context.language);
      const reads = !(spec instanceof Problems) && spec.needs?.some(need => need.template === 'tracker');
      return reads ? [[template.id, template.statement ?? false]] : [];
    }),
  );
  return ours.flatMap(sheet => {
    const isStatement = reading.get(sheet.template);
    if (isStatement === undefined || sheet.prefix === prefix || sheet.marks.closed !== undefined) return [];
    return [{ ...sheet, isStatement }];
  });
}

interface Rolling {
  readonly port: PanelPort;
  readonly templates: readonly Template[];
  readonly language: Language;
  readonly today: string;
  /** Prefixes of sheets that stay with the month before. */
  readonly leave: readonly string[];
}

/** What is asked of the host, planned for the workbook as it is now; or why the sheet cannot be made. */
export async function rollRequest(rolled: RollOver, last: LastTracker, rolling: Rolling): Promise<Request | Text> {
  const { port, templates, language, today, leave } = rolling;
  const sheet = nextTracker(rolled, last, language);
  const ops = planSheet(sheet, { templates, dialect: port.dialect, taken: await port.inspect(), today });
  if ('en' in ops) return ops;
  // Somebody may roll over, take it back and roll over again.
  const id = `roll ${rolled.period} ${Date.now().toString(36)}`;
  const set = rollOverSet(id, last, { ...sheet, prefix: prefixIn(ops) ?? '' }, rolled.period, leave);
  return { is: 'apply', set, plans: { [id]: ops } };
}
