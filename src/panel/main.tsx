import { render } from 'preact';
import { packageVersion } from '../functions/version.gen.ts';
import { App } from './app.tsx';
import { holdFocus } from './focusNet.ts';
import type { Library, LoadedLibrary } from './library.ts';
import './styles/all.css';
import type { PanelPort } from '../port/port.ts';

const COMING: LoadedLibrary = {
  functions: [],
  templates: [],
  assemble: () => [],
  wordingsOf: () => [],
  relabel: () => ({ cells: [], notes: [] }),
  preview: () => ({ title: '', subtitle: '', parameters: [], tables: [] }),
};

/** Draws the pane into an element of a host's page; answers with what takes it away again. */
export function mountPanel(root: HTMLElement, port: PanelPort): () => void {
  let mounted = true;
  const today = localDay(new Date());
  const draw = (more: LoadedLibrary & Pick<Library, 'loadAgain'>) => {
    if (!mounted) return;
    render(<App port={port} library={{ version: packageVersion, ...more }} today={today} />, root);
  };
  const load = () => {
    draw(COMING);
    import('./loadedLibrary.ts').then(
      ({ loadedLibrary }) => draw(loadedLibrary),
      () => draw({ ...COMING, loadAgain: load }),
    );
  };
  load();
  const release = holdFocus(root);
  return () => {
    mounted = false;
    release();
    render(null, root);
  };
}

/** The user's own day, not that of Greenwich. */
function localDay(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
