import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExcel, manifestFor } from '../../scripts/build/excel.ts';
import { writePages } from '../../scripts/build/pages.ts';
import { checkManifest } from '../../scripts/checkManifest.ts';
import { readShared, sharedFolder, withoutShared } from '../support/shared.ts';

const manifest = readFileSync(new URL('../../manifest.xml', import.meta.url), 'utf8');
const SCHEMA = 'manifest/OfficeAppManifestV1_1.xsd';

describe('manifest.xml', () => {
  let outDir: string;
  const hasFile = (base: string) => (address: string) =>
    address.startsWith(`${base}/`) && existsSync(join(outDir, 'excel', address.slice(base.length)));

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'manifest-'));
    await buildExcel({ outDir, baseUrl: 'https://kpi.example.com/add-ins/sales/' });
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  it.skipIf(sharedFolder === undefined)(`is valid against the schema${withoutShared}`, () => {
    xmlRegisterFsInputProviders();
    const url = pathToFileURL(join(sharedFolder ?? '', SCHEMA)).pathname;
    const xsd = XmlDocument.fromString(readShared(SCHEMA), { url });
    const document = XmlDocument.fromString(manifest);
    const validator = XsdValidator.fromDoc(xsd);
    expect(() => validator.validate(document)).not.toThrow();
    expect(() => validator.validate(XmlDocument.fromString(manifest.replace('<Namespace', '<NameSpace')))).toThrow();
    for (const used of [document, validator, xsd]) used.dispose();
  });

  it('holds what the schema does not see', () => {
    expect(checkManifest(manifest, hasFile('https://localhost:3000'))).toEqual([]);
  });

  it.each([
    ['a reference to nothing', 'resid="Icon.80x80"', 'resid="Icon.80"', /Icon\.80, which is not among Images/],
    ['a missing namespace', '<Namespace resid="Functions.Namespace"/>', '', /cannot be a namespace/],
    ['an icon size of its own', 'size="80"', 'size="81"', /an icon has the sizes/],
    [
      'an address without https',
      'https://localhost:3000/functions.js"',
      'http://localhost:3000/functions.js"',
      /is not https/,
    ],
    ['a file that is not there', 'assets/icon-64.png', 'assets/icon-65.png', /leads to no file/],
    ['another Chinese', 'Locale="zh-CN"', 'Locale="zh-Hans"', /overridden for zh-Hans/],
    [
      'a page of its own for the pane',
      'FunctionFile resid="Taskpane.Url"',
      'FunctionFile resid="Functions.Script.Url"',
      /not one page/,
    ],
  ])('checkManifest() finds %s', (_, from, to, problem) => {
    const broken = manifest.replaceAll(from, to);
    expect(broken).not.toBe(manifest);
    expect(checkManifest(broken, hasFile('https://localhost:3000')).join('\n')).toMatch(problem);
  });

  it('moves with the address that the add-in is served at', async () => {
    const base = 'https://kpi.example.com/add-ins/sales';
    const built = readFileSync(join(outDir, 'excel/manifest.xml'), 'utf8');
    expect(built).not.toContain('localhost');
    expect(built).toContain('<AppDomain>https://kpi.example.com</AppDomain>');
    expect(checkManifest(built, hasFile(base))).toEqual([]);
    const info = await OfficeAddinManifest.readManifestFile(join(outDir, 'excel/manifest.xml'));
    expect(info).toMatchObject({ displayName: 'Sales KPI', defaultLocale: 'en-US', officeAppType: 'TaskPaneApp' });
    expect(info.defaultSettings?.sourceLocation).toBe(`${base}/taskpane.html`);
  });

  it('has the version of package.json, which the build writes in', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    expect(manifestFor(manifest, 'https://kpi.example.com', '1.2.3')).toContain('<Version>1.2.3.0</Version>');
  });

  it('functions.json leads each function to a page of its own, in its language', () => {
    const base = 'https://kpi.example.com/add-ins/sales';
    for (const [file, title] of [
      ['functions.json', /lang="en"/] as const,
      ['functions.zh-CN.json', /lang="zh-CN"/] as const,
    ]) {
      const { functions } = JSON.parse(readFileSync(join(outDir, 'excel', file), 'utf8')) as {
        functions: { id: string; helpUrl: string }[];
      };
      expect(functions.length).toBeGreaterThan(50);
      for (const { id, helpUrl } of functions) {
        expect([id, hasFile(base)(helpUrl)]).toEqual([id, true]);
        const page = readFileSync(join(outDir, 'excel', helpUrl.slice(base.length)), 'utf8');
        expect(page).toMatch(title);
        expect(page).toMatch(new RegExp(`<h1[^>]*>${id} ·`));
      }
    }
  });

  it('the page of support says who helps, where that is known', async () => {
    const read = (page: string) => readFileSync(join(outDir, 'excel/help', page), 'utf8');
    expect(read('support.html')).toContain('ask whoever provides the add-in to you');
    await writePages(join(outDir, 'excel'), 'mailto:help@example.com');
    for (const page of ['support.html', 'support.zh-CN.html'])
      expect(read(page)).toContain('<a href="mailto:help@example.com">');
  });

  it('manifestFor() refuses an address that Excel would not load', () => {
    expect(() => manifestFor(manifest, 'http://kpi.example.com', '1.2.3')).toThrow(/https/);
  });
});
