import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { LANGUAGES, type Language, languages, say } from '../../src/kernel/text.ts';
import { functionList, functionPage } from '../docs.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Beside the pane, for those who ask what a function does, who helps, and what becomes of their data. */
const HELP = 'help';

/** "" in English, ".zh-CN" in Chinese. */
const ending = (language: Language): string => (language === 'en' ? '' : `.${LANGUAGES[language].tag}`);
const fileOf = (page: string, language: Language): string => `${page}${ending(language)}.html`;

/** A page of these, or that of a function, which Excel opens from its function wizard. */
export const pageUrl = (base: string, page: string, language: Language): string =>
  `${base}/${HELP}/${fileOf(page, language)}`;

const PROVIDER = say('ask whoever provides the add-in to you', '请咨询向您提供插件的人');

/** By page, where its text stands. */
const TEXTS = { support: 'addin/pages/support', terms: 'addin/pages/terms', privacy: 'PRIVACY' } as const;

/** What stands between the brackets of a text, and is no HTML of ours. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const markdown = new Marked({ renderer: { html: ({ text }) => escaped(text) } });

/** Writes the pages that manifests, stores and functions.json lead to; `contact` is an address of the web or of mail. */
export async function writePages(site: string, contact?: string): Promise<void> {
  const folder = `${site}/${HELP}`;
  await mkdir(folder, { recursive: true });
  const write = (page: string, language: Language, text: string) =>
    writeFile(`${folder}/${fileOf(page, language)}`, pageOf(page, language, text));
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
const OTHER = say('中文', 'English');

function pageOf(page: string, language: Language, text: string): string {
  const [, title = page] = /^#+ (.*)$/m.exec(text) ?? [];
  const links = NAVIGATION.map(link => `<a href="${fileOf(link.page, language)}">${link.label[language]}</a>`);
  const other = languages.filter(offered => offered !== language);
  const others = other.map(offered => `<a href="${fileOf(page, offered)}">${OTHER[language]}</a>`);
  return `<!doctype html>
<html lang="${LANGUAGES[language].tag}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
    <title>${escaped(title)} · Sales KPI</title>
    <link rel="icon" href="../assets/icon-32.png">
    <link rel="stylesheet" href="page.css">
  </head>
  <body>
    <nav>${[...links, ...others].join(' ')}</nav>
    <main>
${markdown.parse(text.replace(/^### /m, '# '), { async: false })}    </main>
  </body>
</html>
`;
}
