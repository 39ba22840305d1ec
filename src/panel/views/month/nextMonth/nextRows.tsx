import { periodText } from '../../../../kernel/period.ts';
import { exactSum } from '../../../../month/figures/exactSum.ts';
import type { NextRow, RollOver } from '../../../../month/rollOver/rollOver.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import { rollWords } from './rollOverWords.ts';

interface NextRowsProps {
  readonly rolled: RollOver;
  readonly keep: readonly string[];
  readonly onKeep: (keep: readonly string[]) => void;
}

const MOST_ROWS = 200;

/** The new tracker row by row, and who would no longer be in it. */
export function NextRows({ rolled, keep, onKeep }: NextRowsProps) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const { rows, problems, period } = rolled;
  if (rows.length === 0 && rolled.left.length === 0) return <Notice kind="warning" text={t(rollWords.nobody)} />;
  const caption = t(rollWords.caption(periodText(period)));
  const totals = (['target', 'lastMonth', 'lastYear'] as const).map(key => totalOf(rows, key));
  return (
    <>
      {problems.map(problem => (
        <Notice key={problem.en} kind="warning" text={t(problem)} />
      ))}
      <FigureTable caption={caption} heads={rollWords.heads}>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => (
            <Row key={`${index} ${row.person} ${row.product} ${row.region}`} {...row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{t(rollWords.total)}</td>
            {totals.map((total, index) => (
              <td key={rollWords.heads[index + 1]?.en} class="number">
                {figure(total)}
              </td>
            ))}
          </tr>
        </tfoot>
      </FigureTable>
      {rows.length > MOST_ROWS && <p class="help">{t(words.more(rows.length - MOST_ROWS))}</p>}
      <Left rolled={rolled} keep={keep} onKeep={onKeep} />
    </>
  );
}

function Row({ person, product, region, lastMonth, lastYear, target, status }: NextRow) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const said = rollWords.statuses[status];
  return (
    <tr>
      <td>
        {[person, product, region].filter(name => name !== '').join(' · ')}
        {said && <small> {t(said)}</small>}
      </td>
      <td class="number">{figure(target)}</td>
      <td class="number">{figure(lastMonth)}</td>
      <td class="number">{figure(lastYear)}</td>
    </tr>
  );
}

/** Of figures that nobody has, there is no total. */
function totalOf(rows: readonly NextRow[], key: 'lastMonth' | 'lastYear' | 'target'): number | null {
  const figures = rows.map(row => row[key]);
  return figures.every(value => value === null) ? null : exactSum(figures);
}

/** Who has no target is left out, unless the user wants to keep a row for them. */
function Left({ rolled: { left, rows }, keep, onKeep }: NextRowsProps) {
  const { t } = usePanel();
  const kept = rows.filter(({ status }) => status === 'kept').map(({ person }) => person);
  const names = [...new Set([...left.map(({ person }) => person), ...kept])].filter(name => name !== '').sort();
  if (names.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{t(rollWords.left)}</legend>
      <div class={names.length > 6 ? 'choices long' : 'choices'}>
        {names.map(name => (
          <label key={name} class="toggle">
            <input
              type="checkbox"
              checked={keep.includes(name)}
              onChange={({ currentTarget: { checked } }) =>
                onKeep(checked ? [...keep, name] : keep.filter(other => other !== name))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
