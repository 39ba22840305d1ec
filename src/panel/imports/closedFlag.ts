import type { Cell } from '../../kernel/cell.ts';
import { shownCell } from '../../month/cleaned.ts';
import { headingKey } from '../../month/headingKey.ts';
import { flagged, isFlag, outcomeOf } from '../../month/stages.ts';
import { type Layout, shareBelow, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { said } from './said.ts';

const CLOSED = /^(?:is )?closed(?: flag)?$|^是否(?:已)?(?:关闭|结束|关单|结案|完结)$/;
const MOSTLY = 0.8;
/** What the pair says as one stage. */
const LOST = 'Closed Lost';

/** Won: no, closed: yes. Two columns of yes and no tell a lost deal from an open one, which the first alone does not. */
export function joinClosedFlag(layout: Layout): Layout {
  const { cells, headingRow } = layout;
  const headings = cells[headingRow] ?? [];
  const find = (is: (heading: string) => boolean): number =>
    headings.findIndex(
      (heading, column) =>
        is(shownCell(heading)) && shareBelow(layout, column, cell => yesOrNo(cell) !== undefined) >= MOSTLY,
    );
  const won = find(isFlag);
  const closed = find(heading => CLOSED.test(headingKey(heading)));
  if (won < 0 || closed < 0 || matched(cells).columns.stage !== won) return layout;
  const joined = cells.map((line, row) =>
    row > headingRow && yesOrNo(line[won]) === false && yesOrNo(line[closed]) === true
      ? line.map((cell, column) => (column === won ? LOST : cell))
      : line,
  );
  const names = [won, closed].map(column => shownCell(headings[column] ?? null));
  return withNotes({ ...layout, cells: joined }, { about: 'stage', text: said.closedFlag(names) });
}

function yesOrNo(cell: Cell | undefined): boolean | undefined {
  const outcome = cell === undefined ? undefined : outcomeOf(shownCell(flagged(cell)));
  return outcome === undefined || outcome === 'lost' ? undefined : outcome === 'won';
}
