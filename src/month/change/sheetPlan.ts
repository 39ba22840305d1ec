import { say, type Text } from '../../kernel/text.ts';
import { assemble } from '../../plan/assemble.ts';
import type { Dialect } from '../../plan/dialect.ts';
import type { Op, TakenNames } from '../../plan/op.ts';
import { isExpression, type SheetSpec } from '../../plan/sheetSpec.ts';
import { initialValues, Problems, type Template } from '../../plan/template.ts';
import type { ChangeSet, NewSheet } from './changeSet.ts';
import type { SheetPlans } from './sheetChanges.ts';

/** What planning has to know of the workbook, and of the day. */
export interface Planning {
  readonly templates: readonly Template[];
  readonly dialect: Dialect;
  readonly taken: TakenNames;
  readonly today: string;
}

/** The ops of a new sheet, or why its template cannot make it. */
export function planSheet(sheet: Omit<NewSheet, 'prefix' | 'mark'>, planning: Planning): readonly Op[] | Text {
  const { templates, dialect, taken, today } = planning;
  const { language } = sheet;
  const template = templates.find(({ id }) => id === sheet.template);
  if (!template) return say(`there is no template ${sheet.template}`, `没有模板 ${sheet.template}`);
  const values = { ...initialValues(template, { language, today }), ...sheet.values };
  const spec = template.build(values, language);
  if (spec instanceof Problems) {
    const [problem] = Object.values(spec.fields);
    return problem ?? say('this sheet cannot be made', '无法生成该工作表');
  }
  const below = sheet.below ? [spec.prefix] : [];
  return assemble(withStrip(named(spec, sheet.suffix), sheet.strip), { language, dialect, taken, below });
}

/** Sheets of one template are told apart by their months. */
function named(spec: SheetSpec, suffix: string): SheetSpec {
  if (suffix === '') return spec;
  const { en, zh } = spec.name;
  return { ...spec, name: say(`${en} ${suffix}`, `${zh} ${suffix}`) };
}

/** What the user has set in the strip of one month's sheet holds for the next one. */
function withStrip(spec: SheetSpec, strip: NewSheet['strip']): SheetSpec {
  const parameters = spec.parameters.map(parameter => {
    const value = strip[parameter.key];
    return value === undefined || isExpression(parameter.value) ? parameter : { ...parameter, value };
  });
  return { ...spec, parameters };
}

/**
 * What a host needs beside a change set that it keeps: the ops of every sheet in it, which are made again or compared
 * with. The names that they had are theirs.
 */
export function plansFor(set: ChangeSet, planning: Planning): SheetPlans {
  const plans = set.changes.flatMap(change => {
    if (change.kind !== 'sheet' && change.kind !== 'removeSheet') return [];
    const isOther = (name: string): boolean => !isOf(change.prefix.toLowerCase(), name.toLowerCase());
    const { sheets, names, tables } = planning.taken;
    const taken = { sheets, names: names.filter(isOther), tables: tables.filter(isOther) };
    const ops = planSheet(change, { ...planning, taken });
    return 'en' in ops ? [] : [[change.mark, ops] as const];
  });
  return Object.fromEntries(plans);
}

/** Tracker2_Actual and Tracker2Calendar are of Tracker2, Tracker20 is not. */
function isOf(prefix: string, name: string): boolean {
  return name.startsWith(prefix) && !/^\d/.test(name.slice(prefix.length));
}
