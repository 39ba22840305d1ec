import { isoOf } from '../../../../kernel/calendar.ts';
import type { Value } from '../../../../kernel/json.ts';
import type { DealsPeriod } from '../../../../month/close/newDeals.ts';
import type { ChangedDeal, DealsPreview } from '../../../../month/figures/previewDeals.ts';
import { type DealColumn, daysOf } from '../../../../sheets/deals.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { namesOf, useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import { byDealWords } from './byDealWords.ts';

interface ByDealProps {
  readonly previews: readonly DealsPreview[];
  readonly removes: boolean;
  readonly onRemoves: (removes: boolean) => void;
}

/** What the sheets of commission by deal get. */
export function ByDeal({ previews, removes, onRemoves }: ByDealProps) {
  return (
    <>
      {previews.map(preview => (
        <IntoSheet key={preview.sheet.prefix} {...{ preview, removes, onRemoves }} />
      ))}
    </>
  );
}

type IntoSheetProps = Omit<ByDealProps, 'previews'> & { readonly preview: DealsPreview };

function IntoSheet({ preview, removes, onRemoves }: IntoSheetProps) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const { sheet, added, changed, gone, samples, outside, strangers, unknown, total, same } = preview;
  const knows = added.length + changed.length + same > 0;
  const id = `by-deal-${sheet.prefix}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t(byDealWords.of(...daysOf(sheet)))}</h3>
      {!knows && <Notice kind="plain" text={t(byDealWords.none)} />}
      {knows && <p>{t(byDealWords.counts(added.length, changed.length, same, figure(total)))}</p>}
      {outside > 0 && <p class="help">{t(byDealWords.outside(outside))}</p>}
      {samples.length > 0 && <p class="help">{t(byDealWords.samples(samples.length))}</p>}
      {strangers.length > 0 && <Notice kind="warning" text={t(byDealWords.strangers(namesOf(strangers)))} />}
      {unknown.length > 0 && <Notice kind="warning" text={t(byDealWords.unknown(namesOf(unknown)))} />}
      {gone.length > 0 && (
        <div class="field">
          <label for={`${id}-gone`}>
            {t(byDealWords.gone(namesOf(gone.map(({ cells }) => String(cells.Number)))))}
          </label>
          <select
            id={`${id}-gone`}
            value={removes ? 'remove' : 'keep'}
            onChange={({ currentTarget: { value } }) => onRemoves(value === 'remove')}
          >
            <option value="keep">{t(byDealWords.keep)}</option>
            <option value="remove">{t(byDealWords.remove)}</option>
          </select>
        </div>
      )}
      {changed.length > 0 && <Changes changed={changed} />}
    </section>
  );
}

const MOST_CHANGES = 100;

/** Deals that stand there already and are otherwise in the file. */
function Changes({ changed }: { readonly changed: readonly ChangedDeal[] }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  const shown = (column: DealColumn, value: Value): string => {
    if (value === null) return '–';
    if (typeof value !== 'number') return String(value);
    return column === 'Date' ? isoOf(Math.floor(value)) : figure(value);
  };
  return (
    <>
      <FigureTable caption={t(byDealWords.changes)} heads={[byDealWords.deal, byDealWords.change]}>
        <tbody>
          {changed.slice(0, MOST_CHANGES).map(({ line: { row, cells }, after, columns }) => (
            <tr key={row}>
              <td>{String(cells.Number ?? cells.Customer ?? cells.Person ?? '–')}</td>
              <td>
                {columns.map(column => (
                  <div key={column}>
                    {t(byDealWords.columns[column])}: {shown(column, after[column])}{' '}
                    <small>({shown(column, cells[column])})</small>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      {changed.length > MOST_CHANGES && <p class="help">{t(words.more(changed.length - MOST_CHANGES))}</p>}
    </>
  );
}

interface NewByDealProps {
  readonly periods: readonly DealsPeriod[];
  readonly chosen: readonly DealsPeriod[];
  readonly onChosen: (periods: readonly DealsPeriod[]) => void;
  /** Whether the tiers of an incentive sheet are taken. */
  readonly hasPlan: boolean;
}

const QUARTERS = 'quarters';

/** A sheet for deals that no sheet is for yet: a month, a quarter, all of the file, or one for each quarter. */
export function NewByDeal({ periods, chosen, onChosen, hasPlan }: NewByDealProps) {
  const { t } = usePanel();
  if (periods.length === 0) return null;
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  const take = (value: string): void =>
    onChosen(value === QUARTERS ? quarters : periods.filter(({ name }) => name === value));
  const [first] = chosen;
  return (
    <div class="field">
      <label for="new-by-deal">{t(byDealWords.newSheet)}</label>
      <select
        id="new-by-deal"
        value={chosen.length > 1 ? QUARTERS : (first?.name ?? '')}
        onChange={({ currentTarget: { value } }) => take(value)}
      >
        <option value="">{t(byDealWords.noSheet)}</option>
        {periods.map(({ name, deals }) => (
          <option key={name} value={name}>
            {t(byDealWords.period(name, deals))}
          </option>
        ))}
        {quarters.length > 1 && <option value={QUARTERS}>{t(byDealWords.quarters(quarters.length))}</option>}
      </select>
      {first && <p class="help">{t(hasPlan ? byDealWords.planTaken : byDealWords.planMissing)}</p>}
    </div>
  );
}
