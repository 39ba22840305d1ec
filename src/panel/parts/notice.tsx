import type { ComponentChildren } from 'preact';
import type { PortError } from '../../port/port.ts';
import { usePanel } from '../panel.ts';
import { reasons, strings } from '../strings.ts';
import { Icon } from './icons.tsx';

interface NoticeProps {
  readonly kind: 'done' | 'failed' | 'warning' | 'plain';
  readonly text: string;
  readonly onDismiss?: () => void;
  readonly children?: ComponentChildren;
}

/** What came of something, and what can be done about it. */
export function Notice({ kind, text, onDismiss, children }: NoticeProps) {
  const { t } = usePanel();
  return (
    <div class={`notice ${kind}`}>
      {kind !== 'plain' && <Icon name={kind === 'done' ? 'done' : 'warning'} />}
      <div class="notice-body">
        <p>{text}</p>
        {children && <div class="actions">{children}</div>}
      </div>
      {onDismiss && (
        <button type="button" class="quiet square" aria-label={t(strings.dismiss)} onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

interface FailureProps {
  readonly error: PortError;
  readonly onAgain: () => void;
  readonly onDismiss?: () => void;
}

export function Failure({ error, onAgain, onDismiss }: FailureProps) {
  const { t } = usePanel();
  return (
    <Notice kind="failed" text={t(reasons[error.reason])} {...(onDismiss && { onDismiss })}>
      <button type="button" onClick={onAgain}>
        {t(strings.tryAgain)}
      </button>
      {error.code !== '' && <small>{t(strings.supportCode(error.code))}</small>}
    </Notice>
  );
}
