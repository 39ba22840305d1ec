import { mountPanel } from '../src/panel/main.tsx';
import { excelPort } from './excelPort.ts';
import { keepTab } from './tabKey.ts';

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const pane = document.getElementById('pane');
  const late = document.getElementById('late');
  if (!pane || !late) return;
  if (host !== Office.HostType.Excel) {
    late.hidden = false;
    return;
  }
  late.hidden = true;
  document.documentElement.dataset.ready = 'true';
  document.documentElement.lang = Office.context.displayLanguage;
  keepTab(document);
  mountPanel(pane, excelPort());
}

if (typeof Office !== 'undefined') void start();
