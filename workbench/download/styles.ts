import {
  BooleanNumber,
  HorizontalAlign,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { BorderSide, CellStyle } from 'hucre';
import { rgb, solid } from '../../export/sheetWriter.ts';

const HORIZONTAL: Readonly<Partial<Record<HorizontalAlign, 'left' | 'center' | 'right'>>> = {
  [HorizontalAlign.LEFT]: 'left',
  [HorizontalAlign.CENTER]: 'center',
  [HorizontalAlign.RIGHT]: 'right',
};
const VERTICAL: Readonly<Partial<Record<VerticalAlign, 'top' | 'center' | 'bottom'>>> = {
  [VerticalAlign.TOP]: 'top',
  [VerticalAlign.MIDDLE]: 'center',
  [VerticalAlign.BOTTOM]: 'bottom',
};

export const DEFAULT_SIZE = 11;

/** Univer's format of a cell as a file's. */
export function fileStyle({ bg, cl, bl, it, fs, n, ht, vt, tb, bd }: IStyleData, font: string): CellStyle {
  const [horizontal, vertical] = [ht && HORIZONTAL[ht], vt && VERTICAL[vt]];
  const fill = hex(bg?.rgb);
  const color = hex(cl?.rgb);
  return {
    font: {
      name: font,
      size: fs ?? DEFAULT_SIZE,
      ...(bl === BooleanNumber.TRUE && { bold: true }),
      ...(it === BooleanNumber.TRUE && { italic: true }),
      ...(color && { color: rgb(color) }),
    },
    alignment: {
      ...(horizontal && { horizontal }),
      ...(vertical && { vertical }),
      ...(tb === WrapStrategy.WRAP && { wrapText: true }),
    },
    ...(fill && { fill: solid(fill) }),
    ...(n?.pattern && { numFmt: n.pattern }),
    ...(bd && { border: sides({ top: bd.t, right: bd.r, bottom: bd.b, left: bd.l }) }),
  };
}

function sides(
  given: Readonly<Record<'top' | 'right' | 'bottom' | 'left', Nullable<IBorderStyleData>>>,
): Partial<Record<'top' | 'right' | 'bottom' | 'left', BorderSide>> {
  return Object.fromEntries(
    Object.entries(given).flatMap(([side, line]) => {
      const color = hex(line?.cl?.rgb);
      return line ? [[side, { style: 'thin' as const, ...(color && { color: rgb(color) }) }]] : [];
    }),
  );
}

/** Univer writes colours in either of these ways. */
export function hex(color: Nullable<string>): string | undefined {
  if (!color) return undefined;
  const [, ...parts] = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color) ?? [];
  if (parts.length === 0) return /^#[0-9a-f]{6}$/i.test(color) ? color : undefined;
  return `#${parts.map(part => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
