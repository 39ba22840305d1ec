import type { Cell, Matrix } from '../../kernel/cell.ts';
import { currencyCode, isCurrency } from '../../month/import/currencies.ts';

/** Signs that several countries share, by the country that the format names. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  '411': 'JPY',
  '404': 'TWD',
  c04: 'HKD',
  '1004': 'SGD',
  c09: 'AUD',
  '1009': 'CAD',
  '1409': 'NZD',
  '80a': 'MXN',
  '41d': 'SEK',
  '414': 'NOK',
  '406': 'DKK',
};
const SHARED = /^(?:\$|[¥￥]|kr\.?)$/i;

/** The currency that a number format writes beside its figure: [$€-407] #,##0.00, "US$"#,##0, ¥#,##0. */
export function formatCurrency(format: string): string | undefined {
  const [positive = ''] = format.split(';');
  const [, sign, country = ''] = /\[\$([^\]-]+)(?:-([0-9a-f]+))?\]/i.exec(positive) ?? [];
  if (sign !== undefined) return (SHARED.test(sign.trim()) && BY_COUNTRY[country.toLowerCase()]) || known(sign);
  const bare = positive.replace(/\[[^\]]*\]|[_*]./g, '').replace(/\\/g, '');
  const quoted = [...bare.matchAll(/"([^"]*)"/g)].flatMap(([, text = '']) => known(text) ?? []);
  return quoted[0] ?? known(/[$€£¥￥₹₩₽]/.exec(bare)?.[0] ?? '');
}

function known(text: string): string | undefined {
  return isCurrency(text.normalize('NFKC')) ? currencyCode(text) : undefined;
}

/** Excel's own formats of money; a workbook spells them out where its country writes something else than dollars. */
const MONEY: ReadonlySet<number> = new Set([5, 6, 7, 8, 42, 44]);

/** By its number, where the workbook spells out no format for it. */
export function builtInCurrency(id: number): string | undefined {
  return MONEY.has(id) ? 'USD' : undefined;
}

/** The rows of a column by the currency that their format shows. */
export type ShownCurrencies = ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;

/** Where one column shows several currencies, each figure says its own; else a sum of them would be one of nothing. */
export function withCurrencies(cells: Matrix, shown: ShownCurrencies): Matrix {
  const lines = new Map<number, Cell[]>();
  for (const [column, codes] of shown) {
    if (codes.size < 2) continue;
    for (const [code, rows] of codes) {
      for (const row of rows) {
        const line = lines.get(row) ?? [...(cells[row] ?? [])];
        lines.set(row, line);
        line[column] = `${line[column]} ${code}`;
      }
    }
  }
  return lines.size === 0 ? cells : cells.map((line, row) => lines.get(row) ?? line);
}
