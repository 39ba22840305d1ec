import type { KpiFunction } from '../kernel/function.ts';
import type { Language } from '../kernel/text.ts';
import type { Dialect } from '../plan/dialect.ts';
import type { Op, TakenNames } from '../plan/op.ts';
import type { Preview } from '../plan/preview.ts';
import type { Labels, SheetTexts, Wording } from '../plan/relabel.ts';
import type { SheetSpec } from '../plan/sheetSpec.ts';
import type { Template } from '../plan/template.ts';
import type { Inventory } from '../port/port.ts';

/** What the pane has to offer. */
export interface Library extends LoadedLibrary {
  readonly version: string;
  /** Where the templates could not be loaded: tries again. */
  readonly loadAgain?: () => void;
}

/** Functions, templates and what makes sheets of them. They come after the first picture, and are none until then. */
export interface LoadedLibrary {
  readonly functions: readonly KpiFunction[];
  readonly templates: readonly Template[];
  readonly assemble: (
    spec: SheetSpec,
    naming: { readonly language: Language; readonly dialect: Dialect; readonly taken: TakenNames & Partial<Inventory> },
  ) => readonly Op[];
  readonly preview: (spec: SheetSpec, language: Language, dialect: Dialect) => Preview;
  readonly wordingsOf: (template: Template, today: string) => readonly Wording[];
  readonly relabel: (sheet: SheetTexts, wordings: readonly Wording[], to: Language) => Labels;
}
