/**
 * Reads exports as the pane would, and prints what it would ask and bring in:
 * npm run import -- FILE… [--sheet NAME] [--month 2026-03] [--answers FILE] [--json] [--lang zh-CN]
 *
 * Ends with 0 where nothing is asked, with 2 where something is or a file is refused, with 1 where it was called wrong.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { isText } from '../src/files/limits.ts';
import { type FileChoices, readBytes } from '../src/files/readFile.ts';
import { monthOf } from '../src/kernel/period.ts';
import { type ImportOptions, type ImportOutcome, outcomeOf, refusal } from '../src/tables/outcome.ts';

export async function importFile(path: string, options: ImportOptions & FileChoices = {}): Promise<ImportOutcome> {
  const { encoding, delimiter } = options;
  const bytes = new Uint8Array(await readFile(path));
  const table = await readBytes(basename(path), bytes, { encoding, delimiter });
  return isText(table) ? refusal(table, options.language) : outcomeOf(table, options);
}

/** For people; everything of it is in the JSON, too. */
export function printed(path: string, outcome: ImportOutcome): string {
  const { file, columns, unused, questions, refused, bad, warnings, totals, left, deals, sums } = outcome;
  if (refused !== null) return `${path}\n  refused: ${refused}`;
  const lines = [
    file
      ? `  ${file.encoding}, ${file.rows} rows below row ${file.headingRow ?? 0}${file.sheet ? `, ${file.sheet}` : ''}`
      : '',
    ...Object.entries(columns).map(([field, heading]) => `  ${field} = ${heading}`),
    unused.length > 0 ? `  not used: ${unused.join(', ')}` : '',
    ...questions.map(({ about, text }) => `  ? ${about}: ${text}`),
    ...warnings.map(text => `  ! ${text}`),
    ...bad.map(({ row, field, text }) => `  bad: row ${row}, ${field}: ${text}`),
    ...totals.map(
      ({ row, label, amount, sum }) => `  total: row ${row} ${label}: ${amount ?? ''} (rows: ${sum ?? ''})`,
    ),
    ...Object.entries(left).map(([kind, { count, amount }]) =>
      count > 0 ? `  ${kind}: ${count} rows, ${amount}` : '',
    ),
    `  ${deals} deals, ${sums.all}`,
    ...Object.entries(sums.month).map(([month, sum]) => `    ${month}: ${sum}`),
    ...Object.entries(sums.person).map(([person, sum]) => `    ${person}: ${sum}`),
  ];
  return [path, ...lines.filter(line => line !== '')].join('\n');
}

async function optionsOf(values: {
  readonly sheet?: string;
  readonly month?: string;
  readonly answers?: string;
  readonly lang: string;
}): Promise<ImportOptions & FileChoices> {
  const month = values.month === undefined ? undefined : monthOf(values.month);
  if (Number.isNaN(month)) throw new RangeError('--month 2026-03');
  const answers = values.answers === undefined ? {} : JSON.parse(await readFile(values.answers, 'utf8'));
  return {
    sheet: values.sheet,
    month,
    answers,
    encoding: answers.encoding,
    delimiter: answers.delimiter,
    language: values.lang.startsWith('zh') ? 'zh' : 'en',
  };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sheet: { type: 'string' },
      month: { type: 'string' },
      answers: { type: 'string' },
      json: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'en' },
    },
  });
  if (positionals.length === 0) throw new RangeError('npm run import -- FILE… [--sheet NAME] [--month 2026-03]');
  const options = await optionsOf(values);
  const outcomes: ImportOutcome[] = [];
  for (const path of positionals) outcomes.push(await importFile(path, options));
  const [first] = outcomes;
  if (values.json) console.log(JSON.stringify(outcomes.length === 1 ? first : { files: outcomes }, null, 1));
  else for (const [index, outcome] of outcomes.entries()) console.log(printed(positionals[index] ?? '', outcome));
  return outcomes.every(({ questions, refused }) => questions.length === 0 && refused === null) ? 0 : 2;
}

if (process.argv[1]?.endsWith('import.ts')) {
  process.exitCode = await main().catch(error => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}
