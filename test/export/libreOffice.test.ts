import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../export/workbook.ts';
import { sheetsFor } from '../../scripts/export.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { CALLED, renamed } from '../support/called.ts';
import { hasLibreOffice, toCsv, withoutLibreOffice } from '../support/libreOffice.ts';
import { TODAY } from '../support/planning.ts';

const LANGUAGES = ['en', 'zh'] as const;
const KINDS = ['native', 'addin'] as const;

const cases = gallery.flatMap(template =>
  LANGUAGES.flatMap(language =>
    KINDS.map(kind => [`${template.id}.${language}.${kind}`, template, language, kind, {}] as const),
  ),
);

/** Sums by names that are called like patterns. */
const called = gallery.map(template => [`${template.id}.called`, template, 'en', 'native', CALLED.patterns] as const);
const files = [...cases, ...called];

describe.skipIf(!hasLibreOffice)(`exported files in LibreOffice${withoutLibreOffice}`, () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sales-kpi-'));
    for (const [name, template, language, kind, names] of files) {
      const sheets = sheetsFor(template, language, TODAY).map(spec => renamed(spec, names));
      const { file } = await exportWorkbook(sheets, language, kind);
      await writeFile(join(folder, `${name}.xlsx`), file);
    }
    await toCsv(
      files.map(([name]) => join(folder, `${name}.xlsx`)),
      folder,
    );
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(files)('%s opens and recalculates to the figures in it', async (name, _template, _language, kind) => {
    const { sheets } = await readXlsx(await readFile(join(folder, `${name}.xlsx`)));
    const written = await readdir(folder);
    const differences: string[] = [];
    for (const { name: sheet, rows, cells } of sheets) {
      const csv = `${name}-${sheet}.csv`;
      expect(written).toContain(csv);
      const { data } = Papa.parse<string[]>(await readFile(join(folder, csv), 'utf8'));
      for (const [r, row] of rows.entries()) {
        for (const [c, value] of row.entries()) {
          const shown = data[r]?.[c] ?? '';
          const formula = cells?.get(`${r},${c}`)?.formula;
          // Without the add-in its functions are unknown here, and with them what depends on them.
          if (kind === 'addin' && (formula !== undefined || shown === '#NAME?')) continue;
          if (!agree(shown, value))
            differences.push(`${sheet} ${r + 1}:${c + 1} ${shown} for ${value} ${formula ?? ''}`);
        }
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
  });
});

function agree(shown: string, cell: unknown): boolean {
  const value = cell instanceof Date ? cell.getTime() / MILLISECONDS + UNIX_EPOCH : cell;
  if (typeof value !== 'number') {
    const text = String(value ?? '').trim();
    return shown.trim() === text || shown === text.toUpperCase();
  }
  return Math.abs(figureIn(shown) - value) <= 1e-9 * Math.max(1, Math.abs(value));
}

const MILLISECONDS = 86_400_000;
const UNIX_EPOCH = 25569;

/** LibreOffice writes shares with their sign, and days as dates. */
function figureIn(shown: string): number {
  if (shown === '') return Number.NaN;
  if (shown.endsWith('%')) return Number(shown.slice(0, -1)) / 100;
  const [, month, day, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(shown) ?? [];
  if (year) return serialOfIso(`${year}-${month}-${day}`);
  return /^\d{4}-\d{2}-\d{2}$/.test(shown) ? serialOfIso(shown) : Number(shown);
}
