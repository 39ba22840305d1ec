import { useId } from 'preact/hooks';
import type { Text } from '../../kernel/text.ts';
import { askedColumns, type Field, type Offer } from '../../plan/field.ts';
import { usePanel } from '../panel.ts';
import { type FieldInput, inputOf } from '../text/fieldInput.ts';
import { isBlankRow, type Rows } from '../text/lines.ts';
import { Icon } from './icons.tsx';
import { LinesGrid } from './linesGrid.tsx';

interface FieldControlProps {
  readonly field: Field;
  readonly draft: FieldInput;
  readonly problem: Text | undefined;
  /** The draft is the field's own, untouched. */
  readonly isInitial: boolean;
  readonly onDraft: (draft: FieldInput) => void;
}

/** One parameter of a template: its label, its control, what helps, and what is wrong. */
export function FieldControl(props: FieldControlProps) {
  const { field, draft, problem, isInitial, onDraft } = props;
  const { t, language } = usePanel();
  const id = useId();
  const about = `${id}-about`;
  const notes = <FieldNotes id={about} hint={field.hint} problem={problem} />;
  if (field.control === 'toggle') {
    return (
      <div class="field">
        <label class="toggle" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={draft === true}
            aria-describedby={about}
            onChange={event => onDraft(event.currentTarget.checked)}
          />
          {t(field.label)}
        </label>
        {notes}
      </div>
    );
  }
  if (field.control === 'lines') {
    const withOffer = (offer: Offer) =>
      filledIn(typeof draft === 'object' ? draft : [], inputOf(field, offer.lines(language)));
    return (
      <fieldset class="field">
        <legend>{t(field.label)}</legend>
        {notes}
        <LinesGrid
          id={id}
          columns={askedColumns(field)}
          rows={typeof draft === 'object' ? draft : []}
          onRows={onDraft}
          describedBy={about}
          invalid={problem !== undefined}
          isSample={isInitial}
        />
        {field.offers && (
          <div class="actions">
            {field.offers.map(offer => (
              <button key={offer.label.en} type="button" class="quiet" onClick={() => onDraft(withOffer(offer))}>
                {t(offer.label)}
              </button>
            ))}
          </div>
        )}
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label for={id}>{t(field.label)}</label>
      <SingleControl {...props} id={id} about={about} />
      {notes}
    </div>
  );
}

/** What is there stays: of a line that begins alike, the user's own counts. */
function filledIn(rows: Rows, offered: FieldInput): Rows {
  const own = rows.filter(row => !isBlankRow(row));
  const begun = new Set(own.map(([first]) => first));
  return typeof offered === 'object' ? [...own, ...offered.filter(([first]) => !begun.has(first))] : own;
}

function SingleControl({
  field,
  draft,
  problem,
  onDraft,
  id,
  about,
}: FieldControlProps & { id: string; about: string }) {
  const { t } = usePanel();
  const value = typeof draft === 'string' ? draft : '';
  const shared = { id, value, 'aria-describedby': about, 'aria-invalid': problem !== undefined };
  if (field.control === 'choice') {
    return (
      <select {...shared} onChange={event => onDraft(event.currentTarget.value)}>
        {field.choices?.map(choice => (
          <option key={choice.value} value={choice.value}>
            {t(choice.label)}
          </option>
        ))}
      </select>
    );
  }
  const input = {
    ...shared,
    autocomplete: 'off',
    onInput: (event: { currentTarget: HTMLInputElement }) => onDraft(event.currentTarget.value),
  };
  if (field.control === 'date') return <input {...input} type="date" />;
  // A number is typed as text: people type 1,200 and 1.2万, which a number control would swallow.
  if (field.control === 'number') return <input {...input} type="text" inputMode="decimal" class="number" />;
  return <input {...input} type="text" />;
}

interface FieldNotesProps {
  readonly id: string;
  readonly hint: Text | undefined;
  readonly problem: Text | undefined;
}

export function FieldNotes({ id, hint, problem }: FieldNotesProps) {
  const { t } = usePanel();
  return (
    <div id={id} class="notes">
      {problem && (
        <p class="problem">
          <Icon name="warning" />
          {t(problem)}
        </p>
      )}
      {hint && <p class="help">{t(hint)}</p>}
    </div>
  );
}

/** Moves the focus to the first control that is marked invalid. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
