import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { generate } from '../../scripts/generate.ts';
import { bundleUniver } from './univer.ts';

export default async function setup(): Promise<void> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await generate(root);
  await bundleUniver(root);
  // The first to ask unpacks the browser: it is not started by one test while another one still writes it.
  await chromium.executablePath();
}
