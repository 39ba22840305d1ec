import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo } from '../../kernel/lists.ts';
import { endsSlice } from '../../kernel/slices.ts';
import {
  type OpportunityCells,
  type OpportunityLine,
  opportunityOf,
  PIPELINE_COLUMNS,
  type PipelineColumn,
  type PipelineSheet,
  STATES,
  stateOf,
} from '../../sheets/pipeline.ts';
import type { Deal } from '../import/deal.ts';
import { finish } from '../import/inspect.ts';
import { exactSum } from './exactSum.ts';
import { type ChangedLine, differing, labelOf } from './sheetLines.ts';

/** What a file would do to a sheet of opportunities. */
export interface PipelinePreview {
  readonly sheet: PipelineSheet;
  readonly added: readonly OpportunityCells[];
  readonly changed: readonly ChangedLine<PipelineColumn>[];
  /** Opportunities that stand there as the file has them. */
  readonly same: number;
  /** Of those that change: open on the sheet, won or lost in the file. */
  readonly closed: number;
  /** Closed on the sheet and open in the file: they are left alone. */
  readonly reopened: readonly OpportunityLine[];
  /** Open rows with a number that the file does not have at all. */
  readonly gone: readonly OpportunityLine[];
  /** Invented rows, which real ones take the place of. */
  readonly samples: readonly OpportunityLine[];
  /** Stages of open deals that are not among those of the sheet. */
  readonly unknown: readonly string[];
  /** The open deals of the file, and what they come to. */
  readonly open: number;
  readonly total: number;
}

export interface PipelineTask {
  readonly sheet: PipelineSheet;
  readonly deals: readonly Deal[];
  readonly isSample: (line: OpportunityLine) => boolean;
  /** The day of the import: a stage that has changed since the last one was entered by then. */
  readonly today?: number | undefined;
}

/** An opportunity is known by its number, one without a number by who sells what to whom since when. */
export function previewPipeline(task: PipelineTask): PipelinePreview {
  return finish(previewingPipeline(task));
}

/** The same, slice by slice: it yields how many of the deals are done. */
export function* previewingPipeline({
  sheet,
  deals,
  isSample,
  today,
}: PipelineTask): Generator<number, PipelinePreview> {
  const open = deals.filter(isOpenDeal);
  const samples = new Set(open.length === 0 ? [] : sheet.lines.filter(isSample));
  const standing = new Standing(sheet.lines.filter(line => !samples.has(line)));
  const spelled = new Map(sheet.stages.map(stage => [labelKey(stage), stage]));
  const unknown = new Map<string, string>();
  const added: OpportunityCells[] = [];
  const changed: ChangedLine<PipelineColumn>[] = [];
  const reopened: OpportunityLine[] = [];
  let [same, closed] = [0, 0];
  for (const [index, deal] of deals.entries()) {
    if (endsSlice(index + 1)) yield index;
    // A row that sums up many deals is none of them.
    if (deal.summed) continue;
    const stage = spelled.get(labelKey(deal.stage)) ?? deal.stage;
    const key = labelKey(stage);
    if (deal.outcome === 'open' && key !== '' && !spelled.has(key) && !unknown.has(key)) unknown.set(key, stage);
    const cells = cellsOf(deal, stage, sheet);
    const line = standing.take(cells);
    if (!line) {
      if (deal.outcome === 'open') added.push(cells);
      continue;
    }
    const state = stateOf(line.cells.State);
    if (deal.outcome === 'open' && (state === 'won' || state === 'lost')) {
      reopened.push(line);
      continue;
    }
    const columns = differing(line, cells, saidOf(cells, deal, line), isName);
    if (columns.length === 0) {
      if (deal.outcome === 'open') same++;
      continue;
    }
    const moved = columns.includes('Stage') && !line.formulas.has('Entered');
    const after = moved ? { ...cells, Entered: today ?? null } : cells;
    changed.push({ line, after, columns: moved ? [...columns, 'Entered'] : columns });
    if (deal.outcome !== 'open' && state !== deal.outcome) closed++;
  }
  const gone = open.length === 0 ? [] : standing.left.filter(isOpenAndNumbered);
  return {
    ...{ sheet, added, changed, same, closed, reopened, gone },
    samples: [...samples],
    unknown: [...unknown.values()],
    open: open.length,
    total: exactSum(open.map(({ amount }) => amount)),
  };
}

export function isOpenDeal({ outcome, summed }: Deal): boolean {
  return outcome === 'open' && !summed;
}

function isOpenAndNumbered({ cells }: OpportunityLine): boolean {
  const state = stateOf(cells.State);
  return cells.Number !== null && state !== 'won' && state !== 'lost';
}

/** The rows of the sheet, each for one deal of the file. */
class Standing {
  private readonly lines = new Map<string, OpportunityLine[]>();
  private readonly taken = new Set<OpportunityLine>();
  private readonly all: readonly OpportunityLine[];

  constructor(all: readonly OpportunityLine[]) {
    this.all = all;
    for (const line of all) addTo(this.lines, keyOf(line.cells), line);
  }

  take(cells: OpportunityCells): OpportunityLine | undefined {
    // A row that was typed before the deal had its number is that deal.
    const keys = cells.Number === null ? [] : [keyOf(cells)];
    // Of two orders of a customer nobody can say which is the opportunity, unless they know since when.
    if (stateOf(cells.State) === 'open' || cells.Opened !== null) keys.push(keyOf({ ...cells, Number: null }));
    for (const key of keys) {
      const line = this.lines.get(key)?.find(each => !this.taken.has(each));
      if (line) {
        this.taken.add(line);
        return line;
      }
    }
    return undefined;
  }

  get left(): OpportunityLine[] {
    return this.all.filter(line => !this.taken.has(line));
  }
}

function keyOf({ Number: number, Customer, Product, Person, Opened }: OpportunityCells): string {
  if (number !== null) return `#${labelOf(number)}`;
  return [Customer, Product, Person, Opened].map(labelOf).join('|');
}

const TEXTS: ReadonlySet<PipelineColumn> = new Set(['Number', 'Customer', 'Product', 'Person', 'Stage', 'State']);

function isName(column: PipelineColumn): boolean {
  return TEXTS.has(column);
}

/**
 * Of what the file says nothing, the sheet keeps its own. The stage of a deal that is closed is the one in which it
 * was, and what is lost has no amount in many files.
 */
function saidOf(cells: OpportunityCells, { outcome }: Deal, { cells: now }: OpportunityLine): PipelineColumn[] {
  return PIPELINE_COLUMNS.filter(column => {
    if (cells[column] === null || column === 'Entered') return false;
    if (column === 'State') return stateOf(now.State) !== outcome;
    return outcome === 'open' || (column !== 'Stage' && column !== 'Expected');
  });
}

function cellsOf(deal: Deal, stage: string, { stages, language }: PipelineSheet): OpportunityCells {
  const { id, customer, product, person, created, closed, outcome, amount } = deal;
  const isOpen = outcome === 'open';
  const day = (serial: number | undefined): Value => (serial === undefined ? null : Math.floor(serial));
  const text = (said: string): Value => (said === '' ? null : said);
  const known: Partial<Record<PipelineColumn, Value>> = {
    Number: text(id),
    Customer: text(customer),
    Product: text(product),
    Person: text(person),
    Opened: day(created),
    Stage: isOpen ? text(stage) : null,
    // It has been in the first stage for as long as it is known; of the others nobody can say.
    Entered: isOpen && labelKey(stage) === labelKey(stages[0] ?? '') ? day(created) : null,
    // An amount of 0 is one that is not known yet.
    Amount: amount === 0 ? null : amount,
    // The closing date of an open deal is the one that is hoped for.
    Expected: isOpen ? day(closed) : null,
    State: STATES[outcome][language],
    Closed: isOpen ? null : day(closed),
  };
  return opportunityOf(column => known[column] ?? null);
}
