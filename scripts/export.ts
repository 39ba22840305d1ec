/**
 * Writes a template as an .xlsx file, without Excel:
 * npm run export -- tracker --lang zh-CN --out tracker.xlsx [--data file.csv] [--formulas native|addin]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { exportWorkbook } from '../export/workbook.ts';
import type { Language } from '../src/kernel/text.ts';
import type { LineColumn } from '../src/plan/field.ts';
import type { SheetSpec } from '../src/plan/sheetSpec.ts';
import { initialValues, Problems, type Template } from '../src/plan/template.ts';
import { gallery } from '../src/templates/gallery.gen.ts';

/** The sheet of a template's first values, after the sheets that it reads. */
export function sheetsFor(
  template: Template,
  language: Language,
  today: string,
  changes: Readonly<Record<string, unknown>> = {},
): SheetSpec[] {
  const spec = template.build({ ...initialValues(template, { language, today }), ...changes }, language);
  if (spec instanceof Problems) {
    const said = Object.entries(spec.fields).map(([field, problem]) => `${field}: ${problem[language]}`);
    throw new RangeError(said.join('\n'));
  }
  const needed = (spec.needs ?? []).flatMap(({ template: id }) => {
    const other = gallery.find(candidate => candidate.id === id);
    return other ? sheetsFor(other, language, today) : [];
  });
  const seen = new Set<string>();
  return [...needed, spec].filter(sheet => !seen.has(sheet.template) && seen.add(sheet.template));
}

/** Lines of a table with headings in either language or by key, for the list of the template that knows most of them. */
export function linesOf(template: Template, csv: string): Record<string, unknown> {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.trim(), { header: true, skipEmptyLines: true });
  const headings = meta.fields ?? [];
  const headingOf = ({ key, label }: LineColumn): string | undefined => {
    const names = [key, label.en, label.zh].map(name => name.toLowerCase());
    return headings.find(heading => names.includes(heading.trim().toLowerCase()));
  };
  const known = Object.entries(template.fields)
    .map(([key, { columns = [] }]) => ({ key, columns, found: columns.filter(headingOf).length }))
    .sort((one, other) => other.found - one.found);
  const [list] = known;
  if (!list || list.found === 0) throw new RangeError(`no list of ${template.id} has these headings: ${headings}`);
  const lines = data.map(row =>
    Object.fromEntries(
      list.columns.map(column => [column.key, fieldValue(row[headingOf(column) ?? ''] ?? '', column)]),
    ),
  );
  return { [list.key]: lines };
}

function fieldValue(text: string, { type }: LineColumn): string | number | undefined {
  const said = text.trim();
  if (said === '') return undefined;
  return type === 'number' ? Number(said.replace(/[,\s]/g, '')) : said;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'en' },
      out: { type: 'string' },
      data: { type: 'string' },
      formulas: { type: 'string', default: 'native' },
    },
  });
  const [id] = positionals;
  const template = gallery.find(candidate => candidate.id === id);
  if (!template) throw new RangeError(`expected one of ${gallery.map(known => known.id).join(', ')}`);
  if (values.formulas !== 'native' && values.formulas !== 'addin') throw new RangeError('--formulas native or addin');
  const language: Language = values.lang.startsWith('zh') ? 'zh' : 'en';
  const changes = values.data ? linesOf(template, await readFile(values.data, 'utf8')) : {};
  const today = new Date().toISOString().slice(0, 10);
  const { file, frozen } = await exportWorkbook(
    sheetsFor(template, language, today, changes),
    language,
    values.formulas,
  );
  const out = values.out ?? `${template.id}.xlsx`;
  await writeFile(out, file);
  console.log(`${out}: ${file.length} bytes`);
  for (const { sheet, formula, why } of frozen) console.log(`  as figures: ${sheet}: ${formula}: ${why[language]}`);
}

if (process.argv[1]?.endsWith('export.ts')) await main();
