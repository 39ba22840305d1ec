import type { KpiFunction } from '../../kernel/function.ts';
import type { Template } from '../../plan/template.ts';
import { usePanel } from '../panel.ts';
import { Icon } from './icons.tsx';

export function TemplateItem({ template }: { readonly template: Template }) {
  const { t, open } = usePanel();
  return (
    <li>
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
