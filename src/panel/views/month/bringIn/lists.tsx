import { useState } from 'preact/hooks';
import type { FileTable } from '../../../../files/readFile.ts';
import type { Matrix } from '../../../../kernel/cell.ts';
import type { Text } from '../../../../kernel/text.ts';
import { matchColumns } from '../../../../month/import/matchColumns.ts';
import { readProducts, readRoster } from '../../../../month/import/roster.ts';
import { prepareTable } from '../../../../tables/prepare.ts';
import { likeliestSheet } from '../../../../tables/sheets.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { bringInWords } from './bringInWords.ts';
import { Source } from './source.tsx';

export type NameLists = Pick<MonthMemory, 'team' | 'products'>;

interface ListsProps {
  readonly lists: NameLists;
  readonly onLists: (lists: NameLists) => void;
}

/** Lists that the file's names are compared with: who belongs to which manager and region, and what the products are. */
export function Lists({ lists, onLists }: ListsProps) {
  const { t } = usePanel();
  const [problem, setProblem] = useState<Text>();
  const { team, products } = lists;
  const take = (table: FileTable) => {
    const found = listsIn(prepareTable(table, likeliestSheet(table)).cells);
    setProblem(found ? undefined : bringInWords.noNames);
    if (found) onLists({ ...lists, ...found });
  };
  return (
    <details class="lists">
      <summary>{t(bringInWords.lists(team.length, products.length))}</summary>
      <p class="help">{t(bringInWords.listsLead)}</p>
      <Source id="month-list" onTable={take} />
      {problem && <Notice kind="failed" text={t(problem)} />}
      {team.length + products.length > 0 && (
        <button type="button" class="quiet" onClick={() => onLists({ team: [], products: [] })}>
          {t(bringInWords.forgetLists)}
        </button>
      )}
    </details>
  );
}

/** People where there is a column of people, products where there is one of products and none of people. */
function listsIn(cells: Matrix): Partial<NameLists> | undefined {
  const { columns } = matchColumns(cells);
  if (columns.person !== undefined) {
    const team = readRoster(cells);
    return team.length > 0 ? { team } : undefined;
  }
  const products = readProducts(cells);
  return products.length > 0 ? { products } : undefined;
}
