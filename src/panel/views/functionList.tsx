import { useMemo } from 'preact/hooks';
import { FAMILIES, type Family } from '../../kernel/families.ts';
import type { KpiFunction } from '../../kernel/function.ts';
import { useKept, usePanel } from '../panel.ts';
import { FunctionItem } from '../parts/listings.tsx';
import { SearchBox, SearchOutcome } from '../parts/searchBox.tsx';
import { findFunctions } from '../searchIndex.ts';
import { strings } from '../strings.ts';

/** All functions: searched, or family by family. */
export function FunctionList() {
  const { t, library } = usePanel();
  const [query, setQuery] = useKept('functions', '');
  const search = useMemo(() => findFunctions(library.functions), [library]);
  const found = search(query);
  return (
    <>
      <h1 tabIndex={-1}>{t(strings.functions)}</h1>
      <SearchBox label={strings.searchFunctions} query={query} onQuery={setQuery} />
      <SearchOutcome query={query} count={found.length} />
      {query.trim() === '' ? (
        familiesOf(found).map(({ family, functions }) => (
          <FamilyGroup key={family} family={family} functions={functions} />
        ))
      ) : (
        <Functions functions={found} />
      )}
    </>
  );
}

/** Under which a family's being open is kept. */
export const openKey = (family: Family) => `family ${family}`;

interface FamilyGroupProps {
  readonly family: Family;
  readonly functions: readonly KpiFunction[];
}

function FamilyGroup({ family, functions }: FamilyGroupProps) {
  const { t } = usePanel();
  const [open, setOpen] = useKept(openKey(family), false);
  return (
    <details
      class="family"
      open={open}
      onToggle={event => event.currentTarget.open !== open && setOpen(event.currentTarget.open)}
    >
      <summary data-item={family}>
        {t(FAMILIES[family])} <span class="count">{functions.length}</span>
      </summary>
      <Functions functions={functions} />
    </details>
  );
}

function Functions({ functions }: { readonly functions: readonly KpiFunction[] }) {
  return (
    <ul class="rows">
      {functions.map(fn => (
        <FunctionItem key={fn.name} fn={fn} />
      ))}
    </ul>
  );
}

/** The families that have functions, in their usual order. */
export function familiesOf(functions: readonly KpiFunction[]): { family: Family; functions: readonly KpiFunction[] }[] {
  return (Object.keys(FAMILIES) as Family[])
    .map(family => ({ family, functions: functions.filter(fn => fn.family === family) }))
    .filter(group => group.functions.length > 0);
}
