import type { Cell, Matrix } from '../../kernel/cell.ts';
import { labelKey } from '../../kernel/label.ts';
import { endsSlice } from '../../kernel/slices.ts';
import { readName } from './clean.ts';
import { isProblem } from './cleaning.ts';
import type { Deal } from './deal.ts';
import { finish } from './inspect.ts';
import { type Columns, matchColumns } from './matchColumns.ts';

/** Who belongs where: the list of the sales team. */
export interface RosterMember {
  readonly person: string;
  readonly manager: string;
  readonly team: string;
  readonly region: string;
}

/** Reads a list of the team: person, and manager, team, region where they are there. The first row of a person counts. */
export function readRoster(cells: Matrix, columns?: Columns): RosterMember[] {
  const matching = matchColumns(cells);
  const where = columns ?? matching.columns;
  const members = new Map<string, RosterMember>();
  for (const line of cells.slice(matching.headingRow + 1)) {
    const person = nameIn(line, where.person);
    if (person === '' || members.has(labelKey(person))) continue;
    const [manager, team, region] = [where.manager, where.team, where.region].map(column => nameIn(line, column));
    const member = { person, manager: manager ?? '', team: team ?? '', region: region ?? '' };
    members.set(labelKey(person), member);
  }
  return [...members.values()];
}

/** Reads a list of products, each once, as it stands first. */
export function readProducts(cells: Matrix): string[] {
  const { columns, headingRow } = matchColumns(cells);
  const products = new Map<string, string>();
  for (const line of cells.slice(headingRow + 1)) {
    const product = nameIn(line, columns.product);
    if (product !== '' && !products.has(labelKey(product))) products.set(labelKey(product), product);
  }
  return [...products.values()];
}

function nameIn(line: readonly Cell[], column: number | undefined): string {
  const read = readName(column === undefined ? null : (line[column] ?? null));
  return isProblem(read) ? '' : (read.value ?? '');
}

/** Fills in what the deals do not say themselves: manager, team and region of their person. */
export function enrich(deals: readonly Deal[], roster: readonly RosterMember[]): Deal[] {
  return finish(enriching(deals, roster));
}

/** The same, slice by slice: it yields how many of the deals are done. */
export function* enriching(deals: readonly Deal[], roster: readonly RosterMember[]): Generator<number, Deal[]> {
  const members = new Map(roster.map(member => [labelKey(member.person), member]));
  const enriched: Deal[] = [];
  for (const deal of deals) {
    enriched.push(withMember(deal, members.get(labelKey(deal.person))));
    if (endsSlice(enriched.length)) yield enriched.length;
  }
  return enriched;
}

function withMember(deal: Deal, member: RosterMember | undefined): Deal {
  if (!member) return deal;
  return {
    ...deal,
    person: member.person,
    manager: deal.manager || member.manager,
    team: deal.team || member.team,
    region: deal.region || member.region,
  };
}

/** The members of the team list without a single deal. */
export function withoutDeals(deals: readonly Deal[], roster: readonly RosterMember[]): string[] {
  // Names come again and again: each is looked at once.
  const active = new Set([...new Set(deals.map(deal => deal.person))].map(labelKey));
  return roster.filter(({ person }) => !active.has(labelKey(person))).map(({ person }) => person);
}
