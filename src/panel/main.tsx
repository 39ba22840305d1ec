import { render } from 'preact';
import { catalogue, packageVersion } from '../functions/catalogue.gen.ts';
import { assemble } from '../plan/assemble.ts';
import { preview } from '../plan/preview.ts';
import { gallery } from '../templates/gallery.gen.ts';
import { App } from './app.tsx';
import type { Library } from './library.ts';
import './panel.css';
import type { PanelPort } from './port.ts';

const shipped: Library = {
  version: packageVersion,
  functions: catalogue,
  templates: gallery,
  assemble,
  preview,
};

/** Draws the pane into an element of a host's page; answers with what takes it away again. */
export function mountPanel(root: HTMLElement, port: PanelPort): () => void {
  render(<App port={port} library={shipped} today={localDay(new Date())} />, root);
  return () => render(null, root);
}

/** The user's own day, not that of Greenwich. */
function localDay(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
