import type { Content } from './grid.ts';
import type { Patch } from './patch.ts';

/** What the workbook keeps, so that it can be brought back another day. */
export interface KeptPatches {
  /** Formulas of ours that others took the place of. */
  readonly share?: readonly Patch[];
  /** The last repair or cleaning. */
  readonly undo?: { readonly what: 'health' | 'doctor'; readonly patches: readonly Patch[] };
  /** What is being written, and what is kept once it is. It is there no longer than that, unless it broke off. */
  readonly open?: { readonly patches: readonly Patch[]; readonly afterwards: Settled };
}

/** What is kept while nothing is being written. */
export type Settled = Omit<KeptPatches, 'open'>;

type Packed = number | string | boolean | null | readonly [formula: number] | { readonly date: number };

interface PackedPatch {
  readonly at: readonly [sheet: number, row: number, column: number];
  readonly before: readonly (readonly Packed[])[];
  readonly after: readonly (readonly Packed[])[];
  readonly spilled?: boolean;
}

interface PackedState {
  readonly share?: readonly PackedPatch[];
  readonly undo?: { readonly what: 'health' | 'doctor'; readonly patches: readonly PackedPatch[] };
}

/** Stands for the number of a formula's own row; no formula can hold it, since no file can. */
const OWN_ROW = '\u0001';

/** A formula that stands in every row of a table is the same text in each of them, also where it names its own row. */
function withoutRow(formula: string, row: number): string {
  return formula.replace(
    /(^|[^\w.$"'])(\$?[A-Z]{1,3})(\d+)(?![\w.(])/g,
    (whole, before: string, column: string, number: string) =>
      Number(number) === row + 1 ? `${before}${column}${OWN_ROW}` : whole,
  );
}

function withRow(text: string, row: number): string {
  return text.split(OWN_ROW).join(String(row + 1));
}

/** As text. A formula that stands in every row of a table is written once. */
export function packKept({ open, ...kept }: KeptPatches): string {
  const texts = new Map<string, number>();
  const index = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const grid = (contents: Patch['before'], row: number): Packed[][] =>
    contents.map((line, down) =>
      line.map(content =>
        typeof content === 'object' && content !== null && 'formula' in content
          ? [index(withoutRow(content.formula, row + down))]
          : content,
      ),
    );
  const pack = (patches: readonly Patch[]): PackedPatch[] =>
    patches.map(({ sheetId, row, column, before, after, spilled }) => ({
      at: [index(sheetId), row, column],
      before: grid(before, row),
      after: grid(after, row),
      ...(spilled && { spilled }),
    }));
  const state = ({ share, undo }: Settled): PackedState => ({
    ...(share && { share: pack(share) }),
    ...(undo && { undo: { what: undo.what, patches: pack(undo.patches) } }),
  });
  const packed = {
    ...state(kept),
    ...(open && { open: { patches: pack(open.patches), afterwards: state(open.afterwards) } }),
  };
  return JSON.stringify({ ...packed, texts: [...texts.keys()] });
}

/** Nothing where the text is not as `packKept` writes it: anyone may have changed the workbook. */
export function unpackKept(text: string | undefined): KeptPatches {
  try {
    const { open, texts, ...kept } = Object(JSON.parse(text ?? '{}')) as PackedState & {
      open?: { readonly patches: readonly PackedPatch[]; readonly afterwards: PackedState };
      texts?: readonly unknown[];
    };
    const textAt = (index: number): string => {
      const found = texts?.[index];
      if (typeof found !== 'string') throw new RangeError(`there is no text ${index}`);
      return found;
    };
    const contents = (grid: PackedPatch['before'], row: number): Content[][] =>
      grid.map((line, down) =>
        line.map(cell => (Array.isArray(cell) ? { formula: withRow(textAt(cell[0]), row + down) } : (cell as Content))),
      );
    const unpack = (patches: readonly PackedPatch[]): Patch[] =>
      patches.map(({ at: [sheet, row, column], before, after, spilled }) => ({
        sheetId: textAt(sheet),
        row,
        column,
        before: contents(before, row),
        after: contents(after, row),
        ...(spilled && { spilled }),
      }));
    const state = ({ share, undo }: PackedState): Settled => ({
      ...(share && { share: unpack(share) }),
      ...(undo && { undo: { what: undo.what, patches: unpack(undo.patches) } }),
    });
    return {
      ...state(kept),
      ...(open && { open: { patches: unpack(open.patches), afterwards: state(open.afterwards) } }),
    };
  } catch {
    return {};
  }
}
