/**
 * Opens Excel on this computer with the add-in in it, from https://localhost:3000. Microsoft's tools for it are
 * fetched by npx when they are needed: certificates for localhost, and sideloading. Ctrl+C takes the add-in out again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExcel, LOCAL_BASE_URL } from './build/excel.ts';
import { generate } from './generate.ts';
import { handler } from './server.ts';

const CERTIFICATES = join(homedir(), '.office-addin-dev-certs');
/** Windows starts npx through a command file. */
const shell = process.platform === 'win32';

function npx(...args: string[]): void {
  const { status } = spawnSync('npx', ['--yes', ...args], { stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../dist', import.meta.url));
const manifest = join(outDir, 'excel', 'manifest.xml');

await generate(root);
await buildExcel({ outDir });
npx('office-addin-dev-certs', 'install');

const [key, cert] = ['localhost.key', 'localhost.crt'].map(name => readFileSync(join(CERTIFICATES, name)));
const server = createServer({ key, cert }, handler([['/', join(outDir, 'excel')]]));
server.listen(Number(new URL(LOCAL_BASE_URL).port), () => {
  console.log(`Sales KPI for Excel: ${LOCAL_BASE_URL}/taskpane.html  (Ctrl+C to stop)`);
  spawn('npx', ['--yes', 'office-addin-debugging', 'start', manifest, 'desktop', '--no-debug'], {
    stdio: 'inherit',
    shell,
  });
});

process.once('SIGINT', () => {
  npx('office-addin-debugging', 'stop', manifest);
  process.exit(0);
});
