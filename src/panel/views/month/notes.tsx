import type { Note } from '../../../month/import/note.ts';
import { usePanel } from '../../panel.ts';
import { words } from './words.ts';

/** What had to be assumed, in sight. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const { t } = usePanel();
  if (notes.length === 0) return null;
  return (
    <section class="assumed" aria-label={t(words.assumed)}>
      <ul class="plain-list">
        {notes.map(({ text }) => (
          <li key={text.en}>{t(text)}</li>
        ))}
      </ul>
    </section>
  );
}
