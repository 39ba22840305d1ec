import type { DealsPeriod } from '../../../../month/close/newDeals.ts';
import type { DealsPreview } from '../../../../month/figures/previewDeals.ts';
import { daysOf } from '../../../../sheets/deals.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { namesOf, useFigures } from '../numbers.ts';
import { byDealWords } from './byDealWords.ts';
import { ChangedLines, GoneLines } from './changedLines.tsx';

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
        <GoneLines
          id={`${id}-gone`}
          question={byDealWords.gone(namesOf(gone.map(({ cells }) => String(cells.Number))))}
          keep={byDealWords.keep}
          removes={removes}
          onRemoves={onRemoves}
        />
      )}
      {changed.length > 0 && (
        <ChangedLines
          caption={byDealWords.changes}
          head={byDealWords.deal}
          changed={changed}
          labels={byDealWords.columns}
          isDay={column => column === 'Date'}
          nameOf={({ Number: number, Customer, Person }) => number ?? Customer ?? Person}
        />
      )}
    </section>
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
