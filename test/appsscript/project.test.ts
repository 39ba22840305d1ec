import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Ajv from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSheets } from '../../scripts/build/sheets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemaFile = join(root, '../shared/schemas/appsscript.schema.json');
const clasp = join(root, 'node_modules/@google/clasp/build/src/index.js');
const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

describe('dist/sheets', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheets-'));
    await buildSheets({ outDir: join(folder, 'dist') });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('appsscript.json asks for this spreadsheet and a sidebar, and for nothing else', async () => {
    expect(await readJson(join(folder, 'dist/sheets/appsscript.json'))).toMatchObject({
      runtimeVersion: 'V8',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
      ],
    });
  });

  it.skipIf(!existsSync(schemaFile))('appsscript.json is valid against its published schema', async () => {
    const validate = new Ajv({ strict: false, logger: false }).compile(Object(await readJson(schemaFile)));
    validate(await readJson(join(folder, 'dist/sheets/appsscript.json')));
    expect(validate.errors).toBeNull();
  });

  it('Sidebar.html is one file: nothing in it is fetched, and no script ends early', async () => {
    const page = await readFile(join(folder, 'dist/sheets/Sidebar.html'), 'utf8');
    expect(page).toContain('<base target="_top">');
    expect(page).toContain('data-language=""');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<\/script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|<script[^>]+src=|@import|url\((?!["']?data:)/);
  });

  it('clasp would push exactly the four files', async () => {
    // A project of its own and no home: what the developer has signed in to stays out of it.
    const example = Object(await readJson(join(root, '.clasp.json.example'))) as { rootDir: string };
    await writeFile(join(folder, '.clasp.json'), JSON.stringify({ ...example, scriptId: 'x'.repeat(57) }));
    await mkdir(join(folder, 'home'));
    const { stdout } = await promisify(execFile)(process.execPath, [clasp, 'show-file-status', '--json'], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: join(folder, 'home') },
    });
    const { filesToPush } = JSON.parse(stdout) as { filesToPush: string[] };
    expect([...filesToPush].sort()).toEqual([
      'dist/sheets/Code.js',
      'dist/sheets/Server.js',
      'dist/sheets/Sidebar.html',
      'dist/sheets/appsscript.json',
    ]);
  });
});
