import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildsIn } from '../../scripts/build/builds.ts';
import { buildExcel } from '../../scripts/build/excel.ts';
import { policyOf } from '../../scripts/build/serving.ts';
import { checkSite } from '../../scripts/checkSite.ts';
import { rulesOf, servedAs } from '../support/servedAs.ts';

describe('what hosts are told', () => {
  let outDir = '';
  const site = () => join(outDir, 'excel');
  const read = (file: string) => readFileSync(join(site(), file), 'utf8');
  const rules = () => rulesOf(read('_headers'));
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'serving-'));
    await buildExcel({ outDir });
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  /** What the check says of the site, served with other rules. */
  async function said(changed: ReturnType<typeof rules>): Promise<string[]> {
    const served = await servedAs(site(), changed);
    try {
      return await checkSite(served.address);
    } finally {
      await served.close();
    }
  }
  const without = (header: string, path: string) =>
    rules().map(
      ([rule, { [header]: left, ...others }]) =>
        [rule, rule === path ? others : { ...others, ...(left && { [header]: left }) }] as const,
    );

  it('_headers serves everything as Excel wants it', async () => {
    expect(await said(rules())).toEqual([]);
  });

  it.each([
    ['Access-Control-Allow-Origin', '/*', /^\/functions\.js lacks Access-Control-Allow-Origin: \*/],
    ['Cache-Control', '/functions.json', /^\/functions\.json has to be asked for each time: Cache-Control is missing/],
    ['Cache-Control', '/parts/*', /^\/parts\/.* may be kept for good/],
    ['Content-Security-Policy', '/taskpane.html', /taskpane\.html lacks its Content-Security-Policy/],
  ])('checkSite() misses %s of %s', async (header, path, problem) => {
    const problems = await said(without(header, path));
    expect(problems.filter(line => problem.test(line))).not.toEqual([]);
    expect(problems.filter(line => !problem.test(line) && header !== 'Access-Control-Allow-Origin')).toEqual([]);
  });

  it('checkSite() finds types that browsers refuse, files that are gone and a site that is no add-in', async () => {
    expect((await said([...rules(), ['/functions.js', { 'Content-Type': 'text/plain' }]])).join('\n')).toMatch(
      /functions\.js comes as text\/plain, not as text\/javascript/,
    );
    const [part = ''] = buildsIn(site())[0]?.files ?? [];
    rmSync(join(site(), 'parts', part));
    expect(await said(rules())).toEqual([`/parts/${part} is not there (404)`]);
    rmSync(join(site(), 'help/SPLIT.html'));
    expect(await said(rules())).toContain('/help/SPLIT.html is not there (404)');
    const nowhere = await servedAs(join(site(), 'none'), []);
    expect(await checkSite(nowhere.address)).toContain('/taskpane.html is not there (404)');
    await nowhere.close();
    expect(await checkSite(nowhere.address)).toContain('/functions.js cannot be reached');
    expect(await checkSite('http://kpi.invalid')).toContain('http://kpi.invalid/ is not https: Excel does not load it');
  });

  it('all hosts are told the same', () => {
    const policy = policyOf(read('taskpane.html'));
    const azure = JSON.parse(read('staticwebapp.config.json')) as {
      routes: { route: string; headers: Record<string, string> }[];
      globalHeaders: Record<string, string>;
    };
    expect(azure.globalHeaders).toMatchObject({ 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-cache' });
    expect(azure.routes.map(({ route }) => route)).toEqual(['/parts/*', '/taskpane.html']);
    for (const file of ['_headers', 'nginx.conf', 'Caddyfile', 'staticwebapp.config.json'])
      for (const word of [policy, 'no-cache', 'public, max-age=31536000, immutable', 'nosniff'])
        expect([file, read(file).includes(word)]).toEqual([file, true]);
  });
});
