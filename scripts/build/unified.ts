import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { NAMESPACE } from '../../addin/metadata.ts';
import { LANGUAGES, type Language, say } from '../../src/kernel/text.ts';
import { LISTING } from '../store/listing.ts';
import { pageUrl } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An app of its own for Microsoft 365; manifest.xml's is the one that it hides. */
const ID = 'b8f0c1a4-2f1e-4f0b-9d55-6a1d3c2e7f90';

const WORDS = {
  ready: say('Sales KPI is ready', '销售KPI 已就绪'),
  begin: say(
    'Type =KPI. in a cell, or choose Sales KPI on the Home tab.',
    '在单元格中输入 =KPI. ，或在“开始”选项卡中选择“销售KPI”。',
  ),
  tip: say('Insert a template or a KPI function.', '插入模板或 KPI 函数。'),
};

export interface UnifiedOptions {
  readonly baseUrl: string;
  readonly version: string;
  /** The asset id (WA…) of the add-in with manifest.xml in Microsoft's Marketplace, where it is listed there. */
  readonly assetId?: string;
}

/** The unified manifest for Microsoft 365, in English. */
export async function unifiedManifest({ baseUrl, version, assetId }: UnifiedOptions) {
  const base = new URL(baseUrl).href.replace(/\/$/, '');
  const said = textsIn('en', base);
  const officeAddinId = await idOfManifest();
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    manifestVersion: '1.30',
    id: ID,
    version,
    name: { short: said['name.short'], full: said['name.full'] },
    description: { short: said['description.short'], full: said['description.full'] },
    developer: {
      name: 'Sales KPI',
      websiteUrl: pageUrl(base, 'support', 'en'),
      privacyUrl: pageUrl(base, 'privacy', 'en'),
      termsOfUseUrl: pageUrl(base, 'terms', 'en'),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0f6c6c',
    localizationInfo: {
      defaultLanguageTag: 'en-us',
      additionalLanguages: [{ languageTag: 'zh-cn', file: CHINESE }],
    },
    authorization: { permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] } },
    validDomains: [new URL(base).host],
    extensions: [
      {
        requirements: {
          scopes: ['workbook'],
          capabilities: [
            { name: 'SharedRuntime', minVersion: '1.1' },
            { name: 'CustomFunctionsRuntime', minVersion: '1.3' },
            { name: 'ExcelApi', minVersion: '1.12' },
          ],
        },
        runtimes: [
          {
            id: 'SharedRuntime',
            type: 'general',
            code: { page: `${base}/taskpane.html`, script: `${base}/functions.js` },
            lifetime: 'long',
            actions: [{ id: 'ShowPane', type: 'openPage', view: 'Pane' }],
            // Not the list of functions: it has no member for errors as arguments (allowErrorForDataTypeAny), and ten
            // of its functions at most can be translated.
            customFunctions: {
              namespace: { id: NAMESPACE, name: NAMESPACE },
              metadataUrl: said['extensions[0].runtimes[0].customFunctions.metadataUrl'],
            },
          },
        ],
        ribbons: [
          {
            contexts: ['default'],
            tabs: [
              {
                builtInTabId: 'TabHome',
                groups: [
                  {
                    id: 'SalesKpiGroup',
                    label: said[GROUP('label')],
                    icons: iconsOf(base),
                    controls: [
                      {
                        id: 'SalesKpiOpenPane',
                        type: 'button',
                        label: said[BUTTON('label')],
                        icons: iconsOf(base),
                        supertip: {
                          title: said[BUTTON('supertip.title')],
                          description: said[BUTTON('supertip.description')],
                        },
                        actionId: 'ShowPane',
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
        getStartedMessages: [
          {
            title: said[STARTED('title')],
            description: said[STARTED('description')],
            learnMoreUrl: said[STARTED('learnMoreUrl')],
          },
        ],
        alternates: [
          {
            hide: assetId ? { storeOfficeAddin: { officeAddinId, assetId } } : { customOfficeAddin: { officeAddinId } },
          },
        ],
      },
    ],
  };
}

const GROUP = (member: string): string => `extensions[0].ribbons[0].tabs[0].groups[0].${member}`;
const BUTTON = (member: string): string => GROUP(`controls[0].${member}`);
const STARTED = (member: string): string => `extensions[0].getStartedMessages[0].${member}`;
const CHINESE = 'zh-cn.json';

/** What is said otherwise in another language, by where it stands. */
function textsIn(language: Language, base: string): Readonly<Record<string, string>> {
  const ending = language === 'en' ? '' : `.${LANGUAGES[language].tag}`;
  return {
    'name.short': LISTING.name[language],
    'name.full': LISTING.name[language],
    'description.short': LISTING.summary[language],
    'description.full': LISTING.description[language],
    'extensions[0].runtimes[0].customFunctions.metadataUrl': `${base}/functions${ending}.json`,
    [GROUP('label')]: LISTING.name[language],
    [BUTTON('label')]: LISTING.name[language],
    [BUTTON('supertip.title')]: LISTING.name[language],
    [BUTTON('supertip.description')]: WORDS.tip[language],
    [STARTED('title')]: WORDS.ready[language],
    [STARTED('description')]: WORDS.begin[language],
    [STARTED('learnMoreUrl')]: pageUrl(base, 'index', language),
  };
}

/** The file for Chinese. */
export const unifiedChinese = ({ baseUrl }: Pick<UnifiedOptions, 'baseUrl'>) => ({
  $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json',
  ...textsIn('zh', new URL(baseUrl).href.replace(/\/$/, '')),
});

const iconsOf = (base: string) => [16, 32, 80].map(size => ({ size, url: `${base}/assets/icon-${size}.png` }));

async function idOfManifest(): Promise<string> {
  const [, id] = /<Id>([^<]+)</.exec(await readFile(`${root}manifest.xml`, 'utf8')) ?? [];
  if (!id) throw new ReferenceError('manifest.xml has no id');
  return id;
}

/** The same sources give the same package. */
const MADE = new Date(1980, 0, 1);

/** Writes dist/unified/sales-kpi.zip, which the admin centre and Microsoft's Marketplace take, and what is in it. */
export async function buildUnified(outDir: string, options: UnifiedOptions): Promise<void> {
  const target = `${outDir}/unified`;
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const toJson = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const files: Readonly<Record<string, Uint8Array>> = {
    'manifest.json': toJson(await unifiedManifest(options)),
    [CHINESE]: toJson(unifiedChinese(options)),
    'color.png': await readFile(`${outDir}/excel/assets/icon-192.png`),
    'outline.png': await readFile(`${outDir}/excel/assets/outline-32.png`),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(`${target}/${name}`, bytes);
  await writeFile(`${target}/sales-kpi.zip`, zipSync(files, { mtime: MADE, level: 9 }));
}
