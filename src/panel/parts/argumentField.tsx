import { useId, useState } from 'preact/hooks';
import type { NamedParameter } from '../../kernel/function.ts';
import { say, type Text } from '../../kernel/text.ts';
import { portError } from '../insertion.ts';
import { usePanel } from '../panel.ts';
import { reasons, strings } from '../strings.ts';
import { printed } from '../text/argument.ts';
import { FieldNotes } from './fieldControl.tsx';
import { Icon } from './icons.tsx';

interface ArgumentFieldProps {
  readonly parameter: NamedParameter;
  readonly typed: string;
  readonly problem: Text | undefined;
  /** Said beside a value that can be right. */
  readonly doubt: Text | undefined;
  readonly onTyped: (typed: string) => void;
}

/** One argument of a function: typed, chosen, or taken from the selection. */
export function ArgumentField({ parameter, typed, problem, doubt, onTyped }: ArgumentFieldProps) {
  const { t } = usePanel();
  const id = useId();
  const about = `${id}-about`;
  const [refusal, setRefusal] = useState<Text>();
  const shared = {
    id,
    value: typed,
    required: !parameter.optional,
    'aria-describedby': about,
    'aria-invalid': problem !== undefined,
  };
  const type = (text: string) => {
    setRefusal(undefined);
    onTyped(text);
  };
  return (
    <div class="field">
      <div class="name">
        <label for={id}>{t(parameter.label)}</label>
        <span class="tag">{t(parameter.optional ? strings.optional : strings.required)}</span>
      </div>
      {parameter.choices ? (
        <ChoiceSelect parameter={parameter} shared={shared} onTyped={type} />
      ) : (
        <div class="with-button">
          <input
            {...shared}
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder={t(parameter.shape === 'scalar' ? strings.cellOrValue : strings.cellsOrRange)}
            onInput={event => type(event.currentTarget.value)}
          />
          <SelectionButton label={parameter.label} onTaken={type} onRefused={setRefusal} />
        </div>
      )}
      <FieldNotes id={about} hint={helpOf(parameter)} problem={refusal ?? problem ?? doubt} />
    </div>
  );
}

/** What a parameter is, and what counts when it is left out; a choice shows that in its list. */
function helpOf({ about, choices, default: usual }: NamedParameter): Text {
  if (choices || usual === undefined || usual === null) return about;
  const left = strings.defaultIs(printed(usual));
  return say(`${about.en} ${left.en}`, `${about.zh}${left.zh}`);
}

interface ChoiceSelectProps {
  readonly parameter: NamedParameter;
  readonly shared: { readonly id: string; readonly value: string };
  readonly onTyped: (typed: string) => void;
}

function ChoiceSelect({ parameter, shared, onTyped }: ChoiceSelectProps) {
  const { t } = usePanel();
  const usual = parameter.choices?.find(choice => choice.value === parameter.default);
  const separator = t(say(': ', '：'));
  return (
    <select {...shared} onChange={event => onTyped(event.currentTarget.value)}>
      <option value="">{usual ? `${t(strings.leftOut)}${separator}${t(usual.label)}` : t(strings.leftOut)}</option>
      {parameter.choices?.map(choice => (
        <option key={choice.value} value={choice.value}>
          {t(choice.label)}
        </option>
      ))}
    </select>
  );
}

interface SelectionButtonProps {
  readonly label: Text;
  readonly onTaken: (address: string) => void;
  readonly onRefused: (reason: Text) => void;
}

function SelectionButton({ label, onTaken, onRefused }: SelectionButtonProps) {
  const { t, port, announce } = usePanel();
  const [asking, setAsking] = useState(false);
  const take = async () => {
    setAsking(true);
    try {
      const { address } = await port.selection();
      onTaken(address);
      announce(strings.took(address));
    } catch (error) {
      onRefused(reasons[portError(error).reason]);
    }
    setAsking(false);
  };
  return (
    <button
      type="button"
      class="square"
      title={t(strings.useSelection)}
      aria-label={t(strings.useSelectionFor(label))}
      aria-busy={asking}
      onClick={() => void take()}
    >
      <Icon name="selection" />
    </button>
  );
}
