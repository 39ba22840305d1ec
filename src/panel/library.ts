import type { KpiFunction } from '../kernel/function.ts';
import type { Language } from '../kernel/text.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { Op, TakenNames } from '../plan/op.ts';
import type { Preview } from '../plan/preview.ts';
import type { SheetSpec } from '../plan/sheetSpec.ts';
import type { Template } from '../plan/template.ts';

/** What the pane has to offer. */
export interface Library {
  readonly version: string;
  readonly functions: readonly KpiFunction[];
  readonly templates: readonly Template[];
  readonly assemble: (
    spec: SheetSpec,
    naming: { readonly language: Language; readonly dialect: Dialect; readonly taken: TakenNames },
  ) => readonly Op[];
  readonly preview: (spec: SheetSpec, language: Language, dialect: Dialect) => Preview;
}
