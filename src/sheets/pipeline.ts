import type { Cell } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { labelKey } from '../kernel/label.ts';
import { type Language, languages, say, type Text } from '../kernel/text.ts';
import type { ReadColumns } from './readColumns.ts';
import { type TableLine, tableLines } from './tableLines.ts';

/** How an opportunity stands; other sheets know the words in every language. */
export const STATES = {
  open: say('open', '进行中'),
  won: say('won', '赢单'),
  lost: say('lost', '输单'),
} as const satisfies Record<string, Text>;
export type OpportunityState = keyof typeof STATES;

/** What is typed of an opportunity, by the last part of the names of its columns: Pipeline_Number … */
export const PIPELINE_COLUMNS = [
  ...(['Number', 'Customer', 'Contact', 'Source', 'Need', 'Budget', 'Decider', 'Competitor', 'Product'] as const),
  ...(['Person', 'Opened', 'Stage', 'Entered', 'Amount', 'Probability', 'NextStep', 'NextDate'] as const),
  ...(['Expected', 'State', 'Closed', 'Reason'] as const),
] as const;
export type PipelineColumn = (typeof PIPELINE_COLUMNS)[number];

/** A row of the opportunities as it stands in the workbook. */
export type OpportunityLine = TableLine<PipelineColumn>;
export type OpportunityCells = OpportunityLine['cells'];

/** A sheet of opportunities: its stages, first to last, and its rows. */
export interface PipelineSheet {
  readonly prefix: string;
  readonly stages: readonly string[];
  readonly lines: readonly OpportunityLine[];
  /** In which its states are written. */
  readonly language: Language;
}

/** All names of such a sheet that are read. */
export function pipelineNames(prefix: string): string[] {
  return [...PIPELINE_COLUMNS, 'StageName'].map(name => `${prefix}_${name}`);
}

export function readPipelineSheet(prefix: string, columns: ReadColumns, language: Language): PipelineSheet {
  const stages = columns[`${prefix}_StageName`]?.cells ?? [];
  return {
    prefix,
    stages: stages.map(textOf).filter(stage => stage !== ''),
    lines: tableLines(prefix, columns, PIPELINE_COLUMNS, values =>
      opportunityOf(column => values[PIPELINE_COLUMNS.indexOf(column)] ?? null),
    ),
    language,
  };
}

/** A row of the opportunities, made of what each of its columns holds. */
export function opportunityOf(held: (column: PipelineColumn) => Value): Record<PipelineColumn, Value> {
  return {
    Number: held('Number'),
    Customer: held('Customer'),
    Contact: held('Contact'),
    Source: held('Source'),
    Need: held('Need'),
    Budget: held('Budget'),
    Decider: held('Decider'),
    Competitor: held('Competitor'),
    Product: held('Product'),
    Person: held('Person'),
    Opened: held('Opened'),
    Stage: held('Stage'),
    Entered: held('Entered'),
    Amount: held('Amount'),
    Probability: held('Probability'),
    NextStep: held('NextStep'),
    NextDate: held('NextDate'),
    Expected: held('Expected'),
    State: held('State'),
    Closed: held('Closed'),
    Reason: held('Reason'),
  };
}

/** Which state a word says, in whichever language. */
export function stateOf(word: Value | undefined): OpportunityState | undefined {
  const key = labelKey(String(word ?? ''));
  return (['open', 'won', 'lost'] as const).find(state =>
    languages.some(language => labelKey(STATES[state][language]) === key),
  );
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}
