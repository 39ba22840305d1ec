import type { FileTable } from '../files/readFile.ts';
import { periodOf } from '../kernel/period.ts';
import type { Language, Text } from '../kernel/text.ts';
import { aggregate, type Dimension } from '../month/figures/aggregate.ts';
import { type Account, accountOf, type LeftOut } from '../month/import/account.ts';
import type { Deal, Reading, Tally } from '../month/import/deal.ts';
import { DEAL_FIELD_KEYS, type DealField } from '../month/import/dealField.ts';
import { type Answers, inspect, type Question } from '../month/import/inspect.ts';
import { type ColumnMatching, type Columns, columnProblems } from '../month/import/matchColumns.ts';
import type { Note } from '../month/import/note.ts';
import { readRows } from '../month/import/readRows.ts';
import { toldRepeated } from '../month/import/repeatedDeals.ts';
import { readingQuestions, settled } from '../month/import/settle.ts';
import { stageKey } from '../month/import/stages.ts';
import { asked } from './asked.ts';
import type { TableAnswers } from './layout.ts';
import { leftTallies } from './leftTallies.ts';
import { matched } from './matched.ts';
import { prepareTable } from './prepare.ts';
import { words } from './questionWords.ts';
import { tableAsked } from './said.ts';
import { likeliestSheet } from './sheets.ts';
import { hasProduct, isDated, readingTask } from './task.ts';

/** What somebody says beforehand who brings in a file without the pane. */
export interface ImportAnswers extends Answers, TableAnswers {
  /** The heading of a field; null where it has none. */
  readonly columns?: Readonly<Partial<Record<DealField, string | null>>>;
  readonly minimumShare?: number;
}

export interface ImportOptions {
  readonly sheet?: string | undefined;
  /** Months since the year 0. */
  readonly month?: number | undefined;
  readonly answers?: ImportAnswers | undefined;
  readonly language?: Language | undefined;
}

export interface ImportOutcome {
  readonly file: {
    readonly name: string;
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly sheet: string | null;
    /** From 1, as people count; null where there is none. */
    readonly headingRow: number | null;
    /** Below the headings. */
    readonly rows: number;
  } | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly unused: readonly string[];
  readonly questions: readonly { readonly about: string; readonly text: string; readonly values: readonly string[] }[];
  /** Why it cannot be brought in. */
  readonly refused: string | null;
  readonly bad: readonly { readonly row: number; readonly field: DealField; readonly text: string }[];
  readonly warnings: readonly string[];
  readonly totals: Reading['totals'];
  readonly left: Readonly<Partial<Record<LeftOut, Tally>>>;
  readonly deals: number;
  readonly sums: {
    readonly all: number;
    readonly person: Readonly<Record<string, number>>;
    readonly region: Readonly<Record<string, number>>;
    readonly product: Readonly<Record<string, number>>;
    readonly month: Readonly<Record<string, number>>;
  };
}

const NOTHING: ImportOutcome = {
  file: null,
  columns: {},
  unused: [],
  questions: [],
  refused: null,
  bad: [],
  warnings: [],
  totals: [],
  left: {},
  deals: 0,
  sums: { all: 0, person: {}, region: {}, product: {}, month: {} },
};

export function refusal(problem: Text, language: Language = 'en'): ImportOutcome {
  return { ...NOTHING, refused: problem[language] };
}

/** What the pane would ask about a file and bring in, every proposal confirmed. */
export function outcomeOf(table: FileTable, options: ImportOptions = {}): ImportOutcome {
  const { month, language = 'en' } = options;
  const answers = withConfirmed(options.answers);
  const sheet =
    options.sheet === undefined ? likeliestSheet(table) : table.sheets.findIndex(({ name }) => name === options.sheet);
  if (sheet < 0) return refusal(words.noSheet(options.sheet ?? '', namesOf(table)), language);
  const sheets = options.sheet === undefined ? answers.sheets : [options.sheet];
  const prepared = prepareTable(table, sheet, { ...answers, sheets });
  const { cells, rowNumbers } = prepared;
  const matching = matched(cells);
  const columns = withHeadings(matching, answers.columns);
  const inspection = inspect(cells, matching, columns, answers);
  // Without a month and without dates the sums are told all the same; the month is asked for.
  const isOpen = month === undefined && !isDated(columns);
  const confirmed = { columns, answers, month: month ?? 0, minimumShare: answers.minimumShare };
  const read = readRows(readingTask(prepared, matching, inspection, confirmed));
  const reading = settled(read, answers);
  const before = leftTallies(prepared.left, columns.amount, inspection.styles.amount);
  const account = accountOf(reading, cells.length - 1 - matching.headingRow, month, before);
  // Months that lack their year are no dates yet, and that is asked.
  const isYearAsked = prepared.questions.some(({ ask }) => ask === 'year');
  return {
    file: {
      name: table.name,
      encoding: table.encoding,
      delimiter: table.delimiter ?? null,
      sheet: table.encoding === 'xlsx' ? prepared.sheets.join(', ') : null,
      headingRow: rowNumbers[matching.headingRow] || null,
      rows: account.rows,
    },
    ...meaning(matching, columns),
    questions: [
      ...prepared.questions.map(question => ({
        about: question.ask,
        text: tableAsked(question)[language],
        values: question.values,
      })),
      ...columnProblems(columns, isYearAsked ? 0 : month, hasProduct(columns, answers)).map(text => ({
        about: 'columns',
        text: text[language],
        values: meaning(matching, columns).unused,
      })),
      ...[...inspection.questions, ...inFile(readingQuestions(read, answers), rowNumbers)].map(question => {
        const { text, values } = asked(question);
        return { about: question.ask, text: text[language], values };
      }),
    ],
    refused: null,
    warnings: [...prepared.notes, ...inspection.notes, ...reading.notes, ...repetitions(reading)].map(
      ({ text }) => text[language],
    ),
    ...found(reading, account, { language, month, isOpen, rowNumbers }),
  };
}

/** Whoever says which column it is has confirmed it; a stage may be written as the file has it. */
function withConfirmed(answers: ImportAnswers = {}): ImportAnswers {
  const said = Object.entries(answers.columns ?? {}).filter(([, heading]) => typeof heading === 'string');
  const stages = Object.entries(answers.stages ?? {}).map(([stage, outcome]) => [stageKey(stage), outcome] as const);
  return {
    ...answers,
    confirmed: { ...answers.confirmed, ...Object.fromEntries(said) },
    stages: Object.fromEntries(stages),
  };
}

function namesOf({ sheets }: FileTable): readonly string[] {
  return sheets.map(({ name }) => name);
}

function withHeadings({ columns, headings }: ColumnMatching, said: ImportAnswers['columns'] = {}): Columns {
  const chosen: Partial<Record<DealField, number>> = { ...columns };
  for (const field of DEAL_FIELD_KEYS) {
    const heading = said[field];
    if (heading === undefined) continue;
    const column = headings.find(candidate => candidate.heading === heading)?.column;
    if (column === undefined) delete chosen[field];
    else chosen[field] = column;
  }
  return chosen;
}

function meaning(matching: ColumnMatching, columns: Columns): Pick<ImportOutcome, 'columns' | 'unused'> {
  const used = new Map(
    DEAL_FIELD_KEYS.flatMap(field => (columns[field] === undefined ? [] : [[columns[field], field] as const])),
  );
  const nameOf = ({ heading, column }: ColumnMatching['headings'][number]): string => heading || `#${column + 1}`;
  return {
    columns: Object.fromEntries(
      matching.headings.flatMap(heading => {
        const field = used.get(heading.column);
        return field === undefined ? [] : [[field, nameOf(heading)]];
      }),
    ),
    unused: matching.headings.filter(({ column, heading }) => !used.has(column) && heading !== '').map(nameOf),
  };
}

/** Rows by their number in the file. */
function inFile(questions: readonly Question[], rowNumbers: readonly number[]): Question[] {
  return questions.map(question =>
    question.ask === 'total' ? { ...question, row: rowNumbers[question.row - 1] ?? question.row } : question,
  );
}

function repetitions(reading: Reading): Note[] {
  const { otherMonth } = reading;
  const told = toldRepeated(reading);
  return [
    ...(told.length > 0 ? [{ about: 'repeated', text: words.repeated(told.length, told[0]?.id ?? '') }] : []),
    ...(otherMonth.length > 0 ? [{ about: 'otherMonth', text: words.otherMonths(otherMonth.length) }] : []),
  ];
}

interface Telling {
  readonly language: Language;
  readonly month: number | undefined;
  /** Without a month and without dates. */
  readonly isOpen: boolean;
  readonly rowNumbers: readonly number[];
}

type Found = Pick<ImportOutcome, 'bad' | 'totals' | 'left' | 'deals' | 'sums'>;

function found(reading: Reading, { left, deals }: Account, { language, month, isOpen, rowNumbers }: Telling): Found {
  const numberOf = (row: number): number => rowNumbers[row - 1] ?? row;
  const counted = reading.deals.filter(deal => deal.outcome === 'won' && (month === undefined || deal.month === month));
  return {
    bad: reading.bad.map(({ row, field, text, reason }) => ({
      row: numberOf(row),
      field,
      text: text === '' ? reason[language] : `${text}: ${reason[language]}`,
    })),
    totals: reading.totals.map(total => ({ ...total, row: numberOf(total.row) })),
    left,
    deals: deals.count,
    sums: {
      all: deals.amount,
      person: sumsBy(counted, 'person'),
      region: sumsBy(counted, 'region'),
      product: sumsBy(counted, 'product'),
      month: isOpen ? {} : sumsBy(counted, 'month'),
    },
  };
}

function sumsBy(deals: readonly Deal[], dimension: Dimension): Record<string, number> {
  return Object.fromEntries(
    aggregate(deals, [dimension])
      .filter(({ keys: [key] }) => key !== '' && key !== undefined)
      .map(({ keys: [key = ''], amount }) => [typeof key === 'number' ? periodOf(key) : key, amount]),
  );
}
