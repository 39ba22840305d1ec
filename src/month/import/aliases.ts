import { endsSlice } from '../../kernel/slices.ts';
import type { Deal } from './deal.ts';
import { finish } from './inspect.ts';
import { type Alias, aliasMap, resolveName } from './nearNames.ts';

/** The fields whose names are compared with those that the workbook knows. */
export type NameField = 'person' | 'manager' | 'team' | 'region' | 'product' | 'customer';
const NAME_FIELDS: readonly NameField[] = ['person', 'manager', 'team', 'region', 'product', 'customer'];

/** Every name of a field, and in how many rows it stands. */
export function foundNames(deals: readonly Deal[], field: NameField): Map<string, number> {
  const names = new Map<string, number>();
  for (const deal of deals) if (deal[field] !== '') names.set(deal[field], (names.get(deal[field]) ?? 0) + 1);
  return names;
}

/** Puts the user's answers about near names into effect. */
export function renamed(deals: readonly Deal[], aliases: readonly Alias[]): readonly Deal[] {
  return finish(renaming(deals, aliases));
}

/** The same, slice by slice: it yields how many of the deals are done. */
export function* renaming(deals: readonly Deal[], aliases: readonly Alias[]): Generator<number, readonly Deal[]> {
  const map = aliasMap(aliases);
  if (map.size === 0) return deals;
  const named: Deal[] = [];
  for (const deal of deals) {
    const changes: Partial<Record<NameField, string>> = {};
    for (const field of NAME_FIELDS) {
      const name = resolveName(field, deal[field], map);
      if (name !== deal[field]) changes[field] = name;
    }
    named.push({ ...deal, ...changes });
    if (endsSlice(named.length)) yield named.length;
  }
  return named;
}
