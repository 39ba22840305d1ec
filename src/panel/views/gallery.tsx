import { useMemo } from 'preact/hooks';
import { useKept, usePanel } from '../panel.ts';
import { TemplateItem, TemplatesToCome } from '../parts/listings.tsx';
import { SearchBox, SearchOutcome } from '../parts/searchBox.tsx';
import { findTemplates } from '../searchIndex.ts';
import { strings } from '../strings.ts';

/** More templates than fit a pane are searched. */
const MANY = 6;

export function Gallery() {
  const { t, library } = usePanel();
  const [query, setQuery] = useKept('gallery', '');
  const search = useMemo(() => findTemplates(library.templates), [library]);
  const found = search(query);
  return (
    <>
      <h1 tabIndex={-1}>{t(strings.templates)}</h1>
      <p class="lead">{t(strings.galleryLead)}</p>
      {library.templates.length > MANY && (
        <>
          <SearchBox label={strings.searchTemplates} query={query} onQuery={setQuery} />
          <SearchOutcome query={query} count={found.length} />
        </>
      )}
      <ul class="cards">
        <TemplatesToCome />
        {found.map(template => (
          <TemplateItem key={template.id} template={template} picture />
        ))}
      </ul>
    </>
  );
}
