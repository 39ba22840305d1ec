import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Language, languages, say } from '../../src/kernel/text.ts';
import { functionList, functionPage } from '../docs.ts';
import { ending, fileOf, inOthers, type Link, pageHtml } from './page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Beside the pane, for those who ask what a function does, who helps, and what becomes of their data. */
const HELP = 'help';

/** A page of these, or that of a function, which Excel opens from its function wizard. */
export const pageUrl = (base: string, page: string, language: Language): string =>
  `${base}/${HELP}/${fileOf(page, language)}`;

const PROVIDER = say('ask whoever provides the add-in to you', '请咨询向您提供插件的人');

/** By page, where its text stands. */
const TEXTS = { support: 'addin/pages/support', terms: 'addin/pages/terms', privacy: 'PRIVACY' } as const;

/**
 * Writes the pages that manifests, stores and functions.json lead to; `contact` is an address of the web or of mail,
 * `home` what leads back to the guide, where there is one beside them.
 */
export async function writePages(
  site: string,
  contact?: string,
  home: (language: Language) => readonly Link[] = () => [],
): Promise<void> {
  const folder = `${site}/${HELP}`;
  await mkdir(folder, { recursive: true });
  const write = (page: string, language: Language, text: string) =>
    writeFile(`${folder}/${fileOf(page, language)}`, pageOf(page, language, text, home(language)));
  await writeFile(`${folder}/page.css`, await readFile(`${root}addin/pages/page.css`));
  for (const language of languages) {
    for (const [page, file] of Object.entries(TEXTS)) {
      const text = await readFile(`${root}${file}${ending(language)}.md`, 'utf8');
      await write(page, language, text.replace('{contact}', contact ? `<${contact}>` : PROVIDER[language]));
    }
    await write(
      'index',
      language,
      functionList(catalogue, language, name => fileOf(name, language)),
    );
    for (const fn of catalogue) await write(fn.name, language, functionPage(fn, language));
  }
}

const NAVIGATION = [
  { page: 'index', label: say('Functions', '函数') },
  { page: 'support', label: say('Support', '支持') },
  { page: 'privacy', label: say('Privacy', '隐私') },
  { page: 'terms', label: say('Terms of use', '使用条款') },
] as const;

function pageOf(page: string, language: Language, text: string, home: readonly Link[]): string {
  const links = NAVIGATION.map(link => ({ href: fileOf(link.page, language), label: link.label[language] }));
  return pageHtml({ language, links: [...home, ...links, ...inOthers(page, language)], top: '../', text });
}
