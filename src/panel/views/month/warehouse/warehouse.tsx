import { useRef, useState } from 'preact/hooks';
import { isText } from '../../../../files/limits.ts';
import type { Text } from '../../../../kernel/text.ts';
import { WAREHOUSE_NAMES, WAREHOUSES } from '../../../../warehouse/dialects.ts';
import {
  checked,
  dimensionsOf,
  isShare,
  noShare,
  SOURCE_DIMENSIONS,
  SOURCE_FIELD_KEYS,
  SOURCE_FIELDS,
} from '../../../../warehouse/source.ts';
import { monthStatement, tableParts } from '../../../../warehouse/statement.ts';
import { OWN_WAREHOUSE, type WarehouseForm } from '../../../monthMemory.ts';
import { usePanel } from '../../../panel.ts';
import { copyText } from '../../../parts/copyText.ts';
import { useMonthMemory } from '../useMonth.ts';
import { warehouseWords } from './warehouseWords.ts';

/** The month as SQL: what to ask the engine where the deals are; its result is brought in like any file. */
export function Warehouse() {
  const { t, announce } = usePanel();
  const { memory, remember } = useMonthMemory();
  const [edited, setEdited] = useState<WarehouseForm>();
  const [copied, setCopied] = useState<'copied' | 'selected'>();
  const area = useRef<HTMLTextAreaElement>(null);
  const form = edited ?? memory?.warehouse ?? OWN_WAREHOUSE;
  const edit = (change: Partial<WarehouseForm>): void => {
    setEdited({ ...form, ...change });
    setCopied(undefined);
  };
  const statement = statementOf(form);
  const copy = async (): Promise<void> => {
    if (isText(statement)) return;
    // What was copied is what will be asked for again next month.
    remember(before => ({ ...before, warehouse: form }));
    const done = await copyText(statement, area.current);
    setCopied(done ? 'copied' : 'selected');
    announce(done ? warehouseWords.copied : warehouseWords.copyYourself);
  };
  return (
    <details class="warehouse">
      <summary>{t(warehouseWords.title)}</summary>
      <p class="help">{t(warehouseWords.lead)}</p>
      <div class="field">
        <label for="warehouse-engine">{t(warehouseWords.engine)}</label>
        <select
          id="warehouse-engine"
          value={form.engine}
          onChange={({ currentTarget: { value } }) => {
            const engine = WAREHOUSE_NAMES.find(name => name === value);
            if (engine) edit({ engine });
          }}
        >
          {WAREHOUSE_NAMES.map(name => (
            <option key={name} value={name}>
              {WAREHOUSES[name].label}
            </option>
          ))}
        </select>
      </div>
      <Typed
        id="warehouse-table"
        label={warehouseWords.table}
        help={warehouseWords.tableHelp}
        value={form.table}
        onValue={table => edit({ table })}
      />
      <fieldset>
        <legend>{t(warehouseWords.columns)}</legend>
        <p class="help">{t(warehouseWords.columnsHelp)}</p>
        {SOURCE_FIELD_KEYS.map(field => (
          <Typed
            key={field}
            id={`warehouse-${field}`}
            label={SOURCE_FIELDS[field]}
            value={form.columns[field] ?? ''}
            onValue={value => edit({ columns: { ...form.columns, [field]: value } })}
          />
        ))}
      </fieldset>
      <Typed
        id="warehouse-won"
        label={warehouseWords.won}
        help={warehouseWords.stagesHelp}
        value={form.won}
        onValue={won => edit({ won })}
      />
      <Typed id="warehouse-lost" label={warehouseWords.lost} value={form.lost} onValue={lost => edit({ lost })} />
      <Typed id="warehouse-share" label={warehouseWords.share} value={form.share} onValue={share => edit({ share })} />
      {isText(statement) ? (
        <p class="help" role="status">
          {t(statement)}
        </p>
      ) : (
        <>
          <textarea
            ref={area}
            id="warehouse-statement"
            class="summary-text"
            aria-label={t(warehouseWords.statement)}
            rows={8}
            readOnly
            spellcheck={false}
            value={statement}
          />
          <div class="actions">
            <button id="warehouse-copy" type="button" onClick={() => void copy()}>
              {t(warehouseWords.copy)}
            </button>
            {copied && <small>{t(copied === 'copied' ? warehouseWords.copied : warehouseWords.copyYourself)}</small>}
          </div>
          <h3>{t(warehouseWords.howTo)}</h3>
          <p>{t(warehouseWords.steps[form.engine])}</p>
          <p>{t(warehouseWords.afterwards)}</p>
        </>
      )}
    </details>
  );
}

interface TypedProps {
  readonly id: string;
  readonly label: Text;
  readonly help?: Text;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Typed({ id, label, help, value, onValue }: TypedProps) {
  const { t } = usePanel();
  return (
    <div class="field">
      <label for={id}>{t(label)}</label>
      <input id={id} type="text" value={value} onInput={({ currentTarget }) => onValue(currentTarget.value)} />
      {help && <p class="help">{t(help)}</p>}
    </div>
  );
}

/** The statement, or what is still missing. */
export function statementOf({ engine, table, columns, won, lost, share }: WarehouseForm): string | Text {
  const parts = tableParts(table.trim());
  if (!parts) return warehouseWords.noTable;
  const minimumShare = share.trim() === '' ? undefined : Number(share) / 100;
  if (minimumShare !== undefined && !isShare(minimumShare)) return noShare();
  const named = Object.fromEntries(
    Object.entries(columns).flatMap(([field, name]) => (name.trim() === '' ? [] : [[field, name.trim()]])),
  );
  const source = checked({ columns: named, won: listOf(won), lost: listOf(lost), minimumShare });
  if ('en' in source) return source;
  const by = dimensionsOf(
    Object.keys(SOURCE_DIMENSIONS)
      .filter(dimension => dimension in named)
      .join(','),
  );
  if ('en' in by) return by;
  return monthStatement({ source, table: parts, by }, WAREHOUSES[engine]);
}

function listOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map(stage => stage.trim())
    .filter(stage => stage !== '');
}
