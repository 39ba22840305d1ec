import { useState } from 'preact/hooks';
import { isoOf } from '../../kernel/calendar.ts';
import type { Text } from '../../kernel/text.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import type { PortError } from '../../port/port.ts';
import { portError } from '../insertion.ts';
import { usePanel } from '../panel.ts';
import type { Lights, SheetStatus } from '../sheetStatus.ts';
import { strings } from '../strings.ts';
import { spanText } from '../text/span.ts';
import { Icon } from './icons.tsx';
import { Failure } from './notice.tsx';

/** Goes to a sheet, and says why not where it cannot. */
export function useShow(): { show: (sheet: SheetStatus) => void; failure: preact.ComponentChild } {
  const { port, workbook } = usePanel();
  const [failed, setFailed] = useState<{ readonly error: PortError; readonly sheet: SheetStatus }>();
  const show = (sheet: SheetStatus) => {
    setFailed(undefined);
    port.show(sheet.sheetId).catch((error: unknown) => {
      setFailed({ error: portError(error), sheet });
      workbook.read();
    });
  };
  const failure = failed && (
    <Failure error={failed.error} onAgain={() => show(failed.sheet)} onDismiss={() => setFailed(undefined)} />
  );
  return { show, failure };
}

/** The sheets of ours that the workbook has, and how things stand on them. */
export function WorkbookSheets() {
  const { t, open, workbook } = usePanel();
  const { show, failure } = useShow();
  return (
    <section aria-labelledby="workbook">
      <div class="section-head">
        <h2 id="workbook">{t(strings.inWorkbook)}</h2>
        <button type="button" class="quiet square" aria-label={t(strings.readAgain)} onClick={workbook.read}>
          <Icon name="again" />
        </button>
      </div>
      {failure}
      <ul class="rows">
        {workbook.sheets.map(sheet => (
          <li key={sheet.sheetId}>
            <button type="button" class="row" onClick={() => show(sheet)}>
              <span class="row-text">
                <SheetFacts sheet={sheet} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => open({ at: 'labels' })}>
        {t(strings.labels)}
      </button>
    </section>
  );
}

function SheetFacts({ sheet: { sheet, template, start, end, asOf, lights } }: { readonly sheet: SheetStatus }) {
  const { t, library } = usePanel();
  const label = library.templates.find(({ id }) => id === template)?.label;
  const about: Text[] = [];
  if (label && t(label) !== sheet) about.push(label);
  if (start !== undefined && end !== undefined) about.push(spanText(start, end));
  if (asOf !== undefined) about.push(strings.asOf(isoOf(asOf)));
  return (
    <>
      <strong>{sheet}</strong>
      {lights && <LightCounts lights={lights} />}
      {about.length > 0 && <span>{about.map(t).join(' · ')}</span>}
    </>
  );
}

const ORDER = ['red', 'amber', 'green', 'none'] as const;

function LightCounts({ lights }: { readonly lights: Lights }) {
  const { t } = usePanel();
  return (
    <span class="lights">
      {ORDER.filter(light => lights[light] > 0).map(light => (
        <span
          key={light}
          class="light"
          style={{ backgroundColor: LIGHT_COLORS[light].fill, color: LIGHT_COLORS[light].color }}
        >
          {t(strings.lights[light](lights[light]))}
        </span>
      ))}
      {lights.unread > 0 && <span class="light unread">{t(strings.lights.unread(lights.unread))}</span>}
    </span>
  );
}
