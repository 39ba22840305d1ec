import { useEffect, useState } from 'preact/hooks';
import type { KpiFunction } from '../../kernel/function.ts';
import type { Preview } from '../../plan/preview.ts';
import { initialValues, Problems, type Template } from '../../plan/template.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { Icon } from './icons.tsx';
import { Notice } from './notice.tsx';
import { SheetPicture } from './sheetPreview.tsx';

interface TemplateItemProps {
  readonly template: Template;
  readonly picture?: boolean;
}

export function TemplateItem({ template, picture }: TemplateItemProps) {
  const { t, open } = usePanel();
  return (
    <li class={picture ? 'pictured' : undefined}>
      {picture && <Picture template={template} />}
      <button
        type="button"
        class="card"
        data-item={template.id}
        onClick={() => open({ at: 'template', id: template.id })}
      >
        <span class="card-text">
          <strong>{t(template.label)}</strong>
          <span>{t(template.summary)}</span>
        </span>
        <Icon name="forward" />
      </button>
    </li>
  );
}

/** In the place of the templates while they are loaded, or where they could not be. */
export function TemplatesToCome() {
  const { t, library } = usePanel();
  if (library.templates.length > 0) return null;
  return (
    <li class="to-come" role="status">
      {library.loadAgain ? (
        <Notice kind="failed" text={t(strings.templatesMissing)}>
          <button type="button" onClick={library.loadAgain}>
            {t(strings.tryAgain)}
          </button>
        </Notice>
      ) : (
        <p class="help">{t(strings.templatesComing)}</p>
      )}
    </li>
  );
}

/** The template as it is inserted when nothing is changed; it is drawn after the list is there. */
function Picture({ template }: { readonly template: Template }) {
  const { library, language, today, port } = usePanel();
  const [preview, setPreview] = useState<Preview>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const spec = template.build(initialValues(template, { language, today }), language);
      setPreview(spec instanceof Problems ? undefined : library.preview(spec, language, port.dialect));
    });
    return () => clearTimeout(timer);
  }, [template, library, language, today, port]);
  return preview ? <SheetPicture preview={preview} /> : <div class="picture" />;
}

export function FunctionItem({ fn }: { readonly fn: KpiFunction }) {
  const { t, open, port } = usePanel();
  return (
    <li>
      <button type="button" class="row" data-item={fn.name} onClick={() => open({ at: 'function', name: fn.name })}>
        <span class="row-text">
          <span class="row-head">
            <strong>{t(fn.text.label)}</strong>
            <code>{port.dialect.functionName(fn.name)}</code>
          </span>
          <span>{t(fn.text.summary)}</span>
        </span>
      </button>
    </li>
  );
}
