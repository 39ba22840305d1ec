import { useId, useRef } from 'preact/hooks';
import type { Text } from '../../kernel/text.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { Icon } from './icons.tsx';

interface SearchBoxProps {
  readonly label: Text;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

export function SearchBox({ label, query, onQuery }: SearchBoxProps) {
  const { t } = usePanel();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  return (
    <search class="search">
      <label class="hidden" for={id}>
        {t(label)}
      </label>
      <Icon name="search" />
      <input
        id={id}
        ref={input}
        type="text"
        inputMode="search"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        placeholder={t(strings.searchHint)}
        value={query}
        onInput={event => onQuery(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && query !== '') clear();
        }}
      />
      {query !== '' && (
        <button type="button" class="quiet square" aria-label={t(strings.clearSearch)} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}

/** How much a search found, for eyes and ears. */
export function SearchOutcome({ query, count }: { readonly query: string; readonly count: number }) {
  const { t } = usePanel();
  const text = query.trim() === '' ? '' : t(count === 0 ? strings.nothingFound(query.trim()) : strings.found(count));
  return (
    <p class="outcome" role="status">
      {text}
    </p>
  );
}
