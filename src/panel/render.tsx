import { render } from 'preact';
import { App } from './app.tsx';
import type { Library } from './library.ts';
import './panel.css';
import type { PanelPort } from './port.ts';

/** Draws the pane with what it is given to offer. */
export function renderPanel(root: HTMLElement, port: PanelPort, library: Library): () => void {
  render(<App port={port} library={library} today={localDay(new Date())} />, root);
  return () => render(null, root);
}

/** The user's own day, not that of Greenwich. */
function localDay(now: Date): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
