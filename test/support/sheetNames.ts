import type { Matrix } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { figuresOf } from './planning.ts';

/** What the names of a sheet stand for, by the engine. */
function namesOf(spec: SheetSpec, language: Language): Readonly<Record<string, Matrix>> {
  const figures = figuresOf(spec, language);
  const { parameters, prefix, tables } = spec;
  return Object.fromEntries([
    ...parameters.map(({ key }) => [`${prefix}_${key}`, [[figures.parameter(key)]]] as const),
    ...tables.flatMap(({ key: table, columns }) =>
      columns.flatMap(({ key, named }) =>
        named ? [[`${prefix}_${named}`, figures.column(table, key).map(cell => [cell])] as const] : [],
      ),
    ),
  ]);
}

/** A sheet that reads others as they are, rather than their samples. */
export function reading(spec: SheetSpec, language: Language, ...others: readonly SheetSpec[]): SheetSpec {
  return {
    ...spec,
    needs: others.map(other => ({ template: other.template, names: namesOf(other, language) })),
  };
}
