import { initialValues, type Template } from '../../../../plan/template.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { strings } from '../../../strings.ts';
import { bringInWords } from './bringInWords.ts';

/** The sheets that figures go into, as one click each. */
export function NothingToFill() {
  const { t, library } = usePanel();
  const templates = (['tracker', 'history'] as const).flatMap(id => {
    const template = library.templates.find(candidate => candidate.id === id);
    return template ? [template] : [];
  });
  return (
    <>
      <p class="lead">{t(bringInWords.noSheets)}</p>
      <InsertButtons templates={templates} />
    </>
  );
}

interface InsertButtonsProps {
  readonly templates: readonly Template[];
}

/** A tracker's form asks for its rows; a history begins blank, without invented months. */
function InsertButtons({ templates }: InsertButtonsProps) {
  const { t, open, insert, working, language, today } = usePanel();
  return (
    <div class="actions">
      {templates.map(template => (
        <button
          key={template.id}
          type="button"
          aria-disabled={working}
          onClick={() => {
            if (working) return;
            if (template.id !== 'history') open({ at: 'template', id: template.id });
            else
              insert(template, { ...initialValues(template, { language, today }), samples: false }, { samples: false });
          }}
        >
          {t(strings.insertA(template.label))}
        </button>
      ))}
    </div>
  );
}

/** Offers the history where there is none to close a month into. */
export function HistoryMissing() {
  const { t, library } = usePanel();
  const template = library.templates.find(({ id }) => id === 'history');
  return (
    <>
      <Notice kind="plain" text={t(bringInWords.noHistory)} />
      {template && <InsertButtons templates={[template]} />}
    </>
  );
}
