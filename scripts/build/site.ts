import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, type Language, languages, say, type Text } from '../../src/kernel/text.ts';
import { drawIcons } from './excel.ts';
import { fileOf, inOthers, type Link, pageHtml } from './page.ts';
import { writePages } from './pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const GUIDE = say('docs/guide', 'docs/guide.zh-CN');

/** Texts beside the guide that it leads to, by the page that they become; those in one language are that for both. */
const BESIDE: readonly (readonly [page: string, file: Text])[] = [
  ['templates', say('docs/gallery.md', 'docs/gallery.zh-CN.md')],
  ['warehouse', say('docs/warehouse.md', 'docs/warehouse.zh-CN.md')],
  ['native', say('docs/native.md', 'docs/native.md')],
  ['release', say('docs/release.md', 'docs/release.md')],
  ['security', say('SECURITY.md', 'SECURITY.md')],
];

/** Texts that are other pages of the site. */
const ELSEWHERE: readonly (readonly [page: string, file: Text])[] = [
  ['help/index', say('docs/functions.md', 'docs/functions.zh-CN.md')],
  ['help/privacy', say('PRIVACY.md', 'PRIVACY.zh-CN.md')],
];

/** The workbench, where readers try what they read of. */
const TRY = 'try/index.html';

const WORDS = {
  guide: say('Guide', '指南'),
  templates: say('Templates', '模板'),
  functions: say('Functions', '函数'),
  tryIt: say('Try it', '在线试用'),
} as const;

/**
 * Writes dist/site: the guide, the templates, a page a function, and the workbench to try it all, as static files that
 * no page needs a script for but the workbench itself. `outDir` holds what was built before.
 */
export async function buildSite(outDir: string, contact?: string): Promise<void> {
  const site = join(outDir, 'site');
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  const sources = await sourcesOf();
  const pictures = new Set<string>();
  for (const source of sources) {
    const text = await readFile(join(root, source.file), 'utf8');
    const resolve = (href: string) => resolved(href, source, sources, pictures);
    const links = navigation(source);
    await writeFile(
      join(site, fileOf(source.page, source.language)),
      pageHtml({ language: source.language, links, top: '', text, resolve }),
    );
  }
  for (const picture of pictures) await copy(`docs/${picture}`, join(site, picture));
  await copy('addin/pages/page.css', join(site, 'page.css'));
  await mkdir(join(site, 'assets'));
  await drawIcons(site);
  await writePages(site, contact, language => [
    { href: `../${fileOf('index', language)}`, label: WORDS.guide[language] },
  ]);
  await writeWorkbench(outDir, join(site, dirname(TRY)));
  await cp(join(outDir, 'workbench/licences.txt'), join(site, 'licences.txt'));
}

interface Source {
  readonly page: string;
  readonly language: Language;
  readonly file: string;
  readonly isGuide: boolean;
}

async function sourcesOf(): Promise<Source[]> {
  const guide = await Promise.all(
    languages.map(async language => {
      const files = await readdir(join(root, GUIDE[language]));
      return files.sort().map(file => ({
        page: file.replace(/\.md$/, ''),
        language,
        file: `${GUIDE[language]}/${file}`,
        isGuide: true,
      }));
    }),
  );
  const beside = BESIDE.flatMap(([page, file]) =>
    languages.map(language => ({ page, language, file: file[language], isGuide: false })),
  );
  return [...guide.flat(), ...beside];
}

function navigation({ page, language }: Source): Link[] {
  return [
    { href: fileOf('index', language), label: WORDS.guide[language] },
    { href: fileOf('templates', language), label: WORDS.templates[language] },
    { href: fileOf('help/index', language), label: WORDS.functions[language] },
    { href: `${TRY}?lang=${LANGUAGES[language].tag}`, label: WORDS.tryIt[language] },
    ...inOthers(page, language),
  ];
}

/** A link of a text as one of the site. What leads out of the guide has to lead somewhere. */
function resolved(
  href: string,
  { file, language, isGuide }: Source,
  sources: readonly Source[],
  pictures: Set<string>,
): string | undefined {
  if (/^(?:https?:|mailto:)/.test(href)) return href;
  const [path = '', anchor = ''] = href.split(/(?=#)/);
  if (path === '') return anchor;
  const target = relative(root, join(root, dirname(file), path));
  if (/\.png$/.test(target)) {
    const picture = target.replace(/^docs\//, '');
    pictures.add(picture);
    return picture;
  }
  if (/^README(?:\.zh-CN)?\.md$/.test(target)) return TRY;
  const page = sources.find(source => source.file === target && (source.isGuide || source.language === language))?.page;
  const elsewhere = ELSEWHERE.find(([, files]) => Object.values(files).includes(target))?.[0];
  const found = page ?? elsewhere;
  if (found !== undefined) return `${fileOf(found, language)}${anchor}`;
  if (isGuide) throw new Error(`${file} leads to ${href}, which is no page of the site`);
  return undefined;
}

/** The spreadsheet in it plays Google Sheets: what Excel's client library may be used for does not cover a public site. */
async function writeWorkbench(outDir: string, target: string): Promise<void> {
  await cp(join(outDir, 'workbench'), target, { recursive: true });
  for (const file of ['Code.js', 'Server.js', 'Sidebar.html'])
    await cp(join(outDir, 'sheets', file), join(target, 'sheets', file));
  const page = join(target, 'index.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<div id="workbench">', '<div id="workbench" data-hosts="sheets">'));
}

async function copy(from: string, to: string): Promise<void> {
  await cp(join(root, from), to, { recursive: true });
}
