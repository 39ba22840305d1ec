import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { generate } from '../../scripts/generate.ts';

export default async function setup(): Promise<void> {
  await generate(fileURLToPath(new URL('../..', import.meta.url)));
  // The first to ask unpacks the browser: it is not started by one test while another one still writes it.
  await chromium.executablePath();
}
