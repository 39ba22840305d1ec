import { mountPanel } from '../../src/panel/main.tsx';
import { sheetsPort } from './port.ts';

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');
mountPanel(root, sheetsPort(root.dataset.language || navigator.language));
