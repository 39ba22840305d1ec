import { say } from '../kernel/text.ts';
import { readName } from '../month/import/clean.ts';
import { isProblem } from '../month/import/cleaning.ts';
import { isDates } from './dates.ts';
import { cellsText, type Data, examplesOf, type Finding, filled, fixOf, nameOf } from './finding.ts';
import { isFigures } from './numbers.ts';

/** Blanks before, behind and doubled, invisible signs and full-width letters: two names that look alike are not. */
export function straySpaces({ columns }: Data): Finding[] {
  return columns
    .filter(column => !isFigures(column) && !isDates(column))
    .flatMap(column => {
      const found = filled(column).flatMap(cell => {
        if (typeof cell.value !== 'string' || cell.computed) return [];
        const cleaned = readName(cell.value);
        // A text that says nothing stays what it is.
        if (isProblem(cleaned) || cleaned.value === null || cleaned.value === cell.value) return [];
        return [{ cell, after: cleaned.value }];
      });
      if (found.length === 0) return [];
      const name = nameOf(column);
      const count = cellsText(found.length);
      return [
        {
          kind: 'spaces',
          what: say(
            `${name.en}: ${count.en} with extra spaces or full-width characters`,
            `${name.zh}：${count.zh}含多余空格或全角字符`,
          ),
          spots: found.map(({ cell }) => cell),
          fixes: found.map(({ cell, after }) => fixOf(cell, after)),
          examples: examplesOf(found.map(({ cell, after }) => ({ before: `“${cell.value}”`, after: `“${after}”` }))),
        },
      ];
    });
}
